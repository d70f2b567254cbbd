import type { BeatPoint, HeartbeatSummary } from "../../../model/heartbeat/summary";
import { counted } from "../../parts/words/count";
import { preciseDuration } from "../../parts/words/span-of-time";
import { heightOf, type Measure } from "./chart-shape";

/** "23.4 ms, late", "no answer". */
export function beatText(point: BeatPoint, measure: Measure): string {
  const value = heightOf(point, measure);
  const parts = [value === null ? "" : preciseDuration(value)];
  if (measure === "gap" && value !== null) parts[0] += " after the one before";
  if (point.missed) parts.push("no answer");
  if (point.late) parts.push("late");
  const said = parts.filter((part) => part !== "").join(", ");
  return said || (measure === "gap" ? "first beat" : "no answer yet");
}

/** The chart in a sentence. */
export function chartText({ points, beats, interval, rtt, gaps, missed, late }: HeartbeatSummary): string {
  const parts = [counted(beats, "beat")];
  if (points.length < beats) parts.push(`the last ${points.length} drawn`);
  if (interval !== null) parts.push(`interval ${preciseDuration(interval)}`);
  if (rtt) parts.push(`RTT median ${preciseDuration(rtt.median)}, at most ${preciseDuration(rtt.max)}`);
  else if (gaps) parts.push(`longest gap ${preciseDuration(gaps.max)}`);
  parts.push(`${missed} missed`, `${late} late`);
  return parts.join(", ");
}
