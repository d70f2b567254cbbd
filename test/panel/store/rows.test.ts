import { expect, test } from "vitest";
import { Capture, RowFlag } from "../../../src/model/capture";
import type { Matcher } from "../../../src/model/filter/matcher";
import { Rows } from "../../../src/panel/store/rows";
import { aSocket } from "../../support/a-socket";

function filled(count: number, payload = "x"): Capture {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket());
  for (let i = 0; i < count; i++) capture.append({ time: i, socket, flags: 0, size: 1, payload });
  return capture;
}

const even: Matcher = (_, row) => row % 2 === 0;

test("without a matcher every row is there at once", () => {
  const capture = filled(10);
  const rows = new Rows(capture);
  rows.restart(null, 4);
  expect([rows.length, rows.at(0), rows.hidden, rows.behind]).toEqual([6, 4, 0, false]);
  expect([rows.indexOf(4), rows.indexOf(9), rows.indexOf(0)]).toEqual([0, 5, 0]);
});

test("with one, the rows it lets through; what it hides is counted", () => {
  const rows = new Rows(filled(11));
  rows.restart(even, 1);
  expect([rows.length, rows.at(0), rows.at(4), rows.at(5), rows.hidden]).toEqual([5, 2, 10, -1, 5]);
  expect([rows.indexOf(4), rows.indexOf(5), rows.indexOf(99)]).toEqual([1, 2, 5]);
});

test("a hidden loss is no hidden frame", () => {
  const capture = filled(2);
  const socket = capture.socket(0);
  capture.append({ time: 1, socket, flags: RowFlag.Loss, size: 0, payload: { count: 5, why: "slow" } });
  const rows = new Rows(capture);
  rows.restart(() => false, 0);
  expect(rows.hidden).toBe(2);
});

test("many rows are tested in slices", () => {
  const rows = new Rows(filled(120_000));
  rows.restart(even, 0);
  expect([rows.length, rows.behind]).toEqual([25_000, true]);
  rows.advance();
  rows.advance();
  expect([rows.length, rows.behind]).toEqual([60_000, false]);
});

test("a slice ends sooner where there is much to read", () => {
  const rows = new Rows(filled(30, "x".repeat(1_000_000)));
  rows.restart(even, 0);
  expect([rows.length, rows.behind]).toEqual([10, true]);
});
