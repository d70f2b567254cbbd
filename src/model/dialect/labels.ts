import type { Json } from "./frame";
import { cut, type JsonObject, own } from "./own-keys";

/** A value that can name something: a text that is not empty, or a number as one. */
export function label(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : cut(value);
  return typeof value === "number" ? String(value) : undefined;
}

/** The first of an object's own keys that holds a label. */
export function firstLabel(object: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = label(own(object, key));
    if (found !== undefined) return found;
  }
  return undefined;
}
