import { describe, expect, test } from "vitest";
import { dialects } from "../../../src/model/dialect/all";
import { Decision } from "../../../src/model/dialect/decision";
import { DIALECT_IDS } from "../../../src/model/dialect/dialect";
import { SocketReading } from "../../../src/model/dialect/socket-reading";
import { frameOf } from "./speak";

const PLAIN = { url: "wss://example.com/ws", protocol: "" };

function conversation(facts = PLAIN) {
  const reading = new SocketReading(facts);
  return {
    reading,
    sent: (content: unknown) => ({ ...reading.read(frameOf(true, content)) }),
    received: (content: unknown) => ({ ...reading.read(frameOf(false, content)) }),
  };
}

test("every dialect is in the list, once", () => {
  expect(dialects.map(({ id }) => id).sort()).toEqual([...DIALECT_IDS].sort());
});

describe("a decision", () => {
  test("nothing is known before the first frame", () => {
    const { sent } = conversation().reading;
    expect([sent.dialect, sent.confidence, sent.settled, sent.reason]).toEqual([
      "untyped",
      0,
      false,
      "No frame has told yet.",
    ]);
  });

  test("R-W2: WarpKit sends flat frames and receives its own", () => {
    const { reading, sent, received } = conversation();
    expect(sent({ type: "room.join", room: "account:a1" }).dialect).toBe("warpkit");
    sent({ type: "auth", token: "t" });
    for (let count = 0; count < 4; count++) received({ name: "incident.created", data: {}, timestamp: 1 });
    expect(sent("2")).toMatchObject({ dialect: "warpkit", envelope: { beat: "ask" } });
    expect(received("3")).toMatchObject({ dialect: "warpkit", envelope: { beat: "answer" } });
    expect([reading.sent.dialect, reading.received.dialect]).toEqual(["warpkit", "warpkit"]);
  });

  test("R-W2: what goes out is WarpKit's because of what comes in, where it could be flat as well", () => {
    const { sent, received } = conversation();
    received({ name: "a", data: {}, timestamp: 1 });
    expect(sent({ type: "auth", token: "t" }).dialect).toBe("warpkit");
    expect(conversation().sent({ type: "auth", token: "t" }).dialect).toBe("flat");
  });

  test("P32: a bare pong is PhilJS's where the page speaks PhilJS", () => {
    const { sent, received } = conversation();
    sent({ type: "ping", payload: {}, timestamp: 1 });
    expect(received({ type: "pong" })).toMatchObject({ dialect: "philjs", envelope: { beat: "answer" } });
    expect(conversation().received({ type: "pong" }).dialect).toBe("flat");
  });

  test("W37: the digits the other way round are not WarpKit's, and Socket.IO's address says the rest", () => {
    const { sent, received } = conversation();
    expect(received("2").dialect).not.toBe("warpkit");
    expect(sent("3").dialect).not.toBe("warpkit");
    const io = conversation({ url: "wss://example.com/socket.io/?EIO=4&transport=websocket", protocol: "" });
    expect(io.received("2").dialect).toBe("socket.io");
    expect(io.sent("3").dialect).toBe("socket.io");
  });

  test("the ping of graphql-ws is neither PhilJS's nor flat", () => {
    const { reading, sent } = conversation();
    reading.setProtocol("graphql-transport-ws");
    expect(reading.sent.settled).toBe(true);
    expect(reading.sent.reason).toMatch(/graphql-transport-ws\.$/);
    expect(sent({ type: "ping" })).toMatchObject({ dialect: "graphql-ws", envelope: { beat: "ask" } });
    expect(sent({ type: "ping", payload: {} }).dialect).toBe("graphql-ws");
  });

  test("is sure of what nobody else says, less of what anybody might; and says why", () => {
    const { reading, received, sent } = conversation();
    for (let count = 0; count < 5; count++) received({ type: "a", payload: 1, timestamp: 1 });
    sent({ type: "message" });
    expect(reading.received.settled).toBe(true);
    expect(reading.received.confidence).toBeGreaterThan(0.9);
    expect(reading.received.reason).toBe(
      "4 of 4 frames fit: it has string `type`, `payload` and a number `timestamp`.",
    );
    expect(reading.sent.confidence).toBeGreaterThan(0.2);
    expect(reading.sent.confidence).toBeLessThan(0.6);
    expect(reading.sent.reason).toBe("1 of 1 frame fits: it has a string `type` and its fields beside it.");
  });

  test("frames that don't fit are read by what they fit themselves, and change nothing", () => {
    const { reading, received, sent } = conversation();
    for (let count = 0; count < 12; count++) received({ type: "message", text: "x" });
    expect(received(new Uint8Array(16))).toMatchObject({ dialect: "binary", envelope: { name: "binary" } });
    expect(received({ cpu: 1 })).toMatchObject({ dialect: "untyped", envelope: { name: "cpu" } });
    expect(received("STOP")).toMatchObject({ dialect: "text", envelope: { name: "STOP" } });
    expect(received({ type: "a", payload: 1 }).dialect).toBe("philjs");
    expect(reading.received.dialect).toBe("flat");
    for (let count = 0; count < 12; count++) sent({ type: "message", text: "x" });
    expect(sent("__heartbeat__")).toMatchObject({ dialect: "recker", envelope: { beat: "ask-any" } });
  });

  test("is made anew when eight frames in a row don't fit", () => {
    const { reading, received } = conversation();
    for (let count = 0; count < 12; count++) received({ type: "message", text: "x" });
    for (let count = 0; count < 7; count++) received({ name: "a", data: 1, timestamp: 1 });
    received({ type: "message" });
    for (let count = 0; count < 7; count++) received({ name: "a", data: 1, timestamp: 1 });
    expect(reading.received.dialect).toBe("flat");
    received({ name: "a", data: 1, timestamp: 1 });
    expect(reading.received.dialect).toBe("warpkit");
    expect(reading.received.reason).toMatch(/^8 of 8 frames after the first 20 fit: /);
  });

  test("R-K2: heartbeats of another make don't count against it, however many come in a row", () => {
    const { reading, sent } = conversation();
    for (let count = 0; count < 12; count++) sent({ type: "message", text: "x" });
    for (let count = 0; count < 30; count++) expect(sent("__heartbeat__").dialect).toBe("recker");
    expect(reading.sent.dialect).toBe("flat");
  });

  test("untyped JSON gives way to a dialect as well", () => {
    const { reading, received } = conversation();
    for (let count = 0; count < 30; count++) received({ cpu: 1 });
    expect(reading.received.dialect).toBe("untyped");
    expect(received({ type: "message" })).toMatchObject({ dialect: "flat" });
    for (let count = 0; count < 8; count++) received({ type: "message" });
    expect(reading.received.dialect).toBe("flat");
  });

  test("by hand wins, until it is taken back", () => {
    const { reading, received } = conversation();
    for (let count = 0; count < 12; count++) received({ type: "message", text: "x" });
    reading.choose("untyped");
    expect(received({ type: "message", text: "x" })).toMatchObject({
      dialect: "untyped",
      envelope: { name: "type, text" },
    });
    expect([reading.received.confidence, reading.received.reason]).toEqual([1, "Chosen by hand."]);
    reading.choose(null);
    expect(received({ type: "message", text: "x" }).dialect).toBe("flat");
    reading.choose("phoenix");
    expect(received({ type: "message" }).dialect).toBe("flat");
  });

  test("C33: broken JSON is kept as it is where JSON is spoken, and is text elsewhere", () => {
    const { reading, received } = conversation();
    expect(received('{"type":').dialect).toBe("text");
    for (let count = 0; count < 12; count++) received({ type: "message", text: "x" });
    for (let count = 0; count < 20; count++) {
      expect(received('{"type":"message')).toEqual({ dialect: "flat", envelope: null });
    }
    expect(reading.received.dialect).toBe("flat");
    reading.choose("untyped");
    expect(received("[1,")).toEqual({ dialect: "untyped", envelope: null });
  });

  test("stands alone", () => {
    const decision = new Decision(dialects, PLAIN);
    expect(decision.weigh(frameOf(true, { action: "subscribe", topics: [] }))).toBe("action");
    expect(decision.dialect).toBe("action");
  });
});
