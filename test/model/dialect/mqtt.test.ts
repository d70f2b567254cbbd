import { describe, expect, test } from "vitest";
import { mqtt } from "../../../src/model/dialect/mqtt";
import { bytes, Reading, weightOf } from "./reading";

const CONNECT_311 = bytes(0x10, 13, 0, 4, "MQTT", 4, 2, 0, 60, 0, 1, "a");
const CONNECT_5 = bytes(0x10, 14, 0, 4, "MQTT", 5, 2, 0, 60, 0, 0, 1, "a");

describe("MQTT 3.1.1", () => {
  test("3.1, 3.2, 3.12, 3.13, 3.14: CONNECT, CONNACK, PINGREQ, PINGRESP, DISCONNECT", () => {
    const socket = new Reading(mqtt);
    expect(socket.sent(CONNECT_311)).toEqual({
      kind: "connect",
      name: "CONNECT",
      payload: { version: 4, keepAliveSeconds: 60, client: "a" },
    });
    expect(socket.received(bytes(0x20, 2, 0, 0))).toMatchObject({
      kind: "connect",
      name: "CONNACK",
      good: true,
    });
    expect(socket.received(bytes(0x20, 2, 0, 5))).toMatchObject({ good: false });
    expect(socket.sent(bytes(0xc0, 0))).toMatchObject({ kind: "heartbeat", beat: "ask" });
    expect(socket.received(bytes(0xd0, 0))).toMatchObject({ kind: "heartbeat", beat: "answer" });
    expect(socket.sent(bytes(0xe0, 0))).toMatchObject({ kind: "system", name: "DISCONNECT" });
  });

  test("3.3, 3.4: PUBLISH with QoS 0 and 1, PUBACK", () => {
    const socket = new Reading(mqtt);
    expect(socket.received(bytes(0x30, 7, 0, 3, "a/b", "hi"))).toEqual({
      kind: "message",
      name: "a/b",
      rooms: ["a/b"],
      payload: "hi",
    });
    expect(socket.sent(bytes(0x32, 9, 0, 3, "a/b", 0, 10, "hi"))).toMatchObject({ id: "10", asks: true });
    expect(socket.received(bytes(0x40, 2, 0, 10))).toMatchObject({
      kind: "ack",
      name: "PUBACK a/b",
      answers: "10",
      good: true,
    });
    expect(socket.received(bytes(0x30, 7, 0, 3, "a/b", 0xff, 0xfe))?.payload).toEqual(bytes(0xff, 0xfe));
  });

  test("3.5 to 3.7: QoS 2 is PUBREC, PUBREL, PUBCOMP", () => {
    const socket = new Reading(mqtt);
    socket.sent(bytes(0x34, 7, 0, 3, "a/b", 0, 11));
    expect(socket.received(bytes(0x50, 2, 0, 11))).toMatchObject({ name: "PUBREC a/b", answers: "11" });
    expect(socket.sent(bytes(0x62, 2, 0, 11))).toMatchObject({ name: "PUBREL a/b", id: "11", asks: true });
    expect(socket.received(bytes(0x70, 2, 0, 11))).toMatchObject({ name: "PUBCOMP a/b", answers: "11" });
  });

  test("3.8 to 3.11: SUBSCRIBE with two topics, one refused; UNSUBSCRIBE", () => {
    const socket = new Reading(mqtt);
    expect(socket.sent(bytes(0x82, 12, 0, 1, 0, 1, "a", 0, 0, 3, "b/c", 1))).toMatchObject({
      kind: "join",
      rooms: ["a", "b/c"],
      id: "1",
      asks: true,
    });
    expect(socket.received(bytes(0x90, 4, 0, 1, 0, 0x80))).toMatchObject({
      kind: "join-confirmed",
      rooms: ["a"],
      answers: "1",
      good: false,
      problem: "1 of 2 topics were refused",
    });
    expect(socket.received(bytes(0x90, 4, 0, 1, 0x80, 0x80))).toMatchObject({
      kind: "join-refused",
      rooms: ["a", "b/c"],
    });
    expect(socket.sent(bytes(0xa2, 5, 0, 2, 0, 1, "a"))).toMatchObject({ kind: "leave", rooms: ["a"] });
    expect(socket.received(bytes(0xb0, 2, 0, 2))).toMatchObject({ kind: "left", rooms: ["a"], good: true });
  });
});

test("MQTT 5, 3.3.2.3.4: a topic alias is remembered for its direction", () => {
  const socket = new Reading(mqtt);
  socket.sent(CONNECT_5);
  const named = bytes(0x30, 11, 0, 3, "a/b", 3, 0x23, 0, 1, "hi");
  const aliased = bytes(0x30, 8, 0, 0, 3, 0x23, 0, 1, "yo");
  expect(socket.sent(named)).toMatchObject({ name: "a/b", payload: "hi" });
  expect(socket.sent(aliased)).toMatchObject({ name: "a/b", rooms: ["a/b"], payload: "yo" });
  expect(socket.received(aliased)).toMatchObject({ name: "PUBLISH", payload: "yo" });
  expect(socket.received(bytes(0x40, 3, 0, 10, 0x97))).toMatchObject({ answers: "10", good: false });
  expect(socket.received(bytes(0xe0, 2, 0x8b, 0))).toMatchObject({ kind: "error", good: false });
});

describe("MQTT 5, 6.0: frames are not aligned with packets", () => {
  test("several packets in one frame", () => {
    const two = bytes(0x30, 5, 0, 3, "a/b", 0xc0, 0);
    expect(new Reading(mqtt).sent(two)).toMatchObject({ name: "a/b (+1)", rooms: ["a/b"] });
  });

  test("a packet over three frames, then another", () => {
    const socket = new Reading(mqtt);
    expect(socket.received(bytes(0x30, 9, 0, 3, "a/b", "h"))).toMatchObject({
      name: "a/b",
      problem: "it goes on in the next frame",
    });
    expect(socket.received(bytes("el"))).toMatchObject({ name: "a/b (continued)" });
    expect(socket.received(bytes("l", 0xd0, 0))).toMatchObject({ name: "PINGRESP", beat: "answer" });
  });

  test("a frame that ends within the fixed header", () => {
    const socket = new Reading(mqtt);
    expect(socket.received(bytes(0x30))).toMatchObject({ name: "start of a packet" });
    expect(socket.received(bytes(5, 0, 3, "a/b"))).toMatchObject({ name: "a/b" });
  });
});

test("what can't be MQTT is none", () => {
  const socket = new Reading(mqtt);
  for (const frame of [
    bytes(0),
    bytes(0xff, 1),
    bytes(0x36, 0),
    bytes(0x30, 255, 255, 255, 255, 1),
    bytes(),
  ]) {
    expect(socket.received(frame)).toBeNull();
  }
  expect(socket.received("0")).toBeNull();
});

test("recognised by its subprotocol and CONNECT", () => {
  expect(mqtt.hint?.({ url: "", protocol: "mqtt" })?.weight).toBe(10);
  expect(mqtt.hint?.({ url: "", protocol: "mqttv3.1" })?.weight).toBe(10);
  expect(weightOf(mqtt, true, CONNECT_311)).toBe(3);
  expect(weightOf(mqtt, true, bytes(0x10, 3, 1, 2, 3))).toBe(0);
});
