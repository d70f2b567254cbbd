import { counted, grouped } from "../../../parts/words/count";
import type { Attempt, Outcome } from "../../../store/replay/attempts";

const OUTCOMES: Record<Outcome, string> = {
  waiting: "waiting",
  trying: "under way",
  opened: "connected",
  failed: "failed",
  interrupted: "interrupted",
};

export function outcomeText({ outcome }: Attempt): string {
  return OUTCOMES[outcome];
}

/** Without its unit; a dash for none. */
export function plain(value: number | null): string {
  return value === null ? "\u2013" : grouped(Math.round(value));
}

export function ms(value: number): string {
  return `${plain(value)} ms`;
}

/** An attempt in one line. */
export function attemptText(attempt: Attempt): string {
  const { planned, actual, floor, ceiling } = attempt;
  const range = floor === ceiling ? "" : ` of ${grouped(floor)} to ${ms(ceiling)}`;
  const began = actual === null ? "" : `, began after ${ms(actual)}`;
  return `Attempt ${attempt.attempt}: planned ${ms(planned)}${range}${began}, ${outcomeText(attempt)}`;
}

/** The chart in a sentence. */
export function chartText(attempts: readonly Attempt[]): string {
  const begun = attempts.filter(({ actual }) => actual !== null);
  const late = Math.max(0, ...begun.map(({ actual, planned }) => (actual ?? 0) - planned));
  const last = attempts.at(-1);
  return `Delays of ${counted(attempts.length, "attempt")}; the latest began ${ms(late)} after its plan. ${
    last ? `Newest: ${attemptText(last)}` : ""
  }`;
}
