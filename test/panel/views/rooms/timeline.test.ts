import { expect, test } from "vitest";
import type { RoomEvent, RoomEventKind } from "../../../../src/model/room/room";
import { marksOf, wordOf } from "../../../../src/panel/views/rooms/marks";
import { spanOf } from "../../../../src/panel/views/rooms/span";
import { staysIn } from "../../../../src/panel/views/rooms/stays";
import { beginningOf, eventful } from "../../../../src/panel/views/rooms/zoom";
import { aSocket } from "../../../support/a-socket";

const first = aSocket({ number: 1, createdAt: 0, openedAt: 100, closedAt: 10_000, state: "closed" });
const second = aSocket({ number: 2, createdAt: 11_000, openedAt: 11_100 });
const sockets = [first, second];

function event(kind: RoomEventKind, socket: number, time: number, beforeAuth = false): RoomEvent {
  return { kind, room: "lobby", socket, row: time, time, beforeAuth };
}

test("a stay lasts from the join to the leave, or to the end of its socket", () => {
  const events = [
    event("joined", 1, 200),
    event("confirmed", 1, 300),
    event("rejoined", 2, 11_200),
    event("doubled", 2, 11_300),
    event("left", 2, 15_000),
  ];
  expect(staysIn(events, sockets, 20_000)).toMatchObject([
    { from: 200, to: 300, confirmed: false },
    { from: 300, to: 10_000, confirmed: true },
    { from: 11_200, to: 15_000, confirmed: false },
  ]);
});

test("who is still in stays until now", () => {
  expect(staysIn([event("confirmed", 2, 12_000)], sockets, 20_000)).toMatchObject([
    { from: 12_000, to: 20_000 },
  ]);
});

test("the span holds sockets and events, and ends in steps", () => {
  const span = spanOf(sockets, [event("joined", 1, 200)], 19_000);
  expect(span.from).toBe(0);
  expect(span.to).toBeGreaterThan(19_000);
  expect(spanOf(sockets, [], 19_050)).toEqual(span);
});

test("marks that would hide each other are one, which shows trouble first and counts the others", () => {
  const events = [event("rejoined", 2, 11_200), event("doubled", 2, 11_205), event("confirmed", 2, 11_210)];
  const marks = marksOf(events, { from: 0, to: 20_000 }, 500);
  expect(marks.map(wordOf)).toEqual(["joined twice +2"]);
  expect(marksOf(events, { from: 11_200, to: 11_220 }, 500)).toHaveLength(3);
});

test("a word is shown where it has room", () => {
  const events = [event("joined", 1, 0), event("confirmed", 1, 50), event("left", 1, 500, true)];
  const marks = marksOf(events, { from: 0, to: 1000 }, 400);
  expect(marks.map(({ worded }) => worded)).toEqual([false, true, true]);
  expect(marks.map(wordOf)[2]).toBe("left, before auth");
});

test("a socket's beginning holds its joins, and the end of the socket before where there is room", () => {
  const events = [event("rejoined", 2, 11_200), event("confirmed", 2, 11_900), event("left", 2, 60_000)];
  const span = beginningOf(second, first, events);
  expect(span.from).toBeLessThan(11_000);
  expect(span.to).toBeGreaterThan(11_900);
  expect(span.to).toBeLessThan(13_000);
  expect(eventful(sockets, events)).toEqual([second]);
});
