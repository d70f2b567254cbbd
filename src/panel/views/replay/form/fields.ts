import type { OptionKey } from "../../../store/replay/option-values";

/** How a value is edited. */
export type Editor =
  | { kind: "flag" }
  /** `none`: the value that stands for no limit, and what the checkbox for it is called. */
  | {
      kind: "number";
      unit: string;
      least: number;
      whole: boolean;
      none?: { value: number | null; label: string };
    }
  /** Whole numbers, comma-separated. */
  | { kind: "numbers"; unit: string }
  /** `empty`: what no text stands for. */
  | { kind: "text"; empty: string | null }
  | { kind: "choice"; choices: readonly (readonly [value: string, label: string])[] }
  /** An order of steps. */
  | { kind: "order"; steps: readonly string[] };

export interface Field {
  readonly key: OptionKey;
  readonly label: string;
  readonly editor: Editor;
}

/** A folding group of the form. */
export interface Group {
  readonly name: string;
  readonly fields: readonly Field[];
}

const flag: Editor = { kind: "flag" };
/** A number from 0 on, a whole one, where nothing else is said. */
function number(unit: string, more: Partial<Extract<Editor, { kind: "number" }>> = {}): Editor {
  return { kind: "number", unit, least: 0, whole: true, ...more };
}

const ms = number("ms");
const unlimited = { value: Number.POSITIVE_INFINITY, label: "unlimited" };

function choice(...choices: (readonly [string, string])[]): Editor {
  return { kind: "choice", choices };
}

const backoffs = choice(
  ["none", "none: always the first"],
  ["exponential", "exponential"],
  ["full-jitter", "full jitter"],
  ["proportional-jitter", "proportional jitter"],
  ["min-plus-random", "first plus random"],
  ["list", "list of delays"],
);

const styles = choice(
  ["off", "off"],
  ["json-ping-payload", '{"type":"ping","payload":{}}'],
  ["json-ping", '{"type":"ping"}'],
  ["digit", "2, answered by 3"],
  ["recker", "__heartbeat__"],
  ["phoenix", "Phoenix heartbeat"],
  ["custom", "custom text"],
);

const answers = choice(
  ["off", "not answered"],
  ["digit", "2, by 3"],
  ["empty-object", "{}, by {}"],
  ["json-ping", '{"type":"ping"}, by a pong'],
);

const dialects = choice(
  ["philjs", "PhilJS: room:join"],
  ["flat", "flat: join"],
  ["warpkit", "WarpKit: room.join"],
  ["universal", "universal: join-room"],
  ["action", "action: subscribe, topics"],
  ["phoenix", "Phoenix: phx_join"],
);

const whenClosed = choice(
  ["drop", "is dropped"],
  ["throw", "is an error"],
  ["buffer", "is kept until connected"],
);

/** Every option of the client, as the form shows it. */
export const groups: readonly Group[] = [
  {
    name: "Reconnecting",
    fields: [
      { key: "reconnect", label: "Reconnect", editor: flag },
      { key: "backoff", label: "Backoff", editor: backoffs },
      { key: "delay", label: "First delay", editor: ms },
      {
        key: "cap",
        label: "Longest delay",
        editor: number("ms", { none: { value: null, label: "unlimited" } }),
      },
      { key: "factor", label: "Factor", editor: number("×", { least: 1, whole: false }) },
      { key: "proportion", label: "Proportion", editor: number("", { whole: false }) },
      { key: "delays", label: "Delays", editor: { kind: "numbers", unit: "ms" } },
      { key: "extraMin", label: "Shortest addition", editor: ms },
      { key: "extraMax", label: "Longest addition", editor: ms },
      { key: "attempts", label: "Attempts", editor: number("", { none: unlimited }) },
      { key: "reconnectAfterClean", label: "Also after a clean close", editor: flag },
      { key: "fatalCodes", label: "Fatal codes", editor: { kind: "numbers", unit: "" } },
      { key: "stableFor", label: "Stable after", editor: ms },
      { key: "connectionTimeout", label: "Connection timeout", editor: ms },
    ],
  },
  {
    name: "Heartbeat",
    fields: [
      { key: "heartbeat.style", label: "Ping", editor: styles },
      { key: "heartbeat.interval", label: "Interval", editor: ms },
      { key: "heartbeat.timeout", label: "Reply timeout", editor: ms },
      {
        key: "heartbeat.closeCode",
        label: "Close code",
        editor: number("", { least: 1000, none: { value: null, label: "none" } }),
      },
      { key: "heartbeat.text", label: "Custom ping", editor: { kind: "text", empty: "" } },
      { key: "heartbeat.reply", label: "Custom reply", editor: { kind: "text", empty: "" } },
      { key: "heartbeat.answers", label: "Server's pings", editor: answers },
      { key: "heartbeat.silence", label: "Longest silence", editor: ms },
    ],
  },
  {
    name: "Sending",
    fields: [
      { key: "whenClosed", label: "While not connected", editor: whenClosed },
      { key: "bufferLimit", label: "Buffer", editor: number("messages", { none: unlimited }) },
      { key: "auth", label: "Auth text", editor: { kind: "text", empty: null } },
      {
        key: "openOrder",
        label: "Order at open",
        editor: { kind: "order", steps: ["auth", "rejoin", "flush"] },
      },
      {
        key: "highWaterMark",
        label: "High-water mark",
        editor: number("bytes"),
      },
    ],
  },
  {
    name: "Rooms",
    fields: [
      { key: "rejoin", label: "Join again at each open", editor: flag },
      { key: "roomDialect", label: "Dialect", editor: dialects },
    ],
  },
  {
    name: "Page state",
    fields: [
      { key: "offlineAware", label: "Heeds offline and online", editor: flag },
      { key: "visibilityAware", label: "Heeds hidden and visible", editor: flag },
    ],
  },
];
