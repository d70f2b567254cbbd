import { describe, expect, test } from "vitest";
import { hexRow, plainHex, spacedHex } from "../../../src/panel/parts/hex";
import { sized } from "../../../src/panel/parts/words/bytes";
import { counted } from "../../../src/panel/parts/words/count";
import { cut, oneLine } from "../../../src/panel/parts/words/one-line";
import { clockTime, duration, fullDate } from "../../../src/panel/parts/words/time";

test.each([
  [0, "0 B"],
  [48, "48 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [1210, "1.2 kB"],
  [9960, "10 kB"],
  [99_960, "100 kB"],
  [999_960, "1.0 MB"],
  [18_400_000, "18 MB"],
  [5e15, "5000 TB"],
])("%i bytes are %s", (bytes, text) => {
  expect(sized(bytes)).toBe(text);
});

test("one is one, and large numbers are grouped", () => {
  expect(counted(1, "socket")).toBe("1 socket");
  expect(counted(0, "frame")).toBe("0 frames");
  expect(counted(12480, "frame")).toBe("12,480 frames");
});

test("times are local, to the millisecond", () => {
  const time = new Date(2026, 3, 3, 9, 1, 2, 7).getTime();
  expect(clockTime(time + 0.9)).toBe("09:01:02.007");
  expect(fullDate(time)).toMatch(/^2026-04-03 09:01:02\.007 [+-]\d\d:\d\d$/);
});

test.each([
  [830.4, "830 ms"],
  [12_400, "12.4 s"],
  [59_970, "1 min 0 s"],
  [185_000, "3 min 5 s"],
  [7_800_000, "2 h 10 min"],
])("%i ms last %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

describe("one line of a text", () => {
  test("shows what cannot be seen, and what would turn the text around it", () => {
    expect(oneLine("a\nb\t\0\x1b\u202ec\u200b", 100)).toBe("a\u21b5b\\t\\0\\x1b\\u202ec\\u200b");
  });

  test("is cut, but not through a character", () => {
    expect(oneLine("abcdef", 3)).toBe("abc\u2026");
    expect(cut("ab\u{1f41f}c", 3)).toBe("ab");
    expect(oneLine("abc", 3)).toBe("abc");
  });
});

test("hex rows have offset, two groups and ASCII", () => {
  const bytes = new TextEncoder().encode("Hello, sockeye!\nXY");
  expect(hexRow(bytes, 0)).toEqual({
    offset: "00000000",
    hex: "48 65 6c 6c 6f 2c 20 73  6f 63 6b 65 79 65 21 0a",
    ascii: "Hello, sockeye!.",
  });
  expect(hexRow(bytes, 1)).toMatchObject({ offset: "00000010", hex: "58 59  ", ascii: "XY" });
  expect(spacedHex(bytes, 2)).toBe("48 65");
  expect(plainHex(bytes.subarray(0, 3))).toBe("48656c");
});
