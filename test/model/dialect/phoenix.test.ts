import { describe, expect, test } from "vitest";
import { phoenix } from "../../../src/model/dialect/phoenix";
import { bytes, Reading, weightOf } from "./reading";

const JOINED = ["1", "1", "room:lobby", "phx_reply", { status: "ok", response: {} }];

describe.each([
  ["V2 serializer", (join: string | null, ref: string | null, ...rest: unknown[]) => [join, ref, ...rest]],
  [
    "V1 serializer",
    (join_ref: string | null, ref: string | null, topic: unknown, event: unknown, payload: unknown) => ({
      topic,
      event,
      payload,
      ref,
      join_ref,
    }),
  ],
])("%s", (_, message) => {
  test("join, confirmed and refused by ref", () => {
    const socket = new Reading(phoenix);
    expect(socket.sent(message("1", "1", "room:lobby", "phx_join", { a: 1 }))).toMatchObject({
      kind: "join",
      name: "phx_join",
      rooms: ["room:lobby"],
      id: "1",
      asks: true,
      payload: { a: 1 },
    });
    expect(socket.received(message("1", "1", "room:lobby", "phx_reply", { status: "ok" }))).toMatchObject({
      kind: "join-confirmed",
      good: true,
      answers: "1",
      rooms: ["room:lobby"],
    });
    socket.sent(message("2", "2", "room:private", "phx_join", {}));
    expect(
      socket.received(message("2", "2", "room:private", "phx_reply", { status: "error" })),
    ).toMatchObject({
      kind: "join-refused",
      good: false,
      answers: "2",
    });
  });

  test("leave, a reply to an event, broadcast, error and close", () => {
    const socket = new Reading(phoenix);
    expect(socket.sent(message("1", "3", "a", "shout", {}))).toMatchObject({ kind: "message", id: "3" });
    expect(socket.received(message("1", "3", "a", "phx_reply", { status: "error" }))).toMatchObject({
      kind: "ack",
      good: false,
      answers: "3",
    });
    expect(socket.sent(message("1", "4", "a", "phx_leave", {}))).toMatchObject({ kind: "leave", asks: true });
    expect(socket.received(message("1", "4", "a", "phx_reply", { status: "ok" }))?.kind).toBe("left");
    expect(socket.received(message(null, null, "a", "shout", {}))).toMatchObject({
      name: "shout",
      rooms: ["a"],
    });
    expect(socket.received(message("1", null, "a", "phx_error", {}))?.kind).toBe("error");
    expect(socket.received(message("1", null, "a", "phx_close", {}))?.kind).toBe("left");
  });

  test("heartbeat on topic phoenix, which is no room", () => {
    const socket = new Reading(phoenix);
    const ask = socket.sent(message(null, "9", "phoenix", "heartbeat", {}));
    expect(ask).toMatchObject({ kind: "heartbeat", beat: "ask", id: "9", asks: true });
    expect(ask?.rooms).toBeUndefined();
    const answer = socket.received(message(null, "9", "phoenix", "phx_reply", { status: "ok" }));
    expect(answer).toMatchObject({ kind: "heartbeat", beat: "answer", answers: "9", good: true });
  });
});

test("a join that was sent before the panel opened is told by its join_ref", () => {
  expect(new Reading(phoenix).received(JOINED)?.kind).toBe("join-confirmed");
});

test("an array of 4 is topic, event, payload, ref", () => {
  expect(new Reading(phoenix).sent(["phoenix", "heartbeat", {}, "7"])).toMatchObject({
    beat: "ask",
    id: "7",
  });
});

describe("Phoenix.Presence", () => {
  const diff = (joins: object, leaves: object) => [null, null, "room", "presence_diff", { joins, leaves }];
  const metas = (...refs: string[]) => ({ metas: refs.map((phx_ref) => ({ phx_ref, name: "Ada" })) });

  test("state sets, a diff adds and removes", () => {
    const socket = new Reading(phoenix);
    expect(socket.received(["1", null, "room", "presence_state", { u1: metas("a") }])).toMatchObject({
      kind: "presence",
      membership: { change: "set", members: [{ id: "u1", name: "Ada" }] },
    });
    expect(socket.received(diff({ u2: metas("b") }, {}))).toMatchObject({
      kind: "member-joined",
      membership: { change: "add", members: [{ id: "u2" }] },
    });
    expect(socket.received(diff({}, { u1: metas("a") }))).toMatchObject({
      kind: "member-left",
      membership: { change: "remove", members: [{ id: "u1" }] },
    });
    expect(socket.received(diff({ u3: metas("c") }, { u2: metas("b") }))).toMatchObject({
      kind: "presence",
      membership: { change: "set", members: [{ id: "u3", name: "Ada" }] },
    });
  });

  test("a second tab is nobody new, and closing it removes nobody (syncDiff)", () => {
    const socket = new Reading(phoenix);
    socket.received(["1", null, "room", "presence_state", { u1: metas("a") }]);
    expect(socket.received(diff({ u1: metas("b") }, {}))?.membership).toBeUndefined();
    expect(socket.received(diff({}, { u1: metas("a") }))?.membership).toBeUndefined();
    expect(socket.received(diff({ u1: metas("c") }, { u1: metas("b") }))?.membership).toBeUndefined();
    expect(socket.received(diff({}, { u1: metas("c") }))?.kind).toBe("member-left");
  });
});

describe("V2 serializer, binary (phoenix.js serializer.js)", () => {
  test("a push of the page: kind 0, four lengths", () => {
    expect(new Reading(phoenix).sent(bytes(0, 1, 1, 3, 2, "0", "1", "top", "ev", 101))).toMatchObject({
      kind: "message",
      name: "ev",
      rooms: ["top"],
      id: "1",
      payload: bytes(101),
    });
  });

  test("a push of the server has no ref, a reply has its status as event, a broadcast neither", () => {
    const socket = new Reading(phoenix);
    expect(socket.received(bytes(0, 3, 3, 10, "123", "top", "some-event", 101))).toMatchObject({
      name: "some-event",
      rooms: ["top"],
    });
    expect(socket.received(bytes(1, 3, 2, 3, 2, "100", "12", "top", "ok", 101))).toMatchObject({
      kind: "ack",
      name: "phx_reply",
      answers: "12",
      good: true,
    });
    expect(socket.received(bytes(2, 3, 10, "top", "some-event", 101))).toMatchObject({ name: "some-event" });
    expect(socket.received(bytes(2, 30, 10, "top"))).toBeNull();
    expect(socket.received(bytes(7))).toBeNull();
  });
});

test("recognised", () => {
  expect(weightOf(phoenix, false, JOINED)).toBe(3);
  expect(weightOf(phoenix, false, { topic: "a", event: "b", payload: {}, ref: null })).toBe(3);
  expect(weightOf(phoenix, false, [1, 2, 3, 4, 5])).toBe(0);
  const url = "wss://a.test/live/websocket?_csrf_token=x&vsn=2.0.0";
  expect(phoenix.hint?.({ url, protocol: "" })?.weight).toBe(3);
});
