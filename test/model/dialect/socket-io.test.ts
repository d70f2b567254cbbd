import { expect, test } from "vitest";
import { Frame } from "../../../src/model/dialect/frame";
import { socketIo } from "../../../src/model/dialect/socket-io";
import { SocketReading } from "../../../src/model/dialect/socket-reading";
import { bytes, Reading, weightOf } from "./reading";

test("Engine.IO protocol 4: open, probe, upgrade; the server pings, the page pongs", () => {
  const io = new Reading(socketIo);
  expect(io.received('0{"sid":"x","pingInterval":25000}')).toMatchObject({ kind: "connect", name: "open" });
  expect(io.sent("2probe")).toMatchObject({ kind: "system", id: "probe", asks: true });
  expect(io.received("3probe")).toMatchObject({ kind: "system", answers: "probe" });
  expect(io.sent("5")).toMatchObject({ kind: "system", name: "upgrade" });
  expect(io.received("2")).toEqual({ kind: "heartbeat", name: "ping", beat: "ask" });
  expect(io.sent("3")).toEqual({ kind: "heartbeat", name: "pong", beat: "answer" });
  expect(io.received("6")).toMatchObject({ name: "noop" });
  expect(io.received("1")).toMatchObject({ name: "close" });
});

test("Engine.IO protocol 3: the page pings, the server pongs", () => {
  const io = new Reading(socketIo);
  expect(io.sent("2")).toMatchObject({ beat: "ask" });
  expect(io.received("3")).toMatchObject({ beat: "answer" });
});

test("Socket.IO protocol 5, CONNECT: to the main namespace, to another with auth, refused", () => {
  const io = new Reading(socketIo);
  expect(io.sent("40")).toMatchObject({ kind: "join", name: "CONNECT", rooms: ["/"] });
  expect(io.received('40{"sid":"oSO0OpakMV_3jnilAAAA"}')).toMatchObject({
    kind: "join-confirmed",
    good: true,
    rooms: ["/"],
    payload: { sid: "oSO0OpakMV_3jnilAAAA" },
  });
  expect(io.sent('40/admin,{"token":"123"}')).toMatchObject({
    kind: "join",
    rooms: ["/admin"],
    payload: { token: "123" },
  });
  expect(io.received('44/admin,{"message":"Not authorized"}')).toMatchObject({
    kind: "join-refused",
    good: false,
    rooms: ["/admin"],
    payload: { message: "Not authorized" },
  });
});

test("Socket.IO protocol 4: a namespace may have a query, which is not its name", () => {
  expect(new Reading(socketIo).sent("40/admin?token=1234,")?.rooms).toEqual(["/admin"]);
});

test("Socket.IO protocol 5, DISCONNECT", () => {
  const io = new Reading(socketIo);
  expect(io.sent("41/admin,")).toMatchObject({ kind: "leave", rooms: ["/admin"] });
  expect(io.received("41")).toMatchObject({ kind: "left", rooms: ["/"] });
});

test("Socket.IO protocol 5, EVENT and ACK: an id asks, per namespace and direction", () => {
  const io = new Reading(socketIo);
  expect(io.received('42["foo"]')).toMatchObject({ kind: "message", name: "foo", rooms: ["/"], payload: [] });
  expect(io.received('42["foo",{"a":1}]')?.payload).toEqual({ a: 1 });
  expect(io.sent('42["foo"]')?.asks).toBeUndefined();
  expect(io.sent('42/admin,12["foo",1,2]')).toMatchObject({ id: "/admin,12", asks: true, payload: [1, 2] });
  expect(io.received('43/admin,12["ok"]')).toMatchObject({
    kind: "ack",
    answers: "/admin,12",
    payload: "ok",
  });
  expect(io.sent('4212["foo"]')).toMatchObject({ id: "12", asks: true });
  expect(io.received("4312[]")).toMatchObject({ answers: "12" });
});

test("Socket.IO protocol 5, BINARY_EVENT: the frames that follow are its attachments", () => {
  const io = new Reading(socketIo);
  expect(io.received(bytes(1))).toBeNull();
  expect(
    io.sent('452-/admin,["baz",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]'),
  ).toMatchObject({ kind: "message", name: "baz", rooms: ["/admin"] });
  expect(io.received(bytes(9))).toBeNull();
  expect(io.sent(bytes(1, 2))).toMatchObject({ name: "baz (attachment 1 of 2)", rooms: ["/admin"] });
  expect(io.sent(bytes(3))).toMatchObject({ name: "baz (attachment 2 of 2)" });
  expect(io.sent(bytes(4))).toBeNull();
  expect(io.received('461-15[{"_placeholder":true,"num":0}]')).toMatchObject({ kind: "ack", answers: "15" });
});

test("what is no packet is none, and a broken one says so", () => {
  const io = new Reading(socketIo);
  for (const text of ["", "4", "49", "7", "hello", "45-[]", '{"type":"ping"}'])
    expect(io.received(text)).toBeNull();
  expect(io.received('42["foo"')?.problem).toBe("its JSON can't be read");
});

test("recognised by the address and the first frame; `2` out is not Engine.IO 4", () => {
  const url = "wss://a.test/socket.io/?EIO=4&transport=websocket";
  expect(socketIo.hint?.({ url, protocol: "" })?.weight).toBe(10);
  expect(socketIo.hint?.({ url: "wss://a.test/?ANEIO=4", protocol: "" })).toBeNull();
  expect(weightOf(socketIo, false, '0{"sid":"x"}')).toBe(10);
  expect(weightOf(socketIo, true, "2")).toBe(0);
  expect(weightOf(socketIo, false, "2")).toBe(1);
});

test("digits that only look like packets are nobody's: a counter is not Socket.IO", () => {
  const reading = new SocketReading({ url: "wss://app.test/ws", protocol: "" });
  const frame = new Frame();
  for (let i = 0; i < 10_000; i++) {
    const { dialect, envelope } = reading.read(frame.set(false, String(i)));
    if (i > 9) expect(dialect).not.toBe("socket.io");
    expect(envelope?.asks ?? false).toBe(false);
  }
});
