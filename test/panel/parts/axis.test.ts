import { expect, test } from "vitest";
import { durationTicks, niceStep, timeStep, timeTicks } from "../../../src/panel/parts/axis";

test.each([
  [100, 5, 20],
  [99, 3, 50],
  [0.4, 2, 0.2],
  [1, 1, 1],
])("%d in at most %d steps takes steps of %d", (range, count, step) => {
  expect(niceStep(range, count)).toBeCloseTo(step, 10);
});

test("durations are told in one unit", () => {
  expect(durationTicks(213, 3).map(({ label }) => label)).toEqual(["0", "100 ms", "200 ms", "300 ms"]);
  expect(durationTicks(25_000, 3).map(({ label }) => label)).toEqual(["0", "10 s", "20 s", "30 s"]);
  expect(durationTicks(0, 3).at(-1)?.label).toBe("1.0 ms");
});

test("times stand at whole steps of the clock", () => {
  const from = new Date(2026, 3, 3, 12, 0, 7).getTime();
  expect(timeStep(60_000, 4)).toBe(15_000);
  const labels = timeTicks(from, from + 60_000, 4).map(({ label }) => label);
  expect(labels).toEqual(["12:00:15", "12:00:30", "12:00:45", "12:01:00"]);
  expect(timeTicks(from, from + 1, 2).map(({ label }) => label)[0]).toMatch(/\.\d{3}$/);
});
