import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rooms } from "../../../src/model/room/rooms";
import { anySaids, anySockets } from "../../support/any-said";
import { aSaid } from "../../support/said";

const session = anySockets(4).chain((sockets) => fc.tuple(fc.constant(sockets), anySaids(sockets)));

describe("whatever is said, in whatever order", () => {
  test("nothing throws, and the counts are right", () => {
    fc.assert(
      fc.property(session, fc.double(), ([sockets, frames], now) => {
        const rooms = new Rooms();
        for (const [index, said] of frames.entries()) {
          rooms.frame(said);
          const socket = sockets[index % sockets.length];
          if (index % 10 === 0 && socket) rooms.settle(socket, now);
        }
        for (const [name, room] of rooms.rooms) {
          const naming = frames.filter(({ unsent, envelope }) => !unsent && envelope?.rooms?.includes(name));
          const beats = naming.filter(({ envelope }) => envelope?.kind === "heartbeat").length;
          const counted = room.sent.frames + room.received.frames;
          // A heartbeat counts once the room is there.
          expect(counted).toBeLessThanOrEqual(naming.length);
          expect(counted).toBeGreaterThanOrEqual(naming.length - beats);
          const joins = naming.filter(
            ({ sent, envelope }) => sent && (envelope?.kind === "join" || envelope?.kind === "subscribe"),
          );
          expect(room.joins).toBe(joins.length);
          expect(room.doubled).toBeLessThanOrEqual(Math.max(0, room.joins - 1));
          expect(room.name).toBe(name);
        }
        const told = (kinds: string[]) => rooms.events.filter(({ kind }) => kinds.includes(kind)).length;
        const sum = (key: "joins" | "doubled") =>
          [...rooms.rooms.values()].reduce((all, room) => all + room[key], 0);
        expect(told(["doubled"])).toBe(sum("doubled"));
        expect(told(["joined", "rejoined", "doubled"])).toBeLessThanOrEqual(sum("joins"));
        for (const event of rooms.events) if (event.kind === "forgotten") expect(event.row).toBe(-1);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

test("a million rooms: 100,000 are kept, the others counted, within seconds", () => {
  const rooms = new Rooms();
  const said = aSaid({ sent: true, envelope: { kind: "join", rooms: [] } });
  const start = performance.now();
  for (let index = 0; index < 1_000_000; index++) {
    if (said.envelope) said.envelope.rooms = [`room-${index}`];
    rooms.frame(said);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(rooms.rooms.size).toBe(100_000);
  expect(rooms.untracked).toBe(900_000);
  expect(rooms.events.length).toBe(5_000);
  expect(rooms.eventsLost).toBe(95_000);
  expect(rooms.events[4_999]?.room).toBe("room-99999");
});

test("a room named __proto__ is a room like any other", () => {
  const rooms = new Rooms();
  rooms.frame(aSaid({ sent: true, envelope: { kind: "join", rooms: ["__proto__"], id: "__proto__" } }));
  const membership = { change: "set" as const, members: [{ id: "__proto__", name: "x" }] };
  rooms.frame(aSaid({ envelope: { kind: "join-confirmed", rooms: ["__proto__"], membership } }));
  expect(rooms.rooms.get("__proto__")).toMatchObject({ state: "confirmed", joins: 1 });
  expect([...(rooms.rooms.get("__proto__")?.members ?? [])]).toEqual([["__proto__", "x"]]);
});
