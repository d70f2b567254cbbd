import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MAX_HEIGHT,
  revealing,
  scrollTopFor,
  virtualTop,
  windowAt,
} from "../../../src/panel/parts/virtual-window";

const LIST = { count: 1000, rowHeight: 20, viewHeight: 200 };
const HUGE = { count: 10_000_000, rowHeight: 20, viewHeight: 200 };

test("renders what is in sight, and some rows more", () => {
  expect(windowAt(LIST, 400, 5)).toEqual({ first: 15, last: 35, offset: 300, height: 20_000 });
});

test("stays within the list at both ends", () => {
  expect(windowAt(LIST, -50, 5)).toMatchObject({ first: 0, last: 15, offset: 0 });
  expect(windowAt(LIST, 999_999, 5)).toMatchObject({ first: 985, last: 1000 });
  expect(windowAt({ ...LIST, count: 0 }, 0, 5)).toEqual({ first: 0, last: 0, offset: 0, height: 0 });
});

test("a row in sight needs no scrolling; one outside comes to the nearer edge", () => {
  expect(revealing(LIST, 400, 25)).toBeNull();
  expect(revealing(LIST, 400, 10)).toBe(200);
  expect(revealing(LIST, 400, 30)).toBe(420);
});

describe("a list higher than browsers can scroll", () => {
  test("gets a height they can, and its last row is reached", () => {
    const { height, last } = windowAt(HUGE, MAX_HEIGHT - HUGE.viewHeight, 0);
    expect(height).toBe(MAX_HEIGHT);
    expect(last).toBe(HUGE.count);
  });

  test("any row can be brought into sight", () => {
    fc.assert(
      fc.property(fc.nat(HUGE.count - 1), fc.nat(MAX_HEIGHT), (index, scrollTop) => {
        const to = revealing(HUGE, scrollTop, index) ?? scrollTop;
        const { first, last } = windowAt(HUGE, to, 1);
        expect(first).toBeLessThanOrEqual(index);
        expect(last).toBeGreaterThan(index);
      }),
    );
  });

  test("there and back is the same place", () => {
    fc.assert(
      fc.property(fc.nat(HUGE.count * HUGE.rowHeight - HUGE.viewHeight), (top) => {
        expect(virtualTop(HUGE, scrollTopFor(HUGE, top))).toBeCloseTo(top, 3);
      }),
    );
  });
});
