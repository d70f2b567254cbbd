export type PolicyName =
  | "at-once"
  | "constant"
  | "exponential"
  | "proportional-jitter"
  | "min-random"
  | "full-jitter";

/** What a policy is set to: ms of the first step, and ms that no step exceeds (Infinity: none is seen). */
export interface Setting {
  base: number;
  cap: number;
}

/** Shortest and longest delay in ms, both included. */
export type Range = readonly [low: number, high: number];

/** A way to choose the delay before an attempt. */
export interface Policy {
  readonly name: PolicyName;
  /** Without chance in it: each delay is one number. */
  readonly exact: boolean;
  /** Whether delays grow up to a cap. */
  readonly grows: boolean;
  /** Which delays it may choose before an attempt, from 1. */
  range(setting: Setting, attempt: number): Range;
}

/** Longest delay in ms that counts as none: what it takes to get from a close event to the next socket. */
export const AT_ONCE = 50;

/** `min(base * 2^(attempt - 1), cap)` in ms: P25, K30; for the ceilings of full jitter W26, W27. */
function step({ base, cap }: Setting, attempt: number): number {
  return Math.min(base * 2 ** (Math.max(1, attempt) - 1), cap);
}

function exactly(delay: number): Range {
  return [delay, delay];
}

/** The simplest first: where two explain the same delays, the one further up is taken. */
export const POLICIES: readonly Policy[] = [
  { name: "at-once", exact: true, grows: false, range: () => [0, AT_ONCE] },
  { name: "constant", exact: true, grows: false, range: ({ base }) => exactly(base) },
  { name: "exponential", exact: true, grows: true, range: (setting, n) => exactly(step(setting, n)) },
  {
    // Recker as it really is (R-K3): 20 % to either side.
    name: "proportional-jitter",
    exact: false,
    grows: true,
    range: (setting, n) => [step(setting, n) * 0.8, step(setting, n) * 1.2],
  },
  {
    // WarpKit as it really is (R-W5): min(cap, base + random * min(cap, base * 2^(attempt - 1))).
    name: "min-random",
    exact: false,
    grows: true,
    range: (setting, n) => [
      Math.min(setting.base, setting.cap),
      Math.min(setting.cap, setting.base + step(setting, n)),
    ],
  },
  // WarpKit as documented (W26), and AWS's "full jitter": anything below the step.
  { name: "full-jitter", exact: false, grows: true, range: (setting, n) => [0, step(setting, n)] },
];
