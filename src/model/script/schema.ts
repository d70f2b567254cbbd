import * as v from "valibot";
import { fromBase64 } from "../capture-file/base64";
import { MOST } from "./script";

/** What a file may say. Objects are read by these fields only: no other key of a file is ever looked at. */

/** Deeper JSON is nobody's message, and could not be written again. */
const DEEPEST = 500;

const wait = v.pipe(
  v.number(),
  v.minValue(0, "is negative"),
  v.maxValue(MOST.wait, "is more than a day, 86,400,000 ms"),
);

const expectation = v.object({
  direction: v.literal("received"),
  name: v.optional(v.string()),
  room: v.optional(v.string()),
  json: v.optional(v.pipe(v.unknown(), v.check(isShallow, "is nested too deep"))),
  text: v.optional(v.string()),
});

const send = v.pipe(
  v.object({
    kind: v.literal("send"),
    text: v.optional(v.string()),
    base64: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => fromBase64(text) !== null, "is none"),
      ),
    ),
    template: v.optional(v.boolean(), false),
  }),
  v.check(({ text, base64 }) => text !== undefined || base64 !== undefined, "has neither text nor base64"),
  v.check(({ text, base64 }) => text === undefined || base64 === undefined, "has both text and base64"),
);

export const stepSchema = v.variant("kind", [
  send,
  v.object({ kind: v.literal("expect"), expectation, timeout: wait }),
  v.object({ kind: v.literal("pause"), ms: wait }),
]);

export const headSchema = v.object({ format: v.string(), version: v.optional(v.number()) });

export const bodySchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(MOST.name, "is too long")), ""),
  steps: v.pipe(v.array(v.unknown()), v.maxLength(MOST.steps, "has more than 100,000 entries")),
});

function isShallow(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
  return true;
}
