import { expect, test } from "vitest";
import { digest } from "../../../src/model/reply/digest";
import { keptOf, sameMessage } from "../../../src/model/reply/own-id";

test("of a payload only plain fields are kept, at most 32, and of a text what stands for it", () => {
  const text = "x".repeat(16_000);
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`field${index}`, index]));
  const kept = keptOf({ text, deep: { text }, list: [text], [text]: 1, ok: true, none: null, ...many });
  expect(JSON.stringify(kept).length).toBeLessThan(1_000);
  expect(kept.length).toBeLessThanOrEqual(32);
  expect(kept.map(([key]) => key).slice(0, 4)).toEqual(["text", "ok", "none", "field0"]);
  expect(sameMessage(kept, { text, more: 1 }, "1")).toBe(true);
  expect(sameMessage(kept, { text: `${text.slice(1)}y` }, "1")).toBe(false);
  expect(sameMessage(kept, { text: { text } }, "1")).toBe(false);
});

test("texts that differ a little have other digests", () => {
  const digests = new Set(Array.from({ length: 100_000 }, (_, index) => digest(`{"n":${index}}`)));
  expect(digests.size).toBe(100_000);
});
