/** A place on an axis, and what stands there. */
export interface Tick {
  value: number;
  label: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TIME_STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((count) => count * HOUR),
];

/** The smallest of 1, 2, 5 times a power of ten that covers `range` in at most `count` steps. */
export function niceStep(range: number, count: number): number {
  const rough = Math.max(range, Number.MIN_VALUE) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((step) => step * power >= rough) ?? 10) * power;
}

/** The step of clock time that covers `range` in at most `count` steps. */
export function timeStep(range: number, count: number): number {
  const rough = range / Math.max(1, count);
  const known = TIME_STEPS.find((step) => step >= rough);
  return known ?? Math.ceil(rough / (24 * HOUR)) * 24 * HOUR;
}

function clock(time: number, step: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  if (step >= 24 * HOUR) return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (step >= MINUTE) return minutes;
  const seconds = `${minutes}:${two(date.getSeconds())}`;
  return step >= SECOND ? seconds : `${seconds}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** Ticks at whole local times, in at most `count` steps; times are ms since 1970. */
export function timeTicks(from: number, to: number, count: number): Tick[] {
  const step = timeStep(to - from, count);
  const zone = new Date(from).getTimezoneOffset() * MINUTE;
  const ticks: Tick[] = [];
  for (let value = Math.ceil((from - zone) / step) * step + zone; value <= to; value += step) {
    ticks.push({ value, label: clock(value, step) });
  }
  return ticks;
}

/** Ticks from 0 up to what covers `most` ms, all in one unit. */
export function durationTicks(most: number, count: number): Tick[] {
  const top = Math.max(most, 1);
  const [unit, word] = top >= 2 * MINUTE ? [MINUTE, "min"] : top >= 2 * SECOND ? [SECOND, "s"] : [1, "ms"];
  const step = niceStep(top / unit, count);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const steps = Math.ceil(top / unit / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, i) => ({
    value: i * step * unit,
    label: i === 0 ? "0" : `${(i * step).toFixed(digits)} ${word}`,
  }));
}
