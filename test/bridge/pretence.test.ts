// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { Pretence } from "../../src/bridge/pretence";
import type { Conditions } from "../../src/conditions";
import { PortEvent } from "../../src/link/hand-over";
import { useFakeTasks } from "../support/fake-tasks";

const HALF_OPEN: Conditions = {
  offline: { kind: "half-open", told: false, code: 1000, reason: "" },
  hidden: null,
};

function setUp() {
  const port = new EventTarget() as MessagePort;
  /** Whether stand-ins for sockets are up, each time they change. */
  const standing: boolean[] = [];
  port.addEventListener(PortEvent.Stand, (event) => standing.push((event as CustomEvent).detail[0]));
  const hold = vi.fn();
  const pretence = new Pretence(port, hold);
  return { pretence, hold, standing };
}

useFakeTasks();

test("the way to the worker is cut: what is said again in time goes on", async () => {
  const { pretence, hold, standing } = setUp();
  pretence.set(HALF_OPEN);
  pretence.cut();
  expect(hold).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(2_900);
  pretence.set(HALF_OPEN);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(standing).toEqual([true]);
  pretence.set(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(standing.at(-1)).toBe(false);
});

test("what nobody says again ends, however often the way is cut", async () => {
  const { pretence, standing } = setUp();
  pretence.set(HALF_OPEN);
  pretence.cut();
  await vi.advanceTimersByTimeAsync(2_000);
  pretence.cut();
  expect(standing).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(standing.at(-1)).toBe(false);
});

test("what only the policy says ends when there is no panel, but not within the call that finds it out", async () => {
  const { pretence, standing } = setUp();
  pretence.start(HALF_OPEN);
  expect(standing).toEqual([true]);
  pretence.cut();
  expect(standing).toEqual([true]);
  await vi.advanceTimersByTimeAsync(0);
  expect(standing.at(-1)).toBe(false);
});

test("what the worker confirms meanwhile goes on", async () => {
  const { pretence, standing } = setUp();
  pretence.start(HALF_OPEN);
  pretence.cut();
  pretence.set(HALF_OPEN);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(standing).not.toContain(false);
});

test("twenty changes, one upon the other: the last one counts", async () => {
  const { pretence, standing } = setUp();
  for (let i = 0; i < 20; i++) pretence.set(i % 2 ? null : HALF_OPEN);
  await vi.advanceTimersByTimeAsync(100);
  expect(standing.at(-1)).toBe(false);
  for (let i = 0; i < 21; i++) pretence.set(i % 2 ? null : HALF_OPEN);
  await vi.advanceTimersByTimeAsync(100);
  expect(standing.at(-1)).toBe(true);
});
