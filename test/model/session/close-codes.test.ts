import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainClose } from "../../../src/model/session/close-codes";

describe("U34, C38: every registered code has a name", () => {
  test.each([
    [1000, "normal closure"],
    [1001, "going away"],
    [1002, "protocol error"],
    [1003, "unsupported data"],
    [1004, "reserved"],
    [1005, "no status received"],
    [1006, "abnormal closure"],
    [1007, "invalid frame payload data"],
    [1008, "policy violation"],
    [1009, "message too big"],
    [1010, "mandatory extension"],
    [1011, "internal error"],
    [1012, "service restart"],
    [1013, "try again later"],
    [1014, "bad gateway"],
    [1015, "TLS handshake"],
    [3000, "unauthorized"],
    [3003, "forbidden"],
    [3008, "timeout"],
  ])("%i: %s", (code, name) => {
    expect(explainClose(code).name).toBe(name);
  });

  test.each([1005, 1006, 1015])("%i is never on the wire", (code) => {
    expect(explainClose(code).meaning).toContain("never on the wire");
  });
});

describe("known private ones", () => {
  test.each([
    ["R-K2", 4000, "heartbeat timeout", "heartbeat timeout"],
    ["R-U5", 1000, "No pong received", "no pong received"],
    ["R-U5", 1000, "Inactivity timeout", "inactivity timeout"],
    ["U19", 4001, "No token provided", "not authenticated"],
    ["U19", 4002, "Invalid token", "token refused"],
    ["graphql-ws", 4401, "", "unauthorized"],
    ["graphql-ws", 4408, "", "connection initialisation timeout"],
    ["graphql-ws", 4429, "", "too many initialisation requests"],
    ["graphql-ws", 4499, "", "terminated"],
    ["graphql-ws", 4500, "", "internal server error"],
    ["Pusher", 4201, "", "pong not received"],
    ["Pusher", 4001, "Application does not exist", "no such application"],
    ["Centrifugo", 3500, "invalid token", "invalid token"],
    ["Centrifugo", 3008, "slow", "slow"],
    ["Centrifugo", 3000, "connection closed", "connection closed"],
  ])("%s: %i with the reason %j", (_, code, reason, name) => {
    expect(explainClose(code, reason).name).toBe(name);
  });

  test("K26, K44: 1000 with an application's own words stays a normal closure", () => {
    expect(explainClose(1000, "Client shutting down").name).toBe("normal closure");
  });
});

test.each([
  [999, "not used"],
  [1016, "reserved"],
  [2999, "reserved"],
  [3400, "a library's code"],
  [3999, "a library's code"],
  [4321, "private code"],
  [4999, "private code"],
  [5000, "not a close code"],
  [-1, "not a close code"],
  [Number.NaN, "not a close code"],
])("%d is in the range of: %s", (code, name) => {
  expect(explainClose(code).name).toBe(name);
});

test("any code and reason: a name and a meaning, and never an empty advice", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -10, max: 6000 }), fc.double()), fc.string(), (code, reason) => {
      const { name, meaning, advice } = explainClose(code, reason);
      expect(name).not.toBe("");
      expect(meaning).toMatch(/\.$/);
      expect(advice).not.toBe("");
    }),
  );
});
