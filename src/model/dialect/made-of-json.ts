import type { DialectId } from "./dialect";
import type { Frame } from "./frame";

const OF_JSON: ReadonlySet<DialectId> = new Set([
  "philjs",
  "flat",
  "warpkit",
  "universal",
  "action",
  "philjs-api",
  "phoenix",
  "graphql-ws",
  "graphql-subscriptions",
  "signalr",
  "wamp",
  "action-cable",
  "centrifugo",
  "pusher",
  "json-rpc",
  "untyped",
]);

/** Whether a dialect's text frames are JSON, so that a text that begins like JSON and is none is broken. */
export function isJsonDialect(id: DialectId): boolean {
  return OF_JSON.has(id);
}

/** Whether a text frame begins like a JSON object or list, and is none. */
export function isBrokenJson(frame: Frame): boolean {
  const first = frame.text.charCodeAt(0);
  return (first === 0x7b || first === 0x5b) && frame.json === undefined;
}

/** Whether a dialect takes what no other claims: it never fits better than one that does. */
export function isLast(id: DialectId): boolean {
  return id === "untyped" || id === "text" || id === "binary";
}
