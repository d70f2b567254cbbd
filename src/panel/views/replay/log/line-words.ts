import type { EventName } from "../../../../client/events";

/** How much a line weighs: by its colour, and by the sign in front of it. */
export type Weight = "decision" | "error" | "change" | "traffic";

const WEIGHTS: Partial<Record<EventName, Weight>> = {
  reconnecting: "decision",
  paused: "decision",
  resumed: "decision",
  stable: "decision",
  "gave-up": "decision",
  "max-attempts": "error",
  error: "error",
  "reconnect-error": "error",
  "heartbeat-timeout": "error",
  dropped: "error",
  message: "traffic",
  "ping-sent": "traffic",
  answered: "traffic",
  pong: "traffic",
};

export function weightOf(type: EventName): Weight {
  return WEIGHTS[type] ?? "change";
}

/** In front of a line, so that its weight is not told by colour alone. */
export const SIGNS: Record<Weight, string> = {
  decision: "\u25b8",
  error: "\u2715",
  change: "\u25cf",
  traffic: "",
};
