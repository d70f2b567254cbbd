import type { Policy, Range, Setting } from "./policies";

/** A delay in ms, and the number of the attempt that it came before. */
export interface Waited {
  readonly attempt: number;
  readonly delay: number;
}

/** How well a policy explains delays when it is set like this. */
export interface Match {
  readonly policy: Policy;
  readonly setting: Setting;
  /** So many of the delays. */
  readonly explained: number;
  /** How far it is from them, to compare settings of one policy that explain as many: smaller is better. */
  readonly error: number;
}

/** Largest first step, in ms, that a policy with chance in it is credited with: a larger one explains anything. */
const LARGEST_BASE = 5_000;
const LARGEST_CAP = 120_000;
/** Delays whose own figures are tried as settings, beside the round numbers. */
const TRIED = 8;

const ROUND = [50, 100, 1_000, 10_000, 100_000].flatMap((power) =>
  power === 50 ? [50] : [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8].map((digits) => digits * power),
);

/** What clocks and timers add or take away, in ms: 50, or 5 % of a long delay. */
function tolerance(delay: number): number {
  return Math.max(50, delay * 0.05);
}

/** Whether a delay lies in a range, give or take what clocks and timers are wrong by. */
export function isWithin([low, high]: Range, delay: number): boolean {
  return delay >= low - tolerance(low) && delay <= high + tolerance(high);
}

/**
 * The setting with which a policy explains most delays; of those that explain as many, the nearest: for one without
 * chance the least sum of relative differences, with chance the narrowest ranges (the most likely one).
 */
export function bestSetting(policy: Policy, delays: readonly Waited[]): Match {
  if (policy.name === "at-once") {
    const explained = delays.filter(({ delay }) => delay <= policy.range({ base: 0, cap: 0 }, 1)[1]).length;
    return { policy, setting: { base: 0, cap: 0 }, explained, error: 0 };
  }
  const round = among(policy, delays, ROUND);
  if (!policy.exact) return round;
  const own = among(policy, delays, ownBases(delays));
  return own.explained > round.explained ? own : round;
}

function among(policy: Policy, delays: readonly Waited[], bases: readonly number[]): Match {
  let best: Match | undefined;
  for (const base of bases) {
    if (base > (policy.exact ? LARGEST_CAP : LARGEST_BASE)) continue;
    for (const cap of capsFor(policy, base, delays)) {
      const match = matchOf(policy, { base, cap }, delays);
      if (!best || isBetter(match, best)) best = match;
    }
  }
  return best ?? matchOf(policy, { base: 0, cap: 0 }, delays);
}

/** No cap comes first: one is only claimed where it explains more, or better. */
function capsFor({ grows }: Policy, base: number, delays: readonly Waited[]): number[] {
  if (!grows) return [base];
  const longest = delays.reduce((most, { delay }) => Math.max(most, delay), 0);
  const caps = ROUND.filter((cap) => cap >= base && cap >= longest * 0.8 && cap <= LARGEST_CAP);
  return [Number.POSITIVE_INFINITY, ...caps.slice(0, 12)];
}

function isBetter(one: Match, other: Match): boolean {
  if (one.explained !== other.explained) return one.explained > other.explained;
  return one.error < other.error - 1e-9;
}

function matchOf(policy: Policy, setting: Setting, delays: readonly Waited[]): Match {
  let explained = 0;
  let error = 0;
  for (const { attempt, delay } of delays) {
    const range = policy.range(setting, attempt);
    if (!isWithin(range, delay)) continue;
    explained++;
    const [low, high] = range;
    const middle = (low + high) / 2;
    const centred = policy.exact || policy.name === "proportional-jitter";
    error += centred ? Math.abs(delay - middle) / middle : Math.log(high - low + 2 * tolerance(high));
  }
  return { policy, setting, explained, error };
}

/** First steps that the delays themselves suggest, to two digits. */
function ownBases(delays: readonly Waited[]): number[] {
  const bases = new Set<number>();
  for (const { attempt, delay } of delays.slice(0, TRIED)) {
    for (const base of [delay, delay / 2 ** (attempt - 1)]) if (base >= 50) bases.add(twoDigits(base));
  }
  return [...bases];
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
