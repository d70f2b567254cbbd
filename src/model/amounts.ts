const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A whole number with commas between its thousands: "30,000". */
export function grouped(value: number): string {
  return COUNT.format(value);
}

/** So many of a thing: "1 frame", "2,000 frames". The plural is the word with an "s" unless it is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A duration in ms as a text for people: "45 ms", "8.1 s", "3.5 min". */
export function lasting(ms: number): string {
  if (ms < 100) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${(ms / 60_000).toFixed(1)} min`;
}

/** Two durations in ms as one text: "0.5 to 8.1 s"; just one where both read the same. */
export function lastingBetween(low: number, high: number): string {
  const from = lasting(low);
  const to = lasting(high);
  if (from === to) return to;
  const unit = to.slice(to.indexOf(" "));
  return from.endsWith(unit) ? `${from.slice(0, -unit.length)} to ${to}` : `${from} to ${to}`;
}

/** A time span given in ms, as one says it: "40 ms", "2.5 s", "5 min 3 s", "2 h 5 min". */
export function span(ms: number): string {
  if (!(ms >= 0 && ms < Infinity)) return "an unknown time";
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 119_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
