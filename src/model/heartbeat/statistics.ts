import type { Spread } from "./summary";

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

/** The 95th percentile by nearest rank: a value that did occur. */
function percentile95(sorted: Float64Array): number {
  return sorted[Math.ceil(sorted.length * 0.95) - 1] as number;
}

/** The median; null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : middle(ascending(values));
}

/** Median, 95th percentile and maximum; null of nothing. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  return { median: middle(sorted), p95: percentile95(sorted), max: sorted[sorted.length - 1] as number };
}

/** The 95th percentile of how far values are from a center; null of nothing. */
export function deviation(values: readonly number[], center: number): number | null {
  return values.length === 0
    ? null
    : percentile95(ascending(values.map((value) => Math.abs(value - center))));
}

/** By how much values grow from one to the next: the slope of the least-squares line; null with under `least`. */
export function slope(values: readonly number[], least: number): number | null {
  const count = values.length;
  if (count < Math.max(2, least)) return null;
  const meanX = (count - 1) / 2;
  let meanY = 0;
  for (const value of values) meanY += value / count;
  let above = 0;
  let below = 0;
  for (let x = 0; x < count; x++) {
    above += (x - meanX) * ((values[x] as number) - meanY);
    below += (x - meanX) ** 2;
  }
  return above / below;
}
