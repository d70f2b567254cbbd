import { expect, test } from "vitest";
import { graphqlSubscriptions } from "../../../src/model/dialect/graphql-subscriptions";
import { graphqlWs } from "../../../src/model/dialect/graphql-ws";
import { Reading, weightOf } from "./reading";

const query = "subscription OnMessage {\n  message { text }\n}";

test("graphql-ws PROTOCOL.md: ConnectionInit, ConnectionAck, Ping, Pong", () => {
  const socket = new Reading(graphqlWs);
  expect(socket.sent({ type: "connection_init", payload: { token: "x" } })?.kind).toBe("auth");
  expect(socket.received({ type: "connection_ack" })).toMatchObject({ kind: "auth-result", good: true });
  expect(socket.received({ type: "ping" })).toMatchObject({ kind: "heartbeat", beat: "ask" });
  expect(socket.sent({ type: "pong" })).toMatchObject({ kind: "heartbeat", beat: "answer" });
});

test("graphql-ws PROTOCOL.md: Subscribe is no room, and Next, Error, Complete answer it", () => {
  const socket = new Reading(graphqlWs);
  const asked = socket.sent({ id: "1", type: "subscribe", payload: { operationName: "OnMessage", query } });
  expect(asked).toMatchObject({ kind: "subscribe", name: "OnMessage", id: "1", asks: true });
  expect(asked?.rooms).toBeUndefined();
  expect(socket.received({ id: "1", type: "next", payload: { data: {} } })).toMatchObject({
    kind: "message",
    name: "next OnMessage",
    answers: "1",
    good: true,
  });
  expect(socket.received({ id: "1", type: "next", payload: { errors: [{}] } })?.good).toBe(false);
  expect(socket.received({ id: "1", type: "error", payload: [{ message: "no" }] })).toMatchObject({
    kind: "error",
    answers: "1",
    good: false,
  });
  expect(socket.received({ id: "1", type: "complete" })).toMatchObject({ kind: "ack", answers: "1" });
  expect(socket.sent({ id: "1", type: "complete" })).toMatchObject({ kind: "unsubscribe", id: "1" });
});

test("an operation without a name is named by its first words", () => {
  const socket = new Reading(graphqlWs);
  const { name } = socket.sent({ id: "1", type: "subscribe", payload: { query } }) ?? {};
  expect(name).toBe("subscription OnMessage { message { text } }");
});

test("subscriptions-transport-ws PROTOCOL.md: GQL_START, DATA, STOP, COMPLETE, CONNECTION_KEEP_ALIVE", () => {
  const socket = new Reading(graphqlSubscriptions);
  expect(socket.sent({ type: "connection_init", payload: {} })?.kind).toBe("auth");
  expect(socket.received({ type: "connection_error" })).toMatchObject({ kind: "auth-result", good: false });
  expect(socket.received({ type: "ka" })).toMatchObject({ kind: "heartbeat", beat: "sign" });
  const payload = { operationName: "OnMessage", query };
  expect(socket.sent({ id: "1", type: "start", payload })).toMatchObject({ name: "OnMessage", asks: true });
  expect(socket.received({ id: "1", type: "data", payload: { data: {} } })).toMatchObject({
    kind: "message",
    name: "data OnMessage",
    answers: "1",
  });
  expect(socket.sent({ id: "1", type: "stop" })).toMatchObject({ kind: "unsubscribe", id: "1" });
  expect(socket.received({ id: "1", type: "complete" })).toMatchObject({ kind: "ack", answers: "1" });
});

test("the subprotocols settle it; plain pings and subscribes are anybody's", () => {
  expect(graphqlWs.hint?.({ url: "", protocol: "graphql-transport-ws" })?.weight).toBe(10);
  expect(graphqlSubscriptions.hint?.({ url: "", protocol: "graphql-ws" })?.weight).toBe(10);
  for (const frame of [
    { type: "ping" },
    { type: "subscribe", channel: "a" },
    { type: "error", message: "x" },
  ]) {
    expect(weightOf(graphqlWs, true, frame) + weightOf(graphqlSubscriptions, true, frame)).toBe(0);
  }
});
