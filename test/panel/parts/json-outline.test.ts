import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonOutline } from "../../../src/panel/parts/json/outline";
import { partsOf } from "../../../src/panel/parts/json/scan";

function sources(text: string): string[] {
  return partsOf(text, 0).map(({ start, end }) => text.slice(start, end));
}

describe("the parts of a text", () => {
  test("keep every digit, doubled keys and their order", () => {
    const text = '{"n":12345678901234567890,"d":1.0,"d":1e400,"2":-0}';
    expect(sources(text)).toEqual(["12345678901234567890", "1.0", "1e400", "-0"]);
    expect(partsOf(text, 0).map(({ key }) => text.slice(key?.start, key?.end))).toEqual([
      '"n"',
      '"d"',
      '"d"',
      '"2"',
    ]);
  });

  test("brackets and escaped quotes inside strings do not count", () => {
    expect(sources('[ "]" , "a\\"]" , "\\\\" , {"}":"{"} ]')).toEqual([
      '"]"',
      '"a\\"]"',
      '"\\\\"',
      '{"}":"{"}',
    ]);
  });

  test("are those that JSON.parse finds", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(sources(text).map((source) => JSON.parse(source))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("the lines of a tree", () => {
  test("show what is open only", () => {
    const outline = new JsonOutline(' {"a":[1,2],"b":{}} ');
    expect(outline.lines(new Set())).toMatchObject([{ level: 1, open: false, label: null }]);
    const lines = outline.lines(new Set(["1"]));
    expect(lines).toMatchObject([
      { level: 1, open: true },
      { level: 2, label: { key: "a" }, open: false },
      { level: 2, label: { key: "b" } },
    ]);
    expect(lines[2]?.open).toBeUndefined();
  });

  test("come in ranges of a hundred where there are more", () => {
    const outline = new JsonOutline(JSON.stringify(Array.from({ length: 250 }, (_, i) => i)));
    const lines = outline.lines(new Set(["0", "0:200"]));
    expect(lines.slice(1, 4).map(({ label }) => label)).toEqual([
      { from: 0, to: 99 },
      { from: 100, to: 199 },
      { from: 200, to: 249 },
    ]);
    expect(lines).toHaveLength(1 + 3 + 50);
    expect(lines[4]).toMatchObject({ level: 3, label: { index: 200 } });
  });

  test("a hundred thousand levels are opened in no time, some at first", () => {
    const outline = new JsonOutline("[".repeat(100_000) + "]".repeat(100_000));
    const open = outline.firstOpen(30);
    expect(open.size).toBeGreaterThan(10);
    expect(outline.lines(open).length).toBeLessThanOrEqual(31);
  });

  test("at first as many levels are open as stay short", () => {
    const outline = new JsonOutline('{"a":{"b":{"c":1}},"long":[1,2,3,4,5,6,7,8,9]}');
    expect(outline.lines(outline.firstOpen(30))).toHaveLength(14);
    expect(outline.lines(outline.firstOpen(3))).toHaveLength(3);
  });
});
