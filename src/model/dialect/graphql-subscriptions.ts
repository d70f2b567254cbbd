import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { isGood, isOperation, isResult, operationName } from "./graphql-operation";
import { Memory } from "./memory";
import { cut, idOf, ofWhat, own } from "./own-keys";

const FOUND = { name: "type", id: "id", answers: "id", payload: "payload" } as const;
const FOUND_OPERATION = { name: "payload", id: "id", payload: "payload" } as const;

function withoutId(type: string, envelope: Envelope): Envelope {
  switch (type) {
    case "connection_init":
      envelope.kind = "auth";
      return envelope;
    case "connection_ack":
    case "connection_error":
      envelope.kind = "auth-result";
      envelope.good = type === "connection_ack";
      return envelope;
    case "ka":
      envelope.kind = "heartbeat";
      envelope.beat = "sign";
      return envelope;
    case "connection_terminate":
      envelope.kind = "system";
      return envelope;
  }
  envelope.unfamiliar = true;
  return envelope;
}

const WITH_ID = new Set(["start", "data", "error", "complete", "stop"]);

function open(): Read {
  const operations = new Memory<string>();
  return ({ object }) => {
    const type = object && own(object, "type");
    if (!object || typeof type !== "string") return null;
    const payload = own(object, "payload");
    const id = idOf(own(object, "id"));
    const envelope: Envelope = { kind: "unknown", name: cut(type), payload, found: FOUND };
    if (!WITH_ID.has(type) || id === undefined) return withoutId(type, envelope);
    if (type === "start") {
      const called = operationName(payload);
      if (called) operations.set(id, called);
      return { kind: "subscribe", name: called || type, id, asks: true, payload, found: FOUND_OPERATION };
    }
    envelope.name = ofWhat(type, operations.get(id));
    if (type === "stop") {
      envelope.kind = "unsubscribe";
      envelope.id = id;
      return envelope;
    }
    envelope.answers = id;
    envelope.kind = type === "data" ? "message" : type === "error" ? "error" : "ack";
    envelope.good = type === "error" ? false : isGood(payload);
    return envelope;
  };
}

function fits({ object }: Frame): Evidence | null {
  const type = object && own(object, "type");
  if (!object || typeof type !== "string") return null;
  if (type === "ka" || type === "connection_error") return { weight: 3, reason: `it is \`${type}\`` };
  // The newer protocol says these as well, and is the likelier one.
  if (type === "connection_init" || type === "connection_ack") return { weight: 1, reason: `it is ${type}` };
  if (idOf(own(object, "id")) === undefined) return null;
  const payload = own(object, "payload");
  if (type === "start" && isOperation(payload)) return { weight: 3, reason: "it starts a query" };
  if (type === "data" && isResult(payload)) return { weight: 3, reason: "`data` has a GraphQL result" };
  return type === "stop" || type === "complete"
    ? { weight: 1, reason: `it is \`${type}\` with an id` }
    : null;
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return protocol === "graphql-ws" ? { weight: 10, reason: "its subprotocol is graphql-ws" } : null;
}

/**
 * GraphQL subscriptions the older way, subprotocol graphql-ws (not graphql-ws the library), after PROTOCOL.md of
 * subscriptions-transport-ws (github.com/apollographql/subscriptions-transport-ws). `ka` is the server's sign of life.
 */
export const graphqlSubscriptions: Dialect = {
  id: "graphql-subscriptions",
  title: "GraphQL subscriptions (Apollo)",
  words: { name: "operation" },
  hint,
  fits,
  open,
};
