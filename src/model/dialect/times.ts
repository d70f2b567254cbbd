import type { Json } from "./frame";

/** "2026-04-03T10:00:00Z", with or without parts of a second and an offset. */
const SHORTEST_ISO = 19;
const LONGEST_ISO = 35;

/** A message's own time in ms since 1970: a number is that already, a text is read as ISO 8601. */
export function timeOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length < SHORTEST_ISO || value.length > LONGEST_ISO)
    return undefined;
  if (value[4] !== "-" || value[10] !== "T") return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a value can be a message's time. */
export function isTime(value: Json): boolean {
  return typeof value === "number" || timeOf(value) !== undefined;
}
