import type { DialectId } from "../dialect/dialect";
import type { Said } from "../meaning/said";

/** What is shown of a beat's own name. In characters. */
const LONGEST_NAME = 40;

/** How the protocols beat that have one way to do it. `either`: both sides may ask, so that it is told who does. */
const PROTOCOLS: Partial<Record<DialectId, { words: string; either?: true }>> = {
  phoenix: { words: "Phoenix heartbeat" },
  "socket.io": { words: "Engine.IO 2/3", either: true },
  "graphql-ws": { words: "graphql-ws ping/pong", either: true },
  "graphql-subscriptions": { words: "subscriptions-transport-ws ka" },
  signalr: { words: "SignalR type 6" },
  stomp: { words: "STOMP newline" },
  sockjs: { words: "SockJS h" },
  "action-cable": { words: "Action Cable ping" },
  centrifugo: { words: "Centrifugo {}" },
  pusher: { words: "pusher:ping/pusher:pong", either: true },
  mqtt: { words: "MQTT PINGREQ/PINGRESP" },
};

/** Names a style of heartbeat by one of its frames: the dialect's word for it, and who asks where that tells it apart. */
export function styleOf({ dialect, envelope, text, sent }: Said): string {
  const beat = envelope?.beat;
  const name = (envelope?.name ?? "").slice(0, LONGEST_NAME);
  if (beat === "ask-any") return `${name || text?.slice(0, LONGEST_NAME) || "a frame"}, answered by anything`;
  const asker = sent === (beat !== "answer") ? "page" : "server";
  const who = beat === "ask" || beat === "answer" ? `, ${asker} asks` : "";
  const protocol = PROTOCOLS[dialect];
  if (protocol !== undefined) return protocol.either ? protocol.words + who : protocol.words;
  if (text === "2" || text === "3") return `digits 2/3${who}`;
  if (text !== null && /^\s*[{[]/.test(text)) {
    return /^p[io]ng$/i.test(name) ? "JSON ping/pong" : `JSON ${name || "without a name"}`;
  }
  if (text !== null)
    return /^p[io]ng$/i.test(text) ? "text ping/pong" : `text ${text.slice(0, LONGEST_NAME)}`;
  // The text of a frame may be gone while its envelope is known.
  return /^p[io]ng$/i.test(name) ? "ping/pong" : name || "a frame";
}
