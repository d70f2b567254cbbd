import fc from "fast-check";
import { expect, test } from "vitest";
import { Suspicions } from "../../../src/model/finding/suspicions";
import type { RoomEvent } from "../../../src/model/room/room";
import { aSocket } from "../../support/a-socket";
import { beats, inspect, reconnecting, said } from "./inspect";

const frame = fc.record({
  row: fc.nat(),
  socket: fc.nat({ max: 5 }),
  time: fc.nat(),
  sent: fc.boolean(),
  unsent: fc.boolean(),
  size: fc.nat({ max: 3_000_000 }),
  marks: fc.nat({ max: 255 }),
  kind: fc.constantFrom("auth" as const, "message" as const),
});
const anyPoint = fc.record({
  row: fc.integer({ min: -1 }),
  time: fc.integer(),
  rtt: fc.option(fc.nat()),
  gap: fc.option(fc.integer()),
  missed: fc.boolean(),
  late: fc.boolean(),
});
const anyBeats = fc.record({
  direction: fc.constantFrom("page" as const, "server" as const, "both" as const, null),
  interval: fc.option(fc.integer()),
  points: fc.array(anyPoint, { maxLength: 5 }),
  beats: fc.nat({ max: 9 }),
});
const anyEvent = fc.record({
  kind: fc.constantFrom("joined", "rejoined", "doubled", "confirmed", "refused", "left", "forgotten"),
  room: fc.constantFrom("general", "__proto__", "", "\u202e\n"),
  socket: fc.nat({ max: 5 }),
  row: fc.integer({ min: -1 }),
  time: fc.integer(),
  beforeAuth: fc.boolean(),
});

test("no finding without a socket, each once, with 20 rows at most: whatever comes", () => {
  const input = fc.record({
    delays: fc.array(fc.nat({ max: 36_000 }), { maxLength: 12 }),
    url: fc.constantFrom("ws://a.test/?token=1", "ws://a.test/", "", "?token=1"),
    code: fc.constantFrom(1000, 1005, 1006, undefined),
    frames: fc.array(frame, { maxLength: 60 }),
    events: fc.array(anyEvent as fc.Arbitrary<RoomEvent>, { maxLength: 40 }),
    heartbeats: fc.array(anyBeats, { maxLength: 6 }),
    now: fc.integer(),
  });
  fc.assert(
    fc.property(input, ({ delays, url, code, frames, events, heartbeats, now }) => {
      const sockets = reconnecting(delays).map((socket) => ({ ...socket, url, code, clean: code === 1000 }));
      const suspicions = new Suspicions();
      for (const { marks, kind, socket: number, ...facts } of frames) {
        suspicions.frame(said({ ...facts, socket: aSocket({ number, url }) }, { kind }), marks);
      }
      const known = new Map(heartbeats.map((facts, index) => [index + 1, beats(facts)]));
      const findings = inspect(sockets, { suspicions, events, heartbeats: known, now });
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      for (const { title, advice, rows, count, sockets: shown } of findings) {
        expect(shown.length).toBeGreaterThan(0);
        expect(rows.length).toBe(Math.min(count, 20));
        expect(`${title} ${advice}`).not.toMatch(/NaN|undefined|Infinity|-\d/);
      }
    }),
  );
});
