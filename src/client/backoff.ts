import type { ClientOptions } from "./options";
import { digits } from "./words";

/** A delay before an attempt, and how it came about. All in ms. */
export interface Delay {
  /** In words: "full jitter of 0-4,000 ms". */
  formula: string;
  /** `floor <= chosen <= ceiling`. */
  floor: number;
  ceiling: number;
  chosen: number;
}

type Settings = Pick<
  ClientOptions,
  "backoff" | "delay" | "cap" | "factor" | "proportion" | "delays" | "extraMin" | "extraMax"
>;

/** What chance chooses from, before the cap. */
type Range = [low: number, high: number, formula: string];

/** Timers of browsers take 31 bits; a longer delay would end at once. */
const LONGEST = 2 ** 31 - 1;

function capOf(settings: Settings): number {
  return Math.min(settings.cap ?? LONGEST, LONGEST);
}

/** Source: requirements P25, G07, K30 (exponential), W26 (full jitter), R-K3 (proportional), R-W5 (min plus random). */
function rangeOf(settings: Settings, attempt: number): Range {
  const { backoff, delay, factor, proportion, delays } = settings;
  const grown = Math.round(Math.min(delay * factor ** (attempt - 1), capOf(settings)));
  const limit = settings.cap === null ? "" : `, at most ${digits(settings.cap)} ms`;
  switch (backoff) {
    case "none":
      return [delay, delay, `always ${digits(delay)} ms`];
    case "exponential":
      return [grown, grown, `${digits(delay)} ms × ${digits(factor)}^${attempt - 1}${limit}`];
    case "full-jitter":
      return [0, grown, `full jitter of 0-${digits(grown)} ms`];
    case "proportional-jitter": {
      const share = Math.round(grown * proportion);
      return [grown - share, grown + share, `${digits(grown)} ms ± ${digits(proportion * 100)} %${limit}`];
    }
    case "min-plus-random":
      return [delay, delay + grown, `${digits(delay)} ms plus 0-${digits(grown)} ms${limit}`];
    case "list": {
      const step = Math.min(attempt, delays.length);
      const listed = delays[step - 1] ?? delay;
      return [listed, listed, `step ${step} of ${delays.length} in the list`];
    }
  }
}

/** Chance never picks the upper end, as in W26; where there is no room for chance it is not asked. */
function between(low: number, high: number, random: () => number): number {
  return high > low ? low + Math.floor(random() * (high - low)) : low;
}

/** The delay before an attempt after a loss, counted from 1, in whole ms. Sources: requirements P25, W26, K30, C15. */
export function delayBefore(attempt: number, settings: Settings, random: () => number): Delay {
  const [low, high, formula] = rangeOf(settings, attempt);
  const cap = capOf(settings);
  const chosen = Math.min(between(low, high, random), cap);
  const { extraMin, extraMax } = settings;
  const base = { floor: Math.min(low, cap), ceiling: Math.min(high, cap) };
  if (extraMax <= 0) return { ...base, formula, chosen };
  return {
    formula: `${formula}, plus ${digits(extraMin)}-${digits(extraMax)} ms`,
    floor: Math.min(base.floor + extraMin, LONGEST),
    ceiling: Math.min(base.ceiling + Math.max(extraMin, extraMax), LONGEST),
    chosen: Math.min(chosen + between(extraMin, extraMax, random), LONGEST),
  };
}
