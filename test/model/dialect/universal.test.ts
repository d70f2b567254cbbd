import { describe, expect, test } from "vitest";
import { universal } from "../../../src/model/dialect/universal";
import { speak } from "./speak";

const { sent, received, fitsSent, fitsReceived } = speak(universal);

describe("the Universal API mock", () => {
  test("U15, U16: rooms", () => {
    expect(sent({ type: "join-room", room: "r1", username: "ann" })).toMatchObject({
      kind: "join",
      rooms: ["r1"],
      sender: "ann",
    });
    expect(sent({ type: "leave-room", room: "r1" })).toMatchObject({ kind: "leave", rooms: ["r1"] });
    expect(received({ type: "user-joined", username: "ann", room: "r1" })).toMatchObject({
      kind: "member-joined",
      rooms: ["r1"],
      membership: { change: "add", members: [{ id: "ann" }] },
    });
    expect(received({ type: "user-left", userId: "u1" })).toMatchObject({
      kind: "member-left",
      membership: { change: "remove", members: [{ id: "u1" }] },
    });
  });

  test("U09: a join without a room has none", () => {
    const envelope = sent({ type: "join", username: "ann" });
    expect(envelope?.kind).toBe("join");
    expect(envelope?.rooms).toBeUndefined();
  });

  test("U17: a broadcast without a room is not attributed to one", () => {
    expect(received({ type: "chat-message", from: "ann", text: "x" })?.rooms).toBeUndefined();
  });

  test("U29 to U32: games", () => {
    expect(received({ type: "joined-lobby" })).toMatchObject({ kind: "join-confirmed", rooms: ["lobby"] });
    expect(received({ type: "game-created", gameId: "g1" })).toMatchObject({
      kind: "join-confirmed",
      rooms: ["g1"],
    });
    expect(sent({ type: "join-game", gameId: "g1" })).toMatchObject({ kind: "join", rooms: ["g1"] });
    expect(received({ type: "player-joined", playerId: "p1" })).toMatchObject({
      kind: "member-joined",
      membership: { change: "add", members: [{ id: "p1" }] },
    });
    expect(sent({ type: "game-action", gameId: "g1", action: "jump" })).toMatchObject({
      kind: "message",
      rooms: ["g1"],
    });
    expect(received({ type: "game-update", action: "jump", playerId: "p1" })?.sender).toBe("p1");
  });

  test("U04, U10, U13, U21, U08: greetings, typing, auth result, error", () => {
    expect(received({ type: "welcome", message: "hi" })?.kind).toBe("connect");
    expect(received({ type: "connected", id: "c1", timestamp: 5 })).toMatchObject({
      kind: "connect",
      time: 5,
    });
    expect(sent({ type: "typing", username: "ann" })).toMatchObject({ kind: "typing", sender: "ann" });
    expect(received({ type: "authenticated", user: { id: "u1" } })).toMatchObject({
      kind: "auth-result",
      good: true,
    });
    expect(received({ type: "error", message: "x" })?.kind).toBe("error");
  });

  test("fits hyphens more than plain types", () => {
    expect(fitsSent({ type: "join-room", room: "r1" })).toBe(3);
    expect(fitsSent({ type: "my-thing" })).toBe(2);
    expect(fitsReceived({ type: "message", text: "x" })).toBe(0);
    expect(fitsReceived({ type: "chat-message", payload: {} })).toBe(0);
    expect(fitsReceived({ type: "-" })).toBe(0);
  });
});
