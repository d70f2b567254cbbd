import { expect, test } from "vitest";
import { actionCable } from "../../../src/model/dialect/action-cable";
import { centrifugo } from "../../../src/model/dialect/centrifugo";
import { pusher } from "../../../src/model/dialect/pusher";
import { Reading, weightOf } from "./reading";

test("Action Cable protocol: welcome, ping in seconds, disconnect", () => {
  const cable = new Reading(actionCable);
  expect(cable.received({ type: "welcome" })).toMatchObject({ kind: "connect", good: true });
  expect(cable.received({ type: "ping", message: 1700000000 })).toMatchObject({
    beat: "sign",
    time: 1700000000000,
  });
  const gone = { type: "disconnect", reason: "server_restart", reconnect: true };
  expect(cable.received(gone)).toMatchObject({ kind: "system", payload: gone });
  expect(cable.received({ type: "disconnect", reason: "unauthorized", reconnect: false })).toMatchObject({
    kind: "auth-result",
    good: false,
  });
});

test("Action Cable protocol: subscriptions are rooms by channel and parameters", () => {
  const cable = new Reading(actionCable);
  const identifier = '{"channel":"ChatChannel","room":"a"}';
  const room = "ChatChannel room=a";
  const asked = cable.sent({ command: "subscribe", identifier });
  expect(asked).toMatchObject({ kind: "join", rooms: [room], id: room, asks: true });
  expect(cable.received({ type: "confirm_subscription", identifier })).toMatchObject({
    kind: "join-confirmed",
    rooms: [room],
    answers: room,
    good: true,
  });
  expect(cable.received({ type: "reject_subscription", identifier })).toMatchObject({
    kind: "join-refused",
    good: false,
  });
  const data = '{"action":"speak","text":"hi"}';
  expect(cable.sent({ command: "message", identifier, data })).toMatchObject({
    kind: "message",
    name: "speak",
    rooms: [room],
    payload: { action: "speak", text: "hi" },
  });
  expect(cable.received({ identifier, message: { text: "hi" } })).toMatchObject({
    name: "message",
    rooms: [room],
  });
  expect(cable.sent({ command: "unsubscribe", identifier })).toMatchObject({ kind: "leave", rooms: [room] });
  expect(actionCable.hint?.({ url: "", protocol: "actioncable-v1-json" })?.weight).toBe(10);
  expect(weightOf(actionCable, false, { type: "ping" })).toBe(0);
});

test("Pusher protocol 7: connection, ping either way, errors", () => {
  const socket = new Reading(pusher);
  const established = '{"socket_id":"1.2","activity_timeout":120}';
  expect(socket.received({ event: "pusher:connection_established", data: established })).toMatchObject({
    kind: "connect",
    payload: { socket_id: "1.2", activity_timeout: 120 },
  });
  expect(socket.sent({ event: "pusher:ping", data: {} })).toMatchObject({ kind: "heartbeat", beat: "ask" });
  expect(socket.received({ event: "pusher:pong", data: {} })).toMatchObject({ beat: "answer" });
  expect(socket.received({ event: "pusher:error", data: { code: 4001, message: "no" } })).toMatchObject({
    kind: "error",
    good: false,
  });
});

