import { describe, expect, test } from "vitest";
import { action } from "../../../src/model/dialect/action";
import { binary } from "../../../src/model/dialect/binary";
import { philjsApi } from "../../../src/model/dialect/philjs-api";
import { recker } from "../../../src/model/dialect/recker";
import { text } from "../../../src/model/dialect/text";
import { untyped } from "../../../src/model/dialect/untyped";
import { speak } from "./speak";

describe("action", () => {
  const { sent, fitsSent, fitsReceived } = speak(action);

  test("K38, C02: topics count as rooms, and subscribing to them is joining", () => {
    expect(sent({ action: "subscribe", topics: ["alerts", "messages"] })).toMatchObject({
      kind: "join",
      name: "subscribe",
      rooms: ["alerts", "messages"],
      found: { name: "action", rooms: "topics" },
    });
    expect(sent({ action: "unsubscribe", channels: ["a"] })).toMatchObject({
      kind: "leave",
      rooms: ["a"],
    });
  });

  test("a subscription that names no room is no join", () => {
    expect(sent({ action: "subscribe" })?.kind).toBe("subscribe");
  });

  test("K39: authenticate", () => {
    expect(sent({ action: "authenticate", token: "t" })?.kind).toBe("auth");
  });

  test("an action beside a type is none (U32)", () => {
    expect(fitsSent({ type: "game-action", action: "jump" })).toBe(0);
    expect(fitsSent({ action: 1 })).toBe(0);
    expect(fitsSent({ action: "subscribe" })).toBe(3);
    expect(fitsReceived({ action: "subscribe" })).toBe(1);
  });
});

describe("Recker", () => {
  const { sent, received, fitsSent, fitsReceived } = speak(recker);

  test("R-K2: its heartbeat goes out, and whatever comes next answers", () => {
    expect(sent("__heartbeat__")).toMatchObject({ kind: "heartbeat", beat: "ask-any" });
    expect(fitsSent("__heartbeat__")).toBe(3);
    expect(fitsReceived("__heartbeat__")).toBe(0);
    expect(received("__heartbeat__")).toBeNull();
    expect(sent("__heartbeat__ ")).toBeNull();
  });
});

describe("PhilJS API", () => {
  const { sent, received, fitsSent } = speak(philjsApi);

  test("R-P10: channels are rooms; ids are given, and nobody waits for them", () => {
    const envelope = sent({ type: "subscribe", channel: "c1", id: "17", timestamp: 5 });
    expect(envelope).toMatchObject({ kind: "join", rooms: ["c1"], id: "17", time: 5 });
    expect(envelope?.asks).toBeUndefined();
    expect(sent({ type: "unsubscribe", channel: "c1", id: "18", timestamp: 5 })?.kind).toBe("leave");
    expect(received({ type: "data", channel: "c1", id: "19", data: { a: 1 }, timestamp: 5 })).toMatchObject({
      kind: "message",
      rooms: ["c1"],
      payload: { a: 1 },
    });
    expect(received({ type: "complete", channel: "c1", id: "20", timestamp: 5 })?.kind).toBe("left");
  });

  test("R-P10: the ping's channel is the system's, not a room", () => {
    const envelope = sent({ type: "ping", channel: "__system__", id: "1", timestamp: 5 });
    expect(envelope).toMatchObject({ kind: "heartbeat", beat: "ask", id: "1" });
    expect(envelope?.rooms).toBeUndefined();
  });

  test("needs type, channel and id", () => {
    expect(fitsSent({ type: "a", channel: "c", id: "1", timestamp: 1 })).toBe(3);
    expect(fitsSent({ type: "a", channel: "c", timestamp: 1 })).toBe(0);
    expect(fitsSent({ type: "a", id: "1", timestamp: 1 })).toBe(0);
    expect(fitsSent({ channel: "c", id: "1" })).toBe(0);
  });
});

describe("what says nothing of itself", () => {
  test("K36: an object is named by its keys as written, a list by its length", () => {
    const { received } = speak(untyped);
    expect(received({ cpu: 1, memory: 2, requests: 3 })?.name).toBe("cpu, memory, requests");
    expect(received([1, 2, 3])?.name).toBe("array of 3");
    expect(received({})?.name).toBe("{}");
    expect(received('{"__proto__":1,"constructor":2}')?.name).toBe("__proto__, constructor");
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, index]));
    expect(received(many)?.name).toMatch(/^key0, .*key11, \.\.\.$/);
    expect(received("text")).toBeNull();
  });

  test("K49: a short word is its own name, other text is text; a number or null alone is text", () => {
    const { received, sent } = speak(text);
    expect(received("STOP")).toMatchObject({ kind: "message", name: "STOP" });
    for (const plain of ["two words", "42", "", "x".repeat(30), "<b>"])
      expect(received(plain)?.name).toBe("text");
    expect(received("null")?.kind).toBe("message");
    expect(sent("ping")).toMatchObject({ kind: "heartbeat", beat: "ask" });
    expect(received(new Uint8Array(1))).toBeNull();
  });

  test("R-U9: binary, also empty", () => {
    const { received } = speak(binary);
    expect(received(new Uint8Array(0))).toMatchObject({ kind: "message", name: "binary" });
    expect(received("x")).toBeNull();
  });
});
