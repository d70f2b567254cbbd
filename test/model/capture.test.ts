import { beforeEach, describe, expect, test } from "vitest";
import { Capture, RowFlag } from "../../src/model/capture";
import { Columns } from "../../src/model/columns";
import { createMatcher } from "../../src/model/filter/matcher";
import { parseQuery } from "../../src/model/filter/query";
import { Meanings } from "../../src/model/meaning/meanings";
import type { Socket } from "../../src/model/socket";
import { aSocket } from "../support/a-socket";

let capture: Capture;
let socket: Socket;

beforeEach(() => {
  capture = new Capture();
  socket = capture.addSocket(aSocket());
});

function append(payload: string, flags = 0): number {
  return capture.append({ time: 1, socket, flags, size: payload.length, payload });
}

function lose(count: number): number {
  return capture.append({ time: 1, socket, flags: RowFlag.Loss, size: 0, payload: { count, why: "slow" } });
}

test("columns grow without losing what they hold", () => {
  const columns = new Columns<string>();
  for (let i = 0; i < 5000; i++) expect(columns.push(i, i % 7, i % 3, i * 2, `p${i}`)).toBe(i);
  expect([columns.time[4999], columns.socket[4999], columns.flags[4999], columns.size[4999]]).toEqual([
    4999, 1, 1, 9998,
  ]);
  expect(columns.payload[2047]).toBe("p2047");
});

describe("a capture", () => {
  test("counts frames by direction, and losses apart", () => {
    append("abc", RowFlag.Sent);
    append("defg");
    lose(7);
    expect(socket).toMatchObject({
      sent: { frames: 1, bytes: 3 },
      received: { frames: 1, bytes: 4 },
      lost: 7,
    });
    expect(capture.totals).toEqual({ frames: 2, bytes: 7, lost: 7 });
    expect(capture.sums(1)).toEqual({ frames: 1, bytes: 4, lost: 7 });
  });

  test("rows keep their number when older ones are dropped", () => {
    const rows = ["a", "b", "c"].map((payload) => append(payload));
    capture.dropBefore(2);
    expect([capture.start, capture.end]).toEqual([2, 3]);
    expect(capture.payload(rows[2] as number)).toBe("c");
    expect(append("d")).toBe(3);
    expect(() => capture.socket(0)).toThrow(RangeError);
  });

  test("a pending row is filled, unless it is gone", () => {
    const row = capture.append({
      time: 1,
      socket,
      flags: RowFlag.Binary | RowFlag.Pending,
      size: 2,
      payload: null,
    });
    capture.fill(row, new Uint8Array([1, 2]));
    expect(capture.flags(row)).toBe(RowFlag.Binary);
    expect(capture.payload(row)).toEqual(new Uint8Array([1, 2]));
    capture.dropBefore(capture.end);
    expect(() => capture.fill(row, new Uint8Array(2))).not.toThrow();
  });
});

describe("a matcher", () => {
  function matching(query: string): number[] {
    const matcher = createMatcher(parseQuery(query), new Meanings());
    const rows = Array.from({ length: capture.end }, (_, row) => row);
    return matcher ? rows.filter((row) => matcher(capture, row)) : rows;
  }

  beforeEach(() => {
    append('{"type":"Ping"}', RowFlag.Sent);
    append("pong (1+1)");
    lose(3);
    capture.append({ time: 1, socket, flags: RowFlag.Binary, size: 2000, payload: new Uint8Array(2000) });
    append("late", RowFlag.Sent | RowFlag.Unsent);
  });

  test.each([
    ["", [0, 1, 2, 3, 4]],
    ["ping", [0]],
    ["(1+1)", [1]],
    ["/p[io]ng/i", [0, 1]],
    ["/p[io]ng/", [1]],
    ["-ping is:text", [1, 4]],
    ["dir:sent", [0, 4]],
    ["is:lost", [2]],
    ["is:binary", [3]],
    ["is:unsent", [4]],
    ["size>1k", [3]],
    ["socket:2", []],
    ["p o", [1]],
  ])("%s", (query, rows) => {
    expect(matching(query)).toEqual(rows);
  });

  test("a loss is neither sent nor received", () => {
    expect(matching("dir:received")).toEqual([1, 3]);
  });
});
