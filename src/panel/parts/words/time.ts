function padded(value: number, length = 2): string {
  return String(Math.floor(value)).padStart(length, "0");
}

/** Milliseconds since 1970 as "12:01:02.113", local time. */
export function clockTime(time: number): string {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => padded(part)).join(":");
  return `${clock}.${padded(date.getMilliseconds(), 3)}`;
}

/** "2026-04-03 12:01:02.113 +02:00", local time. */
export function fullDate(time: number): string {
  const date = new Date(time);
  const day = `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`;
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${padded(Math.abs(offset) / 60)}:${padded(Math.abs(offset) % 60)}`;
  return `${day} ${clockTime(time)} ${zone}`;
}

/** "830 ms", "12.4 s", "3 min 5 s", "2 h 10 min". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${(ms / 1000).toFixed(1)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
