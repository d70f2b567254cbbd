import { plainOptions } from "./options";
import type { Preset } from "./preset";

const { heartbeat } = plainOptions;

/** graphql-ws: its own fatal codes, and those of RFC 6455 that say that a second try is no use. */
const GRAPHQL_FATAL = [
  1002, 1003, 1007, 1008, 1009, 1010, 1011, 1015, 4004, 4005, 4400, 4401, 4406, 4409, 4429, 4500,
];

/** centrifuge: 3500-3999 and 4500-4999 are terminal; these are the ones that its server has. */
const CENTRIFUGE_FATAL = [1009, 3500, 3501, 3502, 3503, 3504, 3505, 3506, 3507, 3508, 3509];

/** Delays of clients in the field: field.md, section D. */
export const presetsOfTheField: readonly Preset[] = [
  {
    id: "partysocket",
    label: "partysocket",
    about: "Defaults of partysocket 1.3, successor of reconnecting-websocket.",
    options: {
      ...plainOptions,
      delay: 3000,
      cap: 10_000,
      factor: 1.3,
      stableFor: 5000,
      connectionTimeout: 4000,
      whenClosed: "buffer",
    },
    measured: null,
  },
  {
    id: "socket.io",
    label: "Socket.IO",
    about: "Defaults of socket.io-client 4.8, and of a server that pings every 25 s and waits for 20 s.",
    options: {
      ...plainOptions,
      cap: 5000,
      backoff: "proportional-jitter",
      proportion: 0.5,
      connectionTimeout: 20_000,
      heartbeat: { ...heartbeat, answers: "digit", silence: 45_000 },
      whenClosed: "buffer",
      offlineAware: true,
    },
    measured: null,
  },
  {
    id: "phoenix",
    label: "Phoenix",
    about: "Defaults of phoenix.js (August 2026): a list of delays, heartbeat every 30 s.",
    options: {
      ...plainOptions,
      delay: 10,
      cap: null,
      backoff: "list",
      delays: [10, 50, 100, 150, 200, 250, 500, 1000, 2000, 5000],
      reconnectAfterClean: false,
      heartbeat: { ...heartbeat, style: "phoenix", interval: 30_000, timeout: 30_000, closeCode: 1000 },
      whenClosed: "buffer",
      rejoin: true,
      roomDialect: "phoenix",
      openOrder: ["auth", "flush", "rejoin"],
      visibilityAware: true,
    },
    measured: null,
  },
  {
    id: "centrifuge",
    label: "centrifuge",
    about: "Defaults of centrifuge-js (August 2026), with a server that pings every 25 s.",
    options: {
      ...plainOptions,
      delay: 500,
      cap: 20_000,
      backoff: "min-plus-random",
      fatalCodes: CENTRIFUGE_FATAL,
      heartbeat: { ...heartbeat, answers: "empty-object", silence: 35_000 },
      whenClosed: "buffer",
      offlineAware: true,
    },
    measured: null,
  },
  {
    id: "graphql-ws",
    label: "graphql-ws",
    about: "Defaults of graphql-ws (July 2026): five attempts, fatal codes, a random 0.3 to 3 s on top.",
    options: {
      ...plainOptions,
      cap: null,
      extraMin: 300,
      extraMax: 3000,
      attempts: 5,
      fatalCodes: GRAPHQL_FATAL,
      heartbeat: { ...heartbeat, answers: "json-ping" },
      whenClosed: "buffer",
    },
    measured: null,
  },
  {
    id: "signalr",
    label: "SignalR",
    about: "Defaults of SignalR's withAutomaticReconnect(): 0, 2, 10 and 30 s, then it stops.",
    options: {
      ...plainOptions,
      delay: 0,
      cap: null,
      backoff: "list",
      delays: [0, 2000, 10_000, 30_000],
      attempts: 4,
      reconnectAfterClean: false,
      heartbeat: {
        ...heartbeat,
        style: "custom",
        interval: 15_000,
        text: '{"type":6}\u001e',
        silence: 30_000,
      },
      whenClosed: "throw",
    },
    measured: null,
  },
];
