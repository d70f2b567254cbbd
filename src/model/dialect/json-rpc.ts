import type { Dialect, Evidence, Read } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame, Json } from "./frame";
import { Memory } from "./memory";
import { cut, idOf, type JsonObject, objectOf, ofWhat, own } from "./own-keys";
import { several } from "./several";

const FOUND_CALL = { name: "method", id: "id", payload: "params" } as const;
const FOUND_RESULT = { answers: "id", payload: "result" } as const;
const FOUND_ERROR = { answers: "id", payload: "error" } as const;

/** The message, or the first of a batch; undefined where it is no JSON-RPC 2.0. */
function firstOf(json: Json | undefined): JsonObject | undefined {
  const object = objectOf(Array.isArray(json) ? json[0] : json);
  return object && own(object, "jsonrpc") === "2.0" ? object : undefined;
}

/** A response; `asked` knows the methods that the other side called. */
function response(message: JsonObject, asked: Memory<string>): Envelope {
  const answers = idOf(own(message, "id"));
  const failed = Object.hasOwn(message, "error");
  const name = ofWhat(failed ? "error" : "result", asked.get(answers));
  const envelope: Envelope = { kind: failed ? "error" : "ack", name, good: !failed };
  envelope.payload = own(message, failed ? "error" : "result");
  envelope.found = failed ? FOUND_ERROR : FOUND_RESULT;
  if (answers !== undefined) envelope.answers = answers;
  return envelope;
}

function open(): Read {
  const methods = { sent: new Memory<string>(), received: new Memory<string>() };
  const one = (message: JsonObject, sent: boolean): Envelope => {
    const method = own(message, "method");
    const id = idOf(own(message, "id"));
    if (typeof method === "string") {
      const payload = own(message, "params");
      const envelope: Envelope = { kind: "message", name: cut(method), payload, found: FOUND_CALL };
      if (id === undefined) return envelope;
      methods[sent ? "sent" : "received"].set(id, envelope.name);
      return Object.assign(envelope, { id, asks: true });
    }
    if (Object.hasOwn(message, "result") || Object.hasOwn(message, "error")) {
      return response(message, methods[sent ? "received" : "sent"]);
    }
    return {
      kind: "unknown",
      name: "",
      payload: message,
      problem: "it has neither method, result nor error",
    };
  };
  return ({ sent, json }) => {
    const first = firstOf(json);
    if (!first) return null;
    if (!Array.isArray(json)) return one(first, sent);
    const envelope = several(json, (each) => {
      const message = objectOf(each);
      return message ? one(message, sent) : null;
    });
    if (envelope) delete envelope.found;
    return envelope;
  };
}

function fits({ json }: Frame): Evidence | null {
  return firstOf(json) ? { weight: 3, reason: 'it has `"jsonrpc": "2.0"`' } : null;
}

/**
 * JSON-RPC 2.0, after jsonrpc.org/specification. Of a batch the envelope is the first message's, and its name says how
 * many follow ("eth_call (+2)"). Either side may ask; a response is named after what it answers ("result eth_call").
 */
export const jsonRpc: Dialect = {
  id: "json-rpc",
  title: "JSON-RPC 2.0",
  words: { name: "method" },
  fits,
  open,
};
