import { LONGEST } from "./envelope";
import type { Json } from "./frame";

/** A parsed JSON object. */
export type JsonObject = { [key: string]: Json };

/** A longer text is not parsed while frames stream in, as in Frame. In UTF-16 units. */
const LONGEST_PARSED = 5_000_000;

/** The value of a key that the object has itself; undefined for any other, `toString` among them. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The text cut to what an envelope may hold. */
export function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

/** A string as a text for an envelope; undefined for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? cut(value) : undefined;
}

/** An id as a text: strings and numbers are ids, null and the rest are none. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return textOf(value);
}

/** The value where it is an object and no array. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The text as JSON; undefined where it is none, or too long to be parsed here. */
export function parseJson(text: string): Json | undefined {
  if (text.length > LONGEST_PARSED) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** "chat (+2)": the name of the first of several messages in one frame. `more`: how many follow it. */
export function withMore(name: string, more: number): string {
  return more > 0 ? cut(`${cut(name).slice(0, LONGEST - 20)} (+${more})`) : cut(name);
}

/** "next OnMessage": what the message is, and whose; the kind alone where nobody knows whose. */
export function ofWhat(kind: string, what: string | undefined): string {
  return what ? cut(`${kind} ${what}`) : kind;
}
