import { describe, expect, test } from "vitest";
import { warpkit } from "../../../src/model/dialect/warpkit";
import { speak } from "./speak";

const { sent, received, fitsSent, fitsReceived } = speak(warpkit);

describe("WarpKit", () => {
  test("W44: name, data and timestamp in", () => {
    expect(received({ name: "incident.created", data: { id: "i1" }, timestamp: 1700000000000 })).toEqual({
      kind: "message",
      name: "incident.created",
      payload: { id: "i1" },
      time: 1700000000000,
      found: { name: "name", time: "timestamp", payload: "data" },
    });
  });

  test("R-W2, R-W3, W21: flat out, rooms with a prefix", () => {
    expect(sent({ type: "room.join", room: "account:a1" })).toMatchObject({
      kind: "join",
      rooms: ["account:a1"],
    });
    expect(sent({ type: "room.leave", room: "account:a1" })).toMatchObject({
      kind: "leave",
      rooms: ["account:a1"],
    });
    expect(sent({ type: "joinRoom", room: "a" })?.kind).toBe("join");
    expect(sent({ type: "auth", token: "t" })?.kind).toBe("auth");
    expect(sent({ type: "heartbeat" })).toMatchObject({ kind: "heartbeat", beat: "sign" });
    expect(sent({ type: "incident.ack", id: 1 })).toMatchObject({ kind: "message", name: "incident.ack" });
  });

  test("W37, R-W15: 2 goes out and 3 comes in, not the other way round", () => {
    expect(sent("2")).toMatchObject({ kind: "heartbeat", name: "2", beat: "ask" });
    expect(received("3")).toMatchObject({ kind: "heartbeat", beat: "answer" });
    for (const [fits, read, digit] of [
      [fitsSent, sent, "3"],
      [fitsReceived, received, "2"],
    ] as const) {
      expect(fits(digit)).toBe(0);
      expect(read(digit)).toBeNull();
    }
    expect(fitsSent(new Uint8Array([0x32]))).toBe(0);
  });

  test("R-W18: the stale README's types", () => {
    expect(sent({ type: "__ping__" })).toMatchObject({ kind: "heartbeat", beat: "ask" });
    expect(received({ type: "__pong__" })).toMatchObject({ kind: "heartbeat", beat: "answer" });
    expect(received({ type: "__ack__", id: "7" })).toMatchObject({ kind: "ack", answers: "7" });
  });

  test("W43: presence", () => {
    expect(sent({ type: "PresenceUpdate", status: "online" })?.kind).toBe("presence");
  });

  test("R-W15: {type} from the server is none of its, nor is half an envelope", () => {
    expect(received({ type: "message" })).toBeNull();
    expect(fitsReceived({ name: "a", data: 1 })).toBe(0);
    expect(fitsReceived({ name: "a", timestamp: 1 })).toBe(0);
    expect(fitsReceived({ name: 1, data: 1, timestamp: 1 })).toBe(0);
    expect(fitsSent({ name: "a", data: 1, timestamp: 1 })).toBe(0);
    expect(received("null")).toBeNull();
  });
});
