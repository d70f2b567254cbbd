import { ArrowUp, Check, CircleX, Clock, Ear, type IconNode, Minus, Play, SkipForward } from "lucide";
import type { StepProgress } from "../../../model/script/progress";
import type { Step } from "../../../model/script/script";
import { sized } from "../../parts/words/bytes";
import { cut, oneLine } from "../../parts/words/one-line";
import { duration } from "../../parts/words/time";

const LONGEST = 200;

/** A step's kind, by symbol and word. */
export const KINDS: Record<Step["kind"], { word: string; icon: IconNode }> = {
  send: { word: "Send", icon: ArrowUp },
  expect: { word: "Expect", icon: Ear },
  pause: { word: "Pause", icon: Clock },
};

const summaries = new WeakMap<Step, string>();

/** What a step does, on one line. */
export function summaryOf(step: Step): string {
  const known = summaries.get(step);
  if (known !== undefined) return known;
  const summary = oneLine(made(step), LONGEST);
  summaries.set(step, summary);
  return summary;
}

function made(step: Step): string {
  if (step.kind === "pause") return duration(step.ms);
  if (step.kind === "send") {
    if (step.base64 !== undefined) return `${sized(Math.floor((step.base64.length * 3) / 4))} of bytes`;
    return step.text === "" ? "(empty)" : cut(step.text ?? "", LONGEST + 1);
  }
  const { name, room, json, text } = step.expectation;
  const parts = [
    name ?? (room === undefined && json === undefined && text === undefined ? "any frame" : ""),
    room !== undefined && `in ${cut(room, LONGEST)}`,
    json !== undefined && `with ${cut(JSON.stringify(json), LONGEST + 1)}`,
    text !== undefined && `containing ${cut(text, LONGEST + 1)}`,
  ];
  return parts.filter((part) => part).join(" ");
}

interface Status {
  word: string;
  icon: IconNode;
  tone: "good" | "bad" | "muted" | "now";
}

const DOING: Record<Step["kind"], string> = { send: "Sending", expect: "Waiting", pause: "Pausing" };

/** How a step fared, by symbol and word; null before there was a run. */
export function statusOf(step: Step, progress: StepProgress | undefined, now: boolean): Status | null {
  if (!progress) return null;
  const took = progress.took === null ? "" : ` ${duration(progress.took)}`;
  switch (progress.status) {
    case "waiting":
      return now
        ? { word: DOING[step.kind], icon: Play, tone: "now" }
        : { word: "Not yet", icon: Minus, tone: "muted" };
    case "done":
      return { word: step.kind === "send" ? "Sent" : `Paused${took}`, icon: Check, tone: "good" };
    case "kept":
      return { word: "Kept", icon: Clock, tone: "muted" };
    case "passed":
      return { word: `Passed${took}`, icon: Check, tone: "good" };
    case "failed":
      return { word: "Failed", icon: CircleX, tone: "bad" };
    case "skipped":
      return { word: "Skipped", icon: SkipForward, tone: "muted" };
  }
}
