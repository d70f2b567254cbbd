import { heartbeatHelp, optionHelp } from "../../../src/client/option-help";
import { type ClientOptions, plainOptions } from "../../../src/client/options";
import type { Preset } from "../../../src/client/preset";
import { presets } from "../../../src/client/presets";
import { digits } from "../../../src/client/words";

type Column = readonly [head: string, cell: (options: ClientOptions) => string];

const yes = (is: boolean): string => (is ? "yes" : "no");
const orOff = (ms: number): string => (ms === 0 ? "off" : digits(ms));

function backoff({ backoff, factor, proportion, delays, extraMin, extraMax }: ClientOptions): string {
  const parts = [
    backoff === "list" ? `list: ${delays.map(digits).join(" / ")}` : `${backoff} × ${factor}`,
    backoff === "proportional-jitter" && `± ${proportion * 100} %`,
    extraMax > 0 && `plus ${digits(extraMin)} to ${digits(extraMax)}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function pings({ heartbeat: { style, interval, timeout, closeCode } }: ClientOptions): string {
  if (style === "off") return "none";
  const reply = timeout > 0 ? `reply within ${digits(timeout)}` : "no reply needed";
  return `${style}, every ${digits(interval)}, ${reply}${closeCode === null ? "" : `, then ${closeCode}`}`;
}

const reconnecting: readonly Column[] = [
  ["reconnects", ({ reconnect }) => yes(reconnect)],
  ["first delay", ({ delay }) => digits(delay)],
  ["backoff", backoff],
  ["longest", ({ cap }) => (cap === null ? "no limit" : digits(cap))],
  ["attempts", ({ attempts }) => digits(attempts)],
  ["after 1000", ({ reconnectAfterClean }) => yes(reconnectAfterClean)],
  ["fatal codes", ({ fatalCodes }) => fatalCodes.join(" ") || "none"],
  ["stable after", ({ stableFor }) => (stableFor === 0 ? "at open" : digits(stableFor))],
  ["connection timeout", ({ connectionTimeout }) => orOff(connectionTimeout)],
];

const rest: readonly Column[] = [
  ["pings", pings],
  ["answers", ({ heartbeat }) => heartbeat.answers],
  ["silence", ({ heartbeat }) => orOff(heartbeat.silence)],
  ["while not connected", ({ whenClosed }) => whenClosed],
  ["rooms", ({ rejoin, roomDialect }) => `${roomDialect}, ${rejoin ? "joined again" : "forgotten"}`],
  ["offline", ({ offlineAware }) => yes(offlineAware)],
  ["hidden", ({ visibilityAware }) => yes(visibilityAware)],
];

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function byPreset(columns: readonly Column[]): string {
  const rows = presets.map(({ label, options }) => [label, ...columns.map(([, cell]) => cell(options))]);
  return table(["preset", ...columns.map(([head]) => head)], rows);
}

function differences({ label, options, measured }: Preset): string[][] {
  const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));
  return Object.entries(measured?.options ?? {}).map(([key, value]) => [
    label,
    key,
    shown(options[key as keyof ClientOptions]),
    shown(value),
  ]);
}

function optionRows(): string[][] {
  const { heartbeat, ...rest } = plainOptions;
  const row = (name: string, value: unknown, help: string): string[] => {
    const plain = value === Number.POSITIVE_INFINITY ? "Infinity" : JSON.stringify(value);
    return [`\`${name}\``, `\`${plain}\``, help];
  };
  return [
    ...Object.entries(rest).map(([name, value]) => row(name, value, optionHelp[name as keyof typeof rest])),
    ...Object.entries(heartbeat).map(([name, value]) =>
      row(`heartbeat.${name}`, value, heartbeatHelp[name as keyof typeof heartbeat]),
    ),
  ];
}

/** The tables of docs/replay-client.md: the options with what holds without a preset, then the presets. */
export function manualTables(): string[] {
  return [
    table(["option", "plain", "meaning"], optionRows()),
    byPreset(reconnecting),
    byPreset(rest),
    table(["preset", "option", "documented", "measured"], presets.flatMap(differences)),
    presets
      .flatMap(({ label, measured }) => (measured?.differences ?? []).map((line) => `- ${label}: ${line}`))
      .join("\n"),
  ];
}
