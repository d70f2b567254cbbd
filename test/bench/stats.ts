/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** "x1.07". */
export function ratio(value: number, base: number): string {
  return `x${(value / base).toFixed(2)}`;
}

/** "4.21 (3.9-5.1)": the median and the spread. */
export function spread(values: readonly number[], digits = 2): string {
  const numbers = [median(values), Math.min(...values), Math.max(...values)].map((n) => n.toFixed(digits));
  return `${numbers[0]} (${numbers[1]}-${numbers[2]})`;
}