test("Pusher protocol 7: channels, presence, client events", () => {
  const socket = new Reading(pusher);
  const channel = "presence-a";
  expect(socket.sent({ event: "pusher:subscribe", data: { channel, auth: "k:s" } })).toMatchObject({
    kind: "join",
    rooms: [channel],
  });
  const presence = { ids: ["1", "2"], hash: { 1: { name: "Ada" }, 2: null }, count: 2 };
  expect(
    socket.received({
      event: "pusher_internal:subscription_succeeded",
      channel,
      data: JSON.stringify({ presence }),
    }),
  ).toMatchObject({
    kind: "join-confirmed",
    rooms: [channel],
    good: true,
    membership: { change: "set", members: [{ id: "1", name: "Ada" }, { id: "2" }] },
  });
  const data = '{"user_id":"3","user_info":{"name":"Bob"}}';
  expect(socket.received({ event: "pusher_internal:member_added", channel, data })).toMatchObject({
    kind: "member-joined",
    membership: { change: "add", members: [{ id: "3", name: "Bob" }] },
  });
  expect(
    socket.received({ event: "pusher_internal:member_removed", channel, data: '{"user_id":"3"}' }),
  ).toMatchObject({ membership: { change: "remove", members: [{ id: "3" }] } });
  expect(socket.received({ event: "client-typing", channel, data: '{"a":1}', user_id: "1" })).toMatchObject({
    kind: "message",
    name: "client-typing",
    sender: "1",
    payload: { a: 1 },
  });
  expect(socket.sent({ event: "pusher:unsubscribe", data: { channel } })).toMatchObject({
    kind: "leave",
    rooms: [channel],
  });
  expect(
    pusher.hint?.({ url: "wss://ws-eu.pusher.com/app/k?client=js&protocol=7", protocol: "" })?.weight,
  ).toBe(3);
});

test("Centrifugo client protocol 2: connect, an empty object is ping and pong", () => {
  const socket = new Reading(centrifugo);
  expect(socket.sent({ id: 1, connect: { token: "x" } })).toMatchObject({
    kind: "connect",
    id: "1",
    asks: true,
  });
  expect(socket.received({ id: 1, connect: { client: "c", ping: 25, pong: true } })).toMatchObject({
    kind: "connect",
    answers: "1",
    good: true,
  });
  expect(socket.received("{}")).toEqual({ kind: "heartbeat", name: "ping", beat: "ask" });
  expect(socket.sent("{}")).toEqual({ kind: "heartbeat", name: "pong", beat: "answer" });
});

test("Centrifugo client protocol 2: commands and replies by id, several lines in a frame", () => {
  const socket = new Reading(centrifugo);
  const two = '{"id":2,"subscribe":{"channel":"a"}}\n{"id":3,"subscribe":{"channel":"b"}}\n';
  expect(socket.sent(two)).toMatchObject({ kind: "join", name: "subscribe (+1)", rooms: ["a"], id: "2" });
  expect(socket.received({ id: 2, subscribe: {} })).toMatchObject({
    kind: "join-confirmed",
    rooms: ["a"],
    answers: "2",
  });
  expect(socket.received({ id: 3, error: { code: 103, message: "permission denied" } })).toMatchObject({
    kind: "join-refused",
    rooms: ["b"],
    good: false,
  });
  expect(socket.sent({ id: 4, rpc: { method: "sum", data: [1] } })).toMatchObject({
    name: "sum",
    payload: [1],
  });
  expect(socket.received({ id: 4, rpc: { data: 1 } })).toMatchObject({ kind: "ack", name: "rpc sum" });
  socket.sent({ id: 5, presence: { channel: "a" } });
  const presence = { c1: { client: "c1", user: "ada" } };
  expect(socket.received({ id: 5, presence: { presence } })).toMatchObject({
    rooms: ["a"],
    membership: { change: "set", members: [{ id: "c1", name: "ada" }] },
  });
});

test("Centrifugo client protocol 2: pushes", () => {
  const socket = new Reading(centrifugo);
  const push = (content: object) => socket.received({ push: { channel: "a", ...content } });
  const info = { client: "c1", user: "ada" };
  expect(push({ pub: { data: { x: 1 }, info } })).toMatchObject({
    kind: "message",
    name: "pub",
    rooms: ["a"],
    sender: "ada",
    payload: { x: 1 },
  });
  expect(push({ join: { info } })).toMatchObject({
    kind: "member-joined",
    membership: { change: "add", members: [{ id: "c1", name: "ada" }] },
  });
  expect(push({ unsubscribe: { code: 2500, reason: "x" } })).toMatchObject({ kind: "left", rooms: ["a"] });
  expect(push({ other: {} })).toMatchObject({ unfamiliar: true });
});
