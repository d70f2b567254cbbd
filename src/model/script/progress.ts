import type { Difference } from "../match/difference";
import type { MatchedFrame } from "../match/expectation";

/**
 * - `waiting`: its turn has not come, or it is being done
 * - `done`: sent, or paused; `kept`: sent as soon as there is a connection; `passed`: what was expected came
 * - `failed`: it could not be sent, or what was expected did not come in time
 * - `skipped`: a pause that was left out, or a step that was not come to
 */
export type StepStatus = "waiting" | "done" | "kept" | "passed" | "failed" | "skipped";

/** How a step fared. */
export interface StepProgress {
  status: StepStatus;
  /** Ms from its beginning to its end; null before that. */
  took: number | null;
  /** Of an expectation that failed: the received frame that comes nearest, and how that differs. */
  nearest: MatchedFrame | null;
  differences: readonly Difference[];
  /** Why it failed, in a sentence; else empty. */
  message: string;
}

/** A step that was not come to yet. */
export function untouched(): StepProgress {
  return { status: "waiting", took: null, nearest: null, differences: [], message: "" };
}
