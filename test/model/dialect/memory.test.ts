import { expect, test } from "vitest";
import { Memory, REMEMBERED } from "../../../src/model/dialect/memory";

test("past its size it forgets the oldest, and what is set again is new", () => {
  const memory = new Memory<number>();
  for (let i = 0; i < REMEMBERED; i++) memory.set(String(i), i);
  memory.set("0", -1);
  memory.set("one more", 1);
  expect(memory.size).toBe(REMEMBERED);
  expect(memory.get("0")).toBe(-1);
  expect(memory.get("1")).toBeUndefined();
  expect(memory.get(undefined)).toBeUndefined();
});
