import { describe, expect, test } from "vitest";
import { philjs } from "../../../src/model/dialect/philjs";
import { speak } from "./speak";

const { sent, received, fitsSent, fitsReceived } = speak(philjs);

describe("PhilJS realtime", () => {
  test("P14, R-P2: type, payload, room, from and timestamp", () => {
    expect(
      received(
        '{"type":"chat:message","payload":{"text":"hi","userId":"u9"},"timestamp":1700000000000,"room":"room-abc","from":"u1"}',
      ),
    ).toEqual({
      kind: "message",
      name: "chat:message",
      rooms: ["room-abc"],
      sender: "u1",
      time: 1700000000000,
      payload: { text: "hi", userId: "u9" },
      found: { name: "type", rooms: "room", sender: "from", time: "timestamp", payload: "payload" },
    });
    expect(
      sent({ type: "game:move", payload: { x: 1, y: 2 }, timestamp: 5, room: "game-456" }),
    ).toMatchObject({
      kind: "message",
      rooms: ["game-456"],
    });
  });

  test("P34, R-P7: room:join with payload.roomId, the user as sender", () => {
    expect(
      sent({
        type: "room:join",
        payload: { roomId: "r1", user: { id: "u1", name: "Ann" }, password: "x" },
        timestamp: 5,
      }),
    ).toMatchObject({
      kind: "join",
      rooms: ["r1"],
      sender: "u1",
      found: { rooms: "payload.roomId", sender: "payload.user" },
    });
  });

  test("P35: room:leave", () => {
    expect(sent({ type: "room:leave", payload: { roomId: "r1", userId: "u1" } })).toMatchObject({
      kind: "leave",
      rooms: ["r1"],
      sender: "u1",
    });
  });

  test("R-P7: room:joined is the room, room:error a refusal", () => {
    expect(
      received({
        type: "room:joined",
        payload: { id: "r1", users: [{ id: "u1", name: "Ann" }, "u2"], createdAt: 1 },
      }),
    ).toMatchObject({
      kind: "join-confirmed",
      good: true,
      rooms: ["r1"],
      membership: { change: "set", members: [{ id: "u1", name: "Ann" }, { id: "u2" }] },
      found: { rooms: "payload.id" },
    });
    expect(received({ type: "room:error", payload: { message: "full" }, room: "r1" })).toMatchObject({
      kind: "join-refused",
      good: false,
      rooms: ["r1"],
    });
  });

  test("P20, R-P7: a user object joins, a bare id leaves", () => {
    for (const type of ["user:joined", "room:user:joined"]) {
      expect(received({ type, payload: { id: "u1", name: "Ann" }, room: "r1" })).toMatchObject({
        kind: "member-joined",
        rooms: ["r1"],
        membership: { change: "add", members: [{ id: "u1", name: "Ann" }] },
      });
    }
    for (const type of ["user:left", "room:user:left"]) {
      const envelope = received({ type, payload: "u1", room: "r1" });
      expect(envelope).toMatchObject({
        kind: "member-left",
        membership: { change: "remove", members: [{ id: "u1" }] },
      });
      expect(envelope?.sender).toBeUndefined();
    }
  });

  test("R-P7: presence, whose leave is a bare string id", () => {
    expect(
      sent({ type: "presence:join", payload: { user: { id: "u1" }, room: "r1" }, timestamp: 1 }),
    ).toMatchObject({
      kind: "presence",
      rooms: ["r1"],
      membership: { change: "add", members: [{ id: "u1" }] },
    });
    expect(
      received({ type: "presence:update", payload: { user: { id: "u1" }, data: {}, lastSeen: 1 } }),
    ).toMatchObject({
      kind: "presence",
      membership: { change: "add", members: [{ id: "u1" }] },
    });
    expect(received({ type: "presence:leave", payload: "u1" })).toMatchObject({
      kind: "presence",
      membership: { change: "remove", members: [{ id: "u1" }] },
    });
  });

  test("P31, P32, R-P1: heartbeats, with and without payload and timestamp", () => {
    for (const ping of [
      { type: "ping", payload: {} },
      { type: "ping", payload: {}, timestamp: 1 },
    ]) {
      expect(sent(ping)).toMatchObject({ kind: "heartbeat", beat: "ask" });
    }
    expect(received({ type: "pong" })).toMatchObject({ kind: "heartbeat", beat: "answer" });
    expect(received({ type: "ping" })).toMatchObject({ kind: "heartbeat", beat: "ask" });
  });

  test("P23, P36, P38: system, history, typing", () => {
    expect(received({ type: "system:notice", payload: {} })?.kind).toBe("system");
    expect(received({ type: "room:history", payload: [{ id: "1" }], room: "r1" })).toMatchObject({
      kind: "history",
      rooms: ["r1"],
    });
    expect(
      received({ type: "user:typing", payload: { userId: "u1", isTyping: true }, room: "r1" }),
    ).toMatchObject({
      kind: "typing",
      sender: "u1",
      rooms: ["r1"],
    });
  });

  test("rooms are aliases, not guesses: no other key is one", () => {
    const envelope = received({
      type: "chat:message",
      payload: { channel: "a", roomName: "b", id: "c" },
      to: "d",
    });
    expect(envelope?.rooms).toBeUndefined();
  });

  test("what is of others is not its own", () => {
    expect(fitsSent({ type: "connection_init", payload: {} })).toBe(0);
    expect(fitsReceived({ type: "next", id: "1", payload: { data: {} } })).toBe(0);
    expect(fitsSent({ type: "subscribe", channel: "c", id: "1", timestamp: 1 })).toBe(0);
    expect(fitsSent({ type: "message", text: "hi" })).toBe(0);
    expect(fitsSent({ type: 1, payload: {} })).toBe(0);
    expect(fitsSent('{"type":"a","payload":')).toBe(0);
    expect(sent({ type: "message", text: "hi" })).toBeNull();
    expect(sent([{ type: "a", payload: 1 }])).toBeNull();
    expect(fitsSent({ type: "ping", payload: {} })).toBe(1);
    expect(fitsSent({ type: "ping", payload: {}, timestamp: 1 })).toBe(3);
  });
});
