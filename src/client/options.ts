type Backoff = "none" | "exponential" | "full-jitter" | "proportional-jitter" | "min-plus-random" | "list";

type HeartbeatStyle = "off" | "json-ping-payload" | "json-ping" | "digit" | "recker" | "phoenix" | "custom";

/** Which pings of the other side are answered, and how. */
type Answers = "off" | "digit" | "empty-object" | "json-ping";

/** What becomes of a message while no socket is open. */
export type WhenClosed = "drop" | "throw" | "buffer";

export type RoomDialect = "philjs" | "flat" | "warpkit" | "universal" | "action" | "phoenix";

/** What the client does by itself when a socket opens. */
export type OpenStep = "auth" | "rejoin" | "flush";

export interface HeartbeatOptions {
  style: HeartbeatStyle;
  /** ms between pings; 0: none are sent. */
  interval: number;
  /** ms to wait for the reply; 0: for ever. */
  timeout: number;
  /** Close code after a missed reply, or too long a silence; null: none is sent. */
  closeCode: number | null;
  /** The ping of style "custom". */
  text: string;
  /** What answers it: this text, or JSON with at least these fields; empty: anything received. */
  reply: string;
  answers: Answers;
  /** ms without any message after which the connection is given up; 0: never. */
  silence: number;
}

/** All that a preset sets: plain data that a form can edit. Times are ms. */
export interface ClientOptions {
  reconnect: boolean;
  /** Before the first attempt. */
  delay: number;
  /** No delay exceeds it; null: no limit. */
  cap: number | null;
  /** By how much each delay is longer than the one before. */
  factor: number;
  backoff: Backoff;
  /** For proportional jitter: 0.2 is 20 % to either side. */
  proportion: number;
  /** For backoff "list"; the last one repeats. */
  delays: number[];
  /** Shortest and longest random addition to whatever the backoff gives (graphql-ws: 300 and 3000). */
  extraMin: number;
  extraMax: number;
  /** Attempts after a loss before it gives up; Infinity: never. */
  attempts: number;
  /** Whether a close with code 1000 from the other side is followed by an attempt. */
  reconnectAfterClean: boolean;
  /** Close codes after which no attempt is made. */
  fatalCodes: number[];
  /** How long a socket must stay open before attempts count from 0 again; 0: at open. */
  stableFor: number;
  /** 0: off. */
  connectionTimeout: number;
  heartbeat: HeartbeatOptions;
  whenClosed: WhenClosed;
  /** In messages. */
  bufferLimit: number;
  rejoin: boolean;
  roomDialect: RoomDialect;
  openOrder: readonly OpenStep[];
  /** Text sent at each open; null: none. */
  auth: string | null;
  offlineAware: boolean;
  visibilityAware: boolean;
  /** Bytes that may wait in the socket before a sender that asked for it has to wait. */
  highWaterMark: number;
}

/** What holds where a preset says nothing else. */
export const plainOptions: ClientOptions = {
  reconnect: true,
  delay: 1000,
  cap: 30_000,
  factor: 2,
  backoff: "exponential",
  proportion: 0,
  delays: [],
  extraMin: 0,
  extraMax: 0,
  attempts: Number.POSITIVE_INFINITY,
  reconnectAfterClean: true,
  fatalCodes: [],
  stableFor: 0,
  connectionTimeout: 0,
  heartbeat: {
    style: "off",
    interval: 0,
    timeout: 0,
    closeCode: null,
    text: "",
    reply: "",
    answers: "off",
    silence: 0,
  },
  whenClosed: "drop",
  bufferLimit: Number.POSITIVE_INFINITY,
  rejoin: false,
  roomDialect: "flat",
  openOrder: ["auth", "rejoin", "flush"],
  auth: null,
  offlineAware: false,
  visibilityAware: false,
  highWaterMark: 16_384,
};
