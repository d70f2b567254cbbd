import { expect, test } from "vitest";
import { jsonRpc } from "../../../src/model/dialect/json-rpc";
import { Reading, weightOf } from "./reading";

const jsonrpc = "2.0";

test("JSON-RPC 2.0, 4 and 5: request, response, error, notification, from either side", () => {
  const socket = new Reading(jsonRpc);
  expect(socket.sent({ jsonrpc, method: "subtract", params: [42, 23], id: 1 })).toMatchObject({
    kind: "message",
    name: "subtract",
    id: "1",
    asks: true,
    payload: [42, 23],
  });
  expect(socket.received({ jsonrpc, method: "ask", id: 1 })).toMatchObject({ id: "1", asks: true });
  expect(socket.received({ jsonrpc, result: 19, id: 1 })).toMatchObject({
    kind: "ack",
    name: "result subtract",
    answers: "1",
    good: true,
    payload: 19,
  });
  expect(socket.sent({ jsonrpc, result: null, id: 1 })?.name).toBe("result ask");
  expect(socket.received({ jsonrpc, method: "update", params: [1] })?.asks).toBeUndefined();
  const failed = socket.received({ jsonrpc, error: { code: -32700, message: "Parse error" }, id: null });
  expect(failed).toMatchObject({ kind: "error", good: false, payload: { code: -32700 } });
  expect(failed?.answers).toBeUndefined();
});

test("JSON-RPC 2.0, 6: a batch is its first message, and the rest is remembered", () => {
  const socket = new Reading(jsonRpc);
  expect(
    socket.sent([
      { jsonrpc, method: "a", id: 1 },
      { jsonrpc, method: "b", id: "2" },
    ]),
  ).toMatchObject({ name: "a (+1)", id: "1" });
  expect(socket.received({ jsonrpc, result: 1, id: "2" })?.name).toBe("result b");
});

test("needs jsonrpc 2.0", () => {
  expect(new Reading(jsonRpc).sent({ method: "a", id: 1 })).toBeNull();
  expect(weightOf(jsonRpc, true, { jsonrpc: 2, method: "a" })).toBe(0);
  expect(weightOf(jsonRpc, true, [{ jsonrpc, method: "a" }])).toBe(3);
});
