import { describe, expect, test } from "vitest";
import { flat } from "../../../src/model/dialect/flat";
import { speak } from "./speak";

const { sent, received, fitsSent, fitsReceived } = speak(flat);

describe("flat JSON", () => {
  test("G05, G12: join, leave, message, typing out", () => {
    expect(sent({ type: "join", room: "r1" })).toEqual({
      kind: "join",
      name: "join",
      rooms: ["r1"],
      payload: { type: "join", room: "r1" },
      found: { name: "type", rooms: "room" },
    });
    expect(sent({ type: "leave", room: "r1" })).toMatchObject({ kind: "leave", rooms: ["r1"] });
    expect(sent({ type: "message", room: "r1", text: "x" })).toMatchObject({
      kind: "message",
      rooms: ["r1"],
    });
    expect(sent({ type: "typing", room: "r1", isTyping: true })).toMatchObject({
      kind: "typing",
      rooms: ["r1"],
    });
  });

  test("G13: joined with users confirms, left is another member's", () => {
    expect(received({ type: "joined", room: "r1", users: ["a", "b"] })).toMatchObject({
      kind: "join-confirmed",
      good: true,
      rooms: ["r1"],
      membership: { change: "set", members: [{ id: "a" }, { id: "b" }] },
    });
    expect(received({ type: "left", room: "r1", userId: "a" })).toMatchObject({
      kind: "member-left",
      rooms: ["r1"],
      membership: { change: "remove", members: [{ id: "a" }] },
    });
    expect(received({ type: "left", room: "r1" })?.kind).toBe("left");
    expect(
      received({ type: "message", room: "r1", userId: "a", text: "x", timestamp: 1700000000000 }),
    ).toMatchObject({
      sender: "a",
      time: 1700000000000,
    });
    expect(received({ type: "error", message: "no" })?.kind).toBe("error");
  });

  test("G20, G21: presence; the room may be called roomId", () => {
    expect(sent({ type: "presence:update", roomId: "r1", cursor: { x: 1, y: 2 } })).toMatchObject({
      kind: "presence",
      rooms: ["r1"],
      found: { rooms: "roomId" },
    });
    expect(received({ type: "presence:join", userId: "a", name: "Ann", lastSeen: 1 })).toMatchObject({
      membership: { change: "add", members: [{ id: "a", name: "Ann" }] },
    });
    expect(received({ type: "presence:leave", userId: "a" })).toMatchObject({
      membership: { change: "remove", members: [{ id: "a" }] },
    });
  });

  test("G23, G24, K34: ping and pong, whoever asks, whatever is beside", () => {
    expect(sent({ type: "ping" })).toMatchObject({ kind: "heartbeat", beat: "ask" });
    expect(received({ type: "ping", timestamp: 1 })).toMatchObject({ beat: "ask", time: 1 });
    expect(sent({ type: "pong" })).toMatchObject({ kind: "heartbeat", beat: "answer" });
    expect(sent({ type: "heartbeat" })).toMatchObject({ kind: "heartbeat", beat: "sign" });
  });

  test("K35, C24: senders by any alias, system messages", () => {
    expect(received({ type: "message", user: "ann", text: "x" })?.sender).toBe("ann");
    expect(received({ type: "message", user: { id: 7, name: "Ann" } })?.sender).toBe("7");
    expect(received({ type: "message", from: "a", userId: "b" })?.sender).toBe("a");
    expect(received({ type: "system", text: "x" })?.kind).toBe("system");
  });

  test("W19, U21: auth and its result", () => {
    expect(sent({ type: "auth", token: "t" })?.kind).toBe("auth");
    expect(received({ type: "authenticated", user: { id: "a" } })).toMatchObject({
      kind: "auth-result",
      good: true,
    });
    expect(received({ type: "auth", success: false })).toMatchObject({ kind: "auth-result", good: false });
  });

  test("G16: a type that the guide does not know is unfamiliar", () => {
    expect(received({ type: "trade", price: 1 })).toMatchObject({ kind: "message", unfamiliar: true });
    expect(received({ type: "message" })?.unfamiliar).toBeUndefined();
  });

  test("a room of no known key is none, a time that is none is left out", () => {
    const envelope = received({ type: "message", channel: "a", to: "b", room: null, timestamp: "soon" });
    expect(envelope?.rooms).toBeUndefined();
    expect(envelope?.time).toBeUndefined();
    expect(received({ type: "message", timestamp: "2026-04-03T10:00:00Z" })?.time).toBe(
      Date.UTC(2026, 3, 3, 10),
    );
  });

  test("the poisonous keys are plain text as names and rooms, and never looked up", () => {
    for (const word of ["__proto__", "constructor", "prototype", "toString"]) {
      expect(received(`{"type":"${word}","room":"${word}"}`)).toMatchObject({ name: word, rooms: [word] });
    }
    const envelope = received('{"type":"message","__proto__":{"room":"x","from":"y"}}');
    expect(envelope?.rooms).toBeUndefined();
    expect(envelope?.sender).toBeUndefined();
    expect(fitsReceived('{"__proto__":{"type":"message"}}')).toBe(0);
  });

  test("type must be a text, and payload is PhilJS's", () => {
    expect(fitsSent({ type: 1 })).toBe(0);
    expect(fitsSent({ type: "a", payload: {} })).toBe(0);
    expect(sent({ type: "a", payload: {} })).toBeNull();
    expect(fitsSent(["type"])).toBe(0);
    expect(sent("type")).toBeNull();
  });

  test("long texts are cut", () => {
    const long = "x".repeat(1000);
    const envelope = sent({ type: long, room: long, from: long });
    expect([envelope?.name.length, envelope?.rooms?.[0]?.length, envelope?.sender?.length]).toEqual([
      200, 200, 200,
    ]);
  });
});
