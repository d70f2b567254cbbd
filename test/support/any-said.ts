import fc from "fast-check";
import { DIALECT_IDS } from "../../src/model/dialect/dialect";
import { ENVELOPE_KINDS, type Envelope } from "../../src/model/dialect/envelope";
import type { Said } from "../../src/model/meaning/said";
import type { Socket } from "../../src/model/socket";
import { aSocket } from "./a-socket";

const names = fc.constantFrom("__proto__", "constructor", "a", "b", "room:1", "");
const ids = fc.constantFrom("1", "2", "__proto__", "3f2a9c1e-0000-4000-8000-000000000001");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Times that jump, stand still and are none. */
const times = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 200_000 }) },
  fc.constantFrom(-1, 0, Number.NaN, Infinity, -Infinity, 1e15),
);

const membership = fc.record({
  change: fc.constantFrom("set" as const, "add" as const, "remove" as const),
  members: fc.array(fc.record({ id: names, name: maybe(names) }, { requiredKeys: ["id"] }), { maxLength: 4 }),
});

const envelope = fc.record(
  {
    kind: fc.constantFrom(...ENVELOPE_KINDS),
    name: fc.string({ maxLength: 5 }),
    rooms: maybe(fc.array(names, { maxLength: 4 })),
    sender: maybe(names),
    id: maybe(ids),
    asks: maybe(fc.boolean()),
    answers: maybe(ids),
    good: maybe(fc.boolean()),
    beat: maybe(fc.constantFrom("ask" as const, "answer" as const, "sign" as const, "ask-any" as const)),
    membership: maybe(membership),
    payload: fc.oneof(fc.anything(), fc.record({ id: ids, text: names })),
  },
  { requiredKeys: ["kind", "name"] },
) as fc.Arbitrary<Envelope>;

/** Sockets of one session, as any of them may be. */
export function anySockets(count: number): fc.Arbitrary<Socket[]> {
  const socket = fc.record({
    openedAt: maybe(times),
    closedAt: maybe(times),
    code: maybe(fc.constantFrom(1000, 1005, 1006, 4000)),
    reason: maybe(fc.constantFrom("", "heartbeat timeout", "No pong received", "bye")),
    state: fc.constantFrom("connecting" as const, "open" as const, "closed" as const, "gone" as const),
    lost: fc.nat(2),
  });
  return fc
    .array(socket, { minLength: count, maxLength: count })
    .map((all) => all.map((facts, index) => aSocket({ ...facts, number: index + 1 })));
}

/** Any frames in any order, of any of these sockets. */
export function anySaids(sockets: readonly Socket[]): fc.Arbitrary<Said[]> {
  const frame = fc.record({
    row: fc.nat(1000),
    socket: fc.constantFrom(...sockets),
    time: times,
    sent: fc.boolean(),
    unsent: fc.boolean(),
    size: fc.nat(100),
    dialect: fc.constantFrom(...DIALECT_IDS),
    envelope: fc.option(envelope),
    text: fc.option(fc.constantFrom("2", "3", '{"type":"ping"}', "the same text again", "")),
  });
  return fc.array(frame, { maxLength: 120 });
}
