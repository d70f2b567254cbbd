import type { Delay } from "./backoff";

export type ClientState = "connecting" | "connected" | "disconnected" | "reconnecting";

export type ErrorKind =
  | "connection"
  | "timeout"
  | "heartbeat"
  | "parse"
  | "validation"
  | "url"
  | "send"
  | "listener";

/** Why the client makes no attempts although it wants to. */
export type PauseReason = "offline" | "hidden";

/** Which side ended the socket. */
type Side = "client" | "server";

/** A message as it arrived. */
export interface Received {
  data: string | Uint8Array;
  binary: boolean;
}

/** What each event says beside its type and its time. */
export interface EventDetails {
  state: { state: ClientState; previous: ClientState };
  open: { url: string; protocol: string; extensions: string };
  connected: { reconnected: boolean };
  /** `reply`: it answers the heartbeat. `ping`: it is a ping that these options answer. */
  message: Received & { reply: boolean; ping: boolean };
  close: { code: number; reason: string; clean: boolean; by: Side };
  error: { kind: ErrorKind; message: string };
  /** `delay` is ms, the same as `chosen`. */
  reconnecting: { attempt: number; delay: number; why: string } & Delay;
  "reconnect-error": { attempt: number; message: string };
  "max-attempts": { attempts: number };
  "gave-up": { why: string; clean: boolean };
  /** `silent`: nothing at all was received for so long; otherwise a reply is missing. */
  "heartbeat-timeout": { timeout: number; silent: boolean };
  "ping-sent": { data: string };
  /** Round trip in ms. */
  pong: { rtt: number };
  /** A ping of the other side was answered with `data`. */
  answered: { data: string };
  /** `sent` is false where the frame waits for the next open. */
  joined: { room: string; sent: boolean };
  left: { room: string; sent: boolean; why: string };
  rejoined: { rooms: string[] };
  buffered: { data: string | Uint8Array; count: number };
  dropped: { data: string | Uint8Array; count: number; bytes: number; why: string };
  flushed: { count: number };
  paused: { why: PauseReason; closed: boolean };
  resumed: { why: "online" | "visible" };
  stable: { after: number };
}

export type EventName = keyof EventDetails;

export type EventOf<Name extends EventName> = { type: Name; time: number } & EventDetails[Name];

/** One event of the client; `time` is ms since 1970. */
export type ClientEvent = { [Name in EventName]: EventOf<Name> }[EventName];

/** How the parts of the client tell what happened. */
export type Tell = <Name extends EventName>(type: Name, details: EventDetails[Name]) => void;
