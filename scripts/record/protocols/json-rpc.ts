import { received, sent, type Tape } from "./tape";

const call = (id: number | string, method: string, params?: unknown) => ({
  jsonrpc: "2.0",
  id,
  method,
  params,
});
const result = (id: number | string, value: unknown) => ({ jsonrpc: "2.0", id, result: value });
const failure = (id: number | null, code: number, message: string) => ({
  jsonrpc: "2.0",
  id,
  error: { code, message },
});
const notice = (method: string, params: unknown) => ({ jsonrpc: "2.0", method, params });
const json = JSON.stringify;

/** JSON-RPC 2.0 as Ethereum's nodes speak it. It has no heartbeat of its own; this page calls a method for one. */
export const jsonRpc: Tape = {
  url: "wss://node.example.com/rpc",
  lines: [
    sent(42, json(call(1, "eth_chainId"))),
    received(55, json(result(1, "0x1"))),
    sent(60, json(call(2, "eth_subscribe", ["newHeads"]))),
    received(72, json(result(2, "0x9cef478923ff08bf"))),
    received(
      1000,
      json(notice("eth_subscription", { subscription: "0x9cef478923ff08bf", result: { number: "0x1b4" } })),
    ),
    sent(1500, json(call(3, "eth_nothing"))),
    received(1512, json(failure(3, -32_601, "Method not found"))),
    sent(2000, json([call(4, "net_version"), call("five", "eth_blockNumber"), notice("log", ["seen"])])),
    received(2020, json([result("five", "0x1b4"), result(4, "1")])),
    sent(3000, '{"jsonrpc":"2.0","id":6,"method"'),
    received(3005, json(failure(null, -32_700, "Parse error"))),
    sent(10_042, json(call(7, "ping"))),
    received(10_050, json(result(7, "pong"))),
    sent(20_042, json(call(8, "ping"))),
    received(20_057, json(result(8, "pong"))),
    sent(21_000, json(call(9, "eth_unsubscribe", ["0x9cef478923ff08bf"]))),
    received(21_010, json(result(9, true))),
    sent(25_000, json(call(10, "eth_getLogs", [{ fromBlock: "0x0" }]))),
  ],
  closed: { at: 30_000, code: 1001 },
};
