/** Times below the first are seconds since 1970, below the second milliseconds, below the third microseconds. */
const SECONDS = 1e11;
const MILLISECONDS = 1e14;
const MICROSECONDS = 1e17;

/**
 * A time of a HAR as milliseconds since 1970: writers differ in the unit, and its magnitude tells it. Null where the
 * writer left the time out (-1); a text says what is wrong with it.
 */
export function readTime(time: number): number | null | string {
  if (time === -1) return null;
  if (time < 0) return "time is negative";
  // A double of seconds holds less than microseconds: what lies behind them is noise.
  if (time < SECONDS) return Math.round(time * 1e6) / 1e3;
  if (time < MILLISECONDS) return time;
  return time < MICROSECONDS ? time / 1e3 : "time is no date: too large";
}

/** The start of an entry in milliseconds since 1970; null when it does not tell. */
export function readDate(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) || time < 0 ? null : time;
}
