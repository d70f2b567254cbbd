import type { HeartbeatOptions } from "./options";
import { isRecord, tryParse } from "./parse";

/** A frame of Centrifugo may hold several messages, one a line; the empty one is the ping. */
const EMPTY_LINE = /^\{\}\s*$/m;

function pongFor(data: string): string | null {
  const message = data.includes('"ping"') ? tryParse(data) : undefined;
  if (!isRecord(message) || message.type !== "ping") return null;
  const { payload } = message;
  return JSON.stringify(payload ? { type: "pong", payload } : { type: "pong" });
}

/**
 * What answers a ping of the other side; null: this is none. Sources: reconnecting 30; protocol 4 of Engine.IO
 * ("digit"); centrifuge-js ("empty-object"); graphql-ws, which echoes the payload, if there is one ("json-ping").
 */
export function answerTo(data: string | Uint8Array, answers: HeartbeatOptions["answers"]): string | null {
  if (typeof data !== "string") return null;
  switch (answers) {
    case "off":
      return null;
    case "digit":
      return data === "2" ? "3" : null;
    case "empty-object":
      return EMPTY_LINE.test(data) ? "{}" : null;
    case "json-ping":
      return pongFor(data);
  }
}
