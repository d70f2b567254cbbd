import { expect, test, vi } from "vitest";
import type { Room } from "../../../../src/model/room/room";
import { Ordering } from "../../../../src/panel/views/rooms/ordering";
import type { Sort } from "../../../../src/panel/views/rooms/state";

function aRoom(name: string, facts: Partial<Room> = {}): Room {
  const none = () => ({ frames: 0, bytes: 0 });
  return {
    name,
    state: "confirmed",
    members: undefined,
    sent: none(),
    received: none(),
    joins: 0,
    doubled: 0,
    ...facts,
  };
}

function many(...rooms: Room[]): Map<string, Room> {
  return new Map(rooms.map((room) => [room.name, room]));
}

function order(
  rooms: Map<string, Room>,
  sort: Sort | null,
  sought = "",
  ordering = new Ordering(),
): string[] {
  return ordering.order(rooms, sort, sought).rooms.map(({ name }) => name);
}

test("names are sorted as people count", () => {
  const rooms = many(aRoom("room 10"), aRoom("room 2"), aRoom("Room 1"));
  expect(order(rooms, { column: "Room", descending: false })).toEqual(["Room 1", "room 2", "room 10"]);
  expect(order(rooms, null)).toEqual(["room 10", "room 2", "Room 1"]);
});

test("trouble comes first, and double joins count for more", () => {
  const rooms = many(
    aRoom("a"),
    aRoom("b", { state: "left" }),
    aRoom("c", { state: "lost", joins: 1, doubled: 1 }),
  );
  expect(order(rooms, { column: "State", descending: false })).toEqual(["c", "a", "b"]);
  expect(order(rooms, { column: "Joins", descending: true })[0]).toBe("c");
});

test("what moves is sorted anew once a second at most", () => {
  vi.useFakeTimers();
  const [a, b] = [aRoom("a"), aRoom("b")];
  const rooms = many(a, b);
  const ordering = new Ordering();
  const sort: Sort = { column: "Received", descending: true };
  a.received.frames = 1;
  expect(order(rooms, sort, "", ordering)).toEqual(["a", "b"]);
  b.received.frames = 2;
  expect(order(rooms, sort, "", ordering)).toEqual(["a", "b"]);
  rooms.set("c", aRoom("c"));
  expect(order(rooms, sort, "", ordering)).toEqual(["a", "b"]);
  expect(ordering.stale).toBe(true);
  vi.advanceTimersByTime(1001);
  expect(order(rooms, sort, "", ordering)).toEqual(["b", "a", "c"]);
  expect(ordering.stale).toBe(false);
  vi.useRealTimers();
});
