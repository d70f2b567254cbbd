import { expect, test } from "vitest";
import { sockjs } from "../../../src/model/dialect/sockjs";
import { stomp } from "../../../src/model/dialect/stomp";
import { bytes, Reading, weightOf } from "./reading";

test("STOMP 1.2, connecting: CONNECT and CONNECTED with heart-beat, without the passcode", () => {
  const socket = new Reading(stomp);
  const connect = socket.sent(
    "CONNECT\naccept-version:1.2\nlogin:ada\npasscode:pw\nheart-beat:10000,0\n\n\0",
  );
  expect(connect).toMatchObject({ kind: "connect", payload: { "heart-beat": "10000,0" } });
  expect(JSON.stringify(connect)).not.toContain("pw");
  expect(socket.received("CONNECTED\r\nversion:1.2\r\n\r\n\0")).toMatchObject({
    good: true,
    payload: { version: "1.2" },
  });
});

test("STOMP 1.2: SUBSCRIBE and UNSUBSCRIBE by id, with receipts", () => {
  const socket = new Reading(stomp);
  expect(socket.sent("SUBSCRIBE\nid:0\ndestination:/queue/foo\nreceipt:r1\nack:client\n\n\0")).toMatchObject({
    kind: "join",
    rooms: ["/queue/foo"],
    id: "r1",
    asks: true,
  });
  expect(socket.received("RECEIPT\nreceipt-id:r1\n\n\0")).toMatchObject({
    kind: "join-confirmed",
    rooms: ["/queue/foo"],
    answers: "r1",
    good: true,
  });
  expect(socket.sent("UNSUBSCRIBE\nid:0\nreceipt:r2\n\n\0")).toMatchObject({
    kind: "leave",
    rooms: ["/queue/foo"],
  });
  expect(socket.received("RECEIPT\nreceipt-id:r2\n\n\0")).toMatchObject({
    kind: "left",
    rooms: ["/queue/foo"],
  });
});

test("STOMP 1.2: SEND, MESSAGE, ACK, ERROR", () => {
  const socket = new Reading(stomp);
  expect(socket.sent("SEND\ndestination:/queue/a\ncontent-type:text/plain\n\nhello\0")).toMatchObject({
    kind: "message",
    name: "/queue/a",
    rooms: ["/queue/a"],
    payload: "hello",
  });
  const message = "MESSAGE\nsubscription:0\nmessage-id:007\nack:9\ndestination:/queue/a\n\nhello\0\n";
  expect(socket.received(message)).toMatchObject({
    id: "9",
    asks: true,
    rooms: ["/queue/a"],
    payload: "hello",
  });
  expect(socket.sent("ACK\nid:9\n\n\0")).toMatchObject({ kind: "ack", answers: "9", good: true });
  expect(socket.sent("NACK\nid:9\n\n\0")).toMatchObject({ answers: "9", good: false });
  expect(socket.received("ERROR\nreceipt-id:r\nmessage:malformed frame\n\nThe\0")).toMatchObject({
    kind: "error",
    name: "malformed frame",
    answers: "r",
    good: false,
  });
});

test("STOMP 1.2, value encoding: \\c \\n \\\\; the first of repeated headers; a NUL in a counted body", () => {
  const socket = new Reading(stomp);
  expect(socket.sent("SEND\ndestination:/a\\cb\\\\c\\nd\ndestination:/x\n\n\0")?.rooms).toEqual([
    "/a:b\\c\nd",
  ]);
  expect(socket.sent("SEND\ndestination:/a\ncontent-length:3\n\na\0b\0")?.payload).toBe("a\0b");
});

test("STOMP 1.2, heart-beating: an end of line is a sign; a binary frame is read alike", () => {
  const socket = new Reading(stomp);
  expect(socket.received("\n")).toMatchObject({ kind: "heartbeat", beat: "sign" });
  expect(socket.sent(bytes("SEND\ndestination:/a\n\nhi", 0))).toMatchObject({ rooms: ["/a"], payload: "hi" });
  for (const text of ["", "HELLO\n\n\0", "SEND", "SEND\nfoo:bar\n"]) expect(socket.sent(text)).toBeNull();
});

test("recognised by v10.stomp to v12.stomp", () => {
  expect(stomp.hint?.({ url: "", protocol: "v11.stomp" })?.weight).toBe(10);
  expect(stomp.hint?.({ url: "", protocol: "v13.stomp" })).toBeNull();
  expect(weightOf(stomp, true, "SEND\ndestination:/a\n\n\0")).toBe(3);
});

test("SockJS protocol 0.3.3: o, h, a, c, and the page's array", () => {
  const socket = new Reading(sockjs);
  expect(socket.received("o")).toMatchObject({ kind: "connect", good: true });
  expect(socket.received("h")).toMatchObject({ kind: "heartbeat", beat: "sign" });
  expect(socket.received('a["{\\"type\\":\\"chat\\"}","x"]')).toMatchObject({
    kind: "message",
    name: "chat (+1)",
    payload: '{"type":"chat"}',
  });
  expect(socket.sent('["hello"]')).toMatchObject({ kind: "message", name: "message", payload: "hello" });
  expect(socket.received('c[3000,"Go away!"]')).toMatchObject({ name: "close", payload: [3000, "Go away!"] });
  for (const text of ["", "a", "a[1]", "x", "ao"]) expect(socket.received(text)).toBeNull();
});

test("SockJS with STOMP inside, as Spring sends it", () => {
  const socket = new Reading(sockjs);
  expect(socket.sent(["SUBSCRIBE\nid:0\ndestination:/topic/a\n\n\0"])).toMatchObject({
    kind: "join",
    rooms: ["/topic/a"],
  });
  expect(socket.sent(["UNSUBSCRIBE\nid:0\n\n\0"])).toMatchObject({ kind: "leave", rooms: ["/topic/a"] });
  expect(socket.received('a["\\n"]')).toMatchObject({ beat: "sign" });
  const url = "wss://a.test/chat/123/abc_def/websocket";
  expect(sockjs.hint?.({ url, protocol: "" })?.weight).toBe(3);
});
