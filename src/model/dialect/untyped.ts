import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { cut, type JsonObject } from "./own-keys";

// Little, so that any dialect that knows a good part of the frames comes first.
const JSON_ONLY: Evidence = { weight: 0.25, reason: "it is JSON of no known shape" };
/** Keys that make up a name; more of them say no more. */
const MOST_KEYS = 12;

function keysOf(fields: JsonObject): string {
  const keys = Object.keys(fields);
  if (keys.length === 0) return "{}";
  if (keys.length <= MOST_KEYS) return cut(keys.join(", "));
  return cut(`${keys.slice(0, MOST_KEYS).join(", ")}, ...`);
}

function read(frame: Frame): Envelope | null {
  const { array, object } = frame;
  if (array) return { kind: "message", name: `array of ${array.length}`, payload: array };
  return object ? { kind: "message", name: keysOf(object), payload: object } : null;
}

/** JSON that says nothing of itself: an object is named by its keys as written, a list by its length. */
export const untyped: Dialect = {
  id: "untyped",
  title: "Untyped JSON",
  words: { name: "keys" },
  fits: (frame) => (frame.object || frame.array ? JSON_ONLY : null),
  open: () => read,
};
