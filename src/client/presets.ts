import { type ClientOptions, plainOptions } from "./options";
import type { Preset } from "./preset";
import { presetsOfTheField } from "./presets-field";

const philjs: ClientOptions = {
  ...plainOptions,
  heartbeat: { ...plainOptions.heartbeat, style: "json-ping-payload", interval: 30_000 },
  roomDialect: "philjs",
};

const guide: ClientOptions = {
  ...plainOptions,
  heartbeat: { ...plainOptions.heartbeat, style: "json-ping", interval: 30_000 },
  whenClosed: "buffer",
};

const warpkit: ClientOptions = {
  ...plainOptions,
  delay: 500,
  cap: 20_000,
  backoff: "full-jitter",
  connectionTimeout: 5000,
  heartbeat: { ...plainOptions.heartbeat, style: "digit", interval: 25_000, timeout: 5000 },
  whenClosed: "buffer",
  rejoin: true,
  roomDialect: "warpkit",
  offlineAware: true,
  visibilityAware: true,
};

const recker: ClientOptions = {
  ...plainOptions,
  reconnect: false,
  cap: null,
  attempts: 5,
  heartbeat: {
    ...plainOptions.heartbeat,
    style: "recker",
    interval: 30_000,
    timeout: 10_000,
    closeCode: 4000,
  },
  whenClosed: "throw",
  roomDialect: "action",
};

/** Whose client to behave like: the four documented systems (requirements, "Replay presets"), then the field. */
export const presets: readonly Preset[] = [
  {
    id: "philjs",
    label: "PhilJS",
    about: "Defaults of @philjs/realtime, from its book, chapter WebSockets.",
    options: philjs,
    measured: {
      options: {},
      differences: [
        "Pings also carry a timestamp.",
        "disconnect() during the wait for an attempt is followed by a new connection that stays.",
        "connect() after disconnect() never brings the automatic reconnection back.",
        "0 as heartbeat interval means 30,000 ms, and 0 attempts means no limit.",
      ],
    },
  },
  {
    id: "guide",
    label: "PhilJS guide",
    about: "The hooks in the WebSockets guide of the PhilJS documentation.",
    options: guide,
    measured: {
      options: {},
      differences: ["The hook without a queue says “message queued” of a message that is lost."],
    },
  },
  {
    id: "warpkit",
    label: "WarpKit",
    about: "Defaults of WarpKit's SocketClient, from its guide, chapter 8.",
    options: warpkit,
    measured: {
      options: { backoff: "min-plus-random", openOrder: ["rejoin", "flush", "auth"] },
      differences: [
        "The delay is never below 500 ms: a random addition to the smallest delay instead of full jitter.",
        "Rooms are joined again before authentication, and once more by the documented handler.",
        "After disconnect() a page that becomes visible reconnects, and sends what was kept meanwhile.",
        "After offline or hidden, Connected says reconnected: false.",
        "A connection time-out is told as two errors.",
      ],
    },
  },
  {
    id: "recker",
    label: "Recker",
    about: "Defaults of Recker's WebSocket client, from its guide; 0 attempts there means no limit.",
    options: recker,
    measured: {
      options: { backoff: "proportional-jitter", proportion: 0.2, cap: 30_000, attempts: 1 },
      differences: [
        "Delays have a jitter of ± 20 % and never exceed 30,000 ms.",
        "When the first attempt fails no second one is made, whatever the limit.",
        "Without reconnect a missed heartbeat is only told: the socket stays.",
      ],
    },
  },
  ...presetsOfTheField,
];
