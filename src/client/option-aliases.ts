import type { ClientOptions, HeartbeatOptions } from "./options";

/** Where the value of a foreign name belongs. */
export type Place =
  | { option: Exclude<keyof ClientOptions, "heartbeat"> }
  | { heartbeat: keyof HeartbeatOptions };

/** What other libraries call the same (requirements C14; field.md, section D). */
export const aliases: Readonly<Record<string, Place>> = {
  autoReconnect: { option: "reconnect" },
  reconnection: { option: "reconnect" },
  reconnectDelay: { option: "delay" },
  baseDelay: { option: "delay" },
  minDelay: { option: "delay" },
  minReconnectDelay: { option: "delay" },
  minReconnectionDelay: { option: "delay" },
  reconnectionDelay: { option: "delay" },
  maxReconnectDelay: { option: "cap" },
  maxDelay: { option: "cap" },
  maxReconnectionDelay: { option: "cap" },
  reconnectionDelayMax: { option: "cap" },
  reconnectionDelayGrowFactor: { option: "factor" },
  randomizationFactor: { option: "proportion" },
  reconnectAttempts: { option: "attempts" },
  maxReconnectAttempts: { option: "attempts" },
  reconnectionAttempts: { option: "attempts" },
  maxRetries: { option: "attempts" },
  retryAttempts: { option: "attempts" },
  retryDelays: { option: "delays" },
  minUptime: { option: "stableFor" },
  timeout: { option: "connectionTimeout" },
  heartbeatInterval: { heartbeat: "interval" },
  heartbeatIntervalMs: { heartbeat: "interval" },
  pingInterval: { heartbeat: "interval" },
  heartbeatTimeout: { heartbeat: "timeout" },
  pingTimeout: { heartbeat: "timeout" },
  keepAliveIntervalInMilliseconds: { heartbeat: "interval" },
  serverTimeoutInMilliseconds: { heartbeat: "silence" },
  rejoinRooms: { option: "rejoin" },
  onOpenOrder: { option: "openOrder" },
  maxEnqueuedMessages: { option: "bufferLimit" },
};

/** Options of clients outside a browser, which has no such layer (requirements K04-K08). */
export const notInBrowsers: readonly string[] = [
  "dispatcher",
  "proxy",
  "tls",
  "perMessageDeflate",
  "headers",
  "agent",
];
