import { heartbeatHelp, optionHelp } from "../../../../client/option-help";
import type { ClientOptions, HeartbeatOptions } from "../../../../client/options";
import { grouped } from "../../../parts/words/count";
import { type OptionKey, optionValue } from "../../../store/replay/option-values";
import type { Field } from "./fields";

/** One sentence about an option. */
export function helpFor(key: OptionKey): string {
  const [, beat] = key.split(".");
  if (beat !== undefined) return heartbeatHelp[beat as keyof typeof heartbeatHelp];
  return optionHelp[key as keyof typeof optionHelp];
}

/** Why an option does nothing beside the others; empty where it does something. */
export function idle(key: OptionKey, options: ClientOptions): string {
  const { backoff, reconnect, heartbeat, whenClosed } = options;
  if (key === "proportion" && backoff !== "proportional-jitter") return "not used by this backoff";
  if (key === "delays" && backoff !== "list") return "not used by this backoff";
  if (key === "factor" && (backoff === "none" || backoff === "list")) return "not used by this backoff";
  if (key === "bufferLimit" && whenClosed !== "buffer") return "nothing is kept";
  if (key === "heartbeat.text" || key === "heartbeat.reply") {
    return heartbeat.style === "custom" ? "" : "for a custom ping";
  }
  if (heartbeat.style === "off" && (key === "heartbeat.interval" || key === "heartbeat.timeout")) {
    return "no pings";
  }
  if (key === "heartbeat.closeCode" && heartbeat.style === "off" && heartbeat.silence === 0) {
    return "nothing is waited for";
  }
  const forRetries = [
    "backoff",
    "delay",
    "cap",
    "attempts",
    "extraMin",
    "extraMax",
    "fatalCodes",
    "stableFor",
  ];
  return !reconnect && forRetries.includes(key) ? "Reconnect is off" : "";
}

/** A value in a few words. */
export function valueText({ key, editor }: Field, options: ClientOptions): string {
  const value = optionValue(options, key);
  if (editor.kind === "flag") return value ? "on" : "off";
  if (editor.kind === "number") {
    if (editor.none && Object.is(value, editor.none.value)) return editor.none.label;
    return `${grouped(value as number)} ${editor.unit}`.trim();
  }
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (value === null || value === "") return "none";
  if (editor.kind === "choice") return editor.choices.find(([id]) => id === value)?.[1] ?? String(value);
  return String(value);
}

function told(ms: number): string {
  return ms >= 1000 ? `${grouped(ms / 1000)} s` : `${grouped(ms)} ms`;
}

function beatBrief({ style, interval, answers, silence }: HeartbeatOptions): string {
  const parts = [
    style !== "off" && interval > 0 && `${style}, every ${told(interval)}`,
    answers !== "off" && "answers pings",
    silence > 0 && `silent for at most ${told(silence)}`,
  ].filter(Boolean);
  return parts.length === 0 ? "off" : parts.join("; ");
}

/** What a group comes to, for when it is folded. */
export function briefOf(group: string, options: ClientOptions): string {
  const { reconnect, backoff, delay, cap, attempts, heartbeat, whenClosed, rejoin } = options;
  switch (group) {
    case "Reconnecting":
      if (!reconnect) return "off";
      return `${backoff}, ${told(delay)} to ${cap === null ? "no limit" : told(cap)}, ${
        Number.isFinite(attempts) ? `${attempts} attempts` : "for ever"
      }`;
    case "Heartbeat":
      return beatBrief(heartbeat);
    case "Sending":
      return `while not connected: ${whenClosed}`;
    case "Rooms":
      return `${options.roomDialect}, ${rejoin ? "joined again" : "not joined again"}`;
    default: {
      const heeds = [options.offlineAware && "offline", options.visibilityAware && "hidden"].filter(Boolean);
      return heeds.length === 0 ? "heeds nothing" : `heeds ${heeds.join(", ")}`;
    }
  }
}
