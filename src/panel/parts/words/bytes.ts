const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** "48 B", "1.2 kB", "18 MB": decimal units, as browsers show sizes. */
export function sized(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (unit < UNITS.length - 1 && Math.round(value * 10) >= 10_000) {
    value /= 1000;
    unit++;
  }
  // 9.96 would be rounded to "10.0", which has a digit too many.
  const digits = unit === 0 || value >= 9.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
