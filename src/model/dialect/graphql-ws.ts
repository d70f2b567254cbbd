import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { isGood, isOperation, isResult, operationName } from "./graphql-operation";
import { Memory } from "./memory";
import { cut, idOf, ofWhat, own } from "./own-keys";

const FOUND = { name: "type", id: "id", answers: "id", payload: "payload" } as const;
const FOUND_OPERATION = { name: "payload", id: "id", payload: "payload" } as const;

function open(): Read {
  const operations = new Memory<string>();
  return (frame) => {
    const { object } = frame;
    const type = object && own(object, "type");
    if (!object || typeof type !== "string") return null;
    const payload = own(object, "payload");
    const id = idOf(own(object, "id"));
    const envelope: Envelope = { kind: "unknown", name: cut(type), payload, found: FOUND };
    switch (type) {
      case "connection_init":
        envelope.kind = "auth";
        return envelope;
      case "connection_ack":
        return Object.assign(envelope, { kind: "auth-result", good: true });
      case "ping":
        return Object.assign(envelope, { kind: "heartbeat", beat: "ask" });
      case "pong":
        return Object.assign(envelope, { kind: "heartbeat", beat: "answer" });
    }
    if (id === undefined) {
      envelope.unfamiliar = true;
      return envelope;
    }
    const name = operations.get(id);
    switch (type) {
      case "subscribe": {
        const called = operationName(payload);
        if (called) operations.set(id, called);
        return { kind: "subscribe", name: called || type, id, asks: true, payload, found: FOUND_OPERATION };
      }
      case "next":
        envelope.kind = "message";
        envelope.good = isGood(payload);
        break;
      case "error":
        envelope.kind = "error";
        envelope.good = false;
        break;
      case "complete":
        // From the page it ends the operation, from the server it says that no more will come.
        envelope.kind = frame.sent ? "unsubscribe" : "ack";
        if (!frame.sent) envelope.good = true;
        break;
      default:
        envelope.unfamiliar = true;
        return envelope;
    }
    envelope.name = ofWhat(type, name);
    if (frame.sent) envelope.id = id;
    else envelope.answers = id;
    return envelope;
  };
}

function fits({ object }: Frame): Evidence | null {
  const type = object && own(object, "type");
  if (!object || typeof type !== "string") return null;
  if (type === "connection_init" || type === "connection_ack") return { weight: 3, reason: `it is ${type}` };
  if (typeof own(object, "id") !== "string") return null;
  const payload = own(object, "payload");
  if (type === "subscribe" && isOperation(payload))
    return { weight: 3, reason: "it subscribes with a query" };
  if (type === "next" && isResult(payload)) return { weight: 3, reason: "`next` has a GraphQL result" };
  if (type === "error" && Array.isArray(payload))
    return { weight: 1, reason: "`error` has a list of errors" };
  return type === "complete" ? { weight: 1, reason: "it is `complete` with an id" } : null;
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return protocol === "graphql-transport-ws"
    ? { weight: 10, reason: "its subprotocol is graphql-transport-ws" }
    : null;
}

/**
 * GraphQL over WebSocket, subprotocol graphql-transport-ws, after PROTOCOL.md of graphql-ws
 * (github.com/enisdenjo/graphql-ws). What answers an operation is named after it: "next OnMessage".
 */
export const graphqlWs: Dialect = {
  id: "graphql-ws",
  title: "GraphQL over WebSocket",
  words: { name: "operation" },
  hint,
  fits,
  open,
};
