import type { Envelope } from "./envelope";
import type { Frame } from "./frame";

/** Every dialect's id, as it stands in the filter (`dialect:phoenix`) and in captures. */
export const DIALECT_IDS = [
  "philjs",
  "flat",
  "warpkit",
  "universal",
  "action",
  "recker",
  "philjs-api",
  "phoenix",
  "socket.io",
  "graphql-ws",
  "graphql-subscriptions",
  "signalr",
  "stomp",
  "sockjs",
  "wamp",
  "action-cable",
  "centrifugo",
  "pusher",
  "json-rpc",
  "mqtt",
  "untyped",
  "text",
  "binary",
] as const;
export type DialectId = (typeof DIALECT_IDS)[number];

/** What is known of a socket without its frames. */
export interface SocketFacts {
  readonly url: string;
  /** The negotiated subprotocol; empty for none. */
  readonly protocol: string;
}

/**
 * Why one thinks that a socket speaks a dialect. `weight`: 1 for what others might say as well, 3 for what nobody else
 * says, 10 for what settles it (a registered subprotocol). `reason`: as a clause, "it has string `type` and `payload`".
 */
export interface Evidence {
  weight: number;
  reason: string;
}

/** Reads the frames of one socket, both ways, in order; it may remember what it read. Null where a frame doesn't fit. */
export type Read = (frame: Frame) => Envelope | null;

/** An application's language on a socket. All of it is pure, and throws at nothing. */
export interface Dialect {
  readonly id: DialectId;
  /** "Phoenix Channels". */
  readonly title: string;
  /** The dialect's own words, where they differ: room, name, sender. */
  readonly words?: { readonly room?: string; readonly name?: string; readonly sender?: string };
  /** What the socket's address or subprotocol says. */
  hint?(socket: SocketFacts): Evidence | null;
  /** Whether this frame, going this way, is of this dialect; called for a socket's first frames only. */
  fits(frame: Frame): Evidence | null;
  /** A reader for one socket. */
  open(): Read;
}
