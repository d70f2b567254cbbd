import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeOf } from "../../../../src/panel/parts/editor/fault";
import { jsonFault } from "../../../../src/panel/parts/editor/json-fault";
import { withDigits } from "../../../../src/panel/parts/editor/template-holes";

const FAULTS: [text: string, at: number, message: string][] = [
  ['{"a": x}', 6, "Expected a value, not x"],
  ['{"a": NaN}', 6, "Expected a value, not NaN"],
  ['{"a": 01}', 6, "Expected a value, not 01"],
  ["[1,]", 3, "A comma is too many before ], or something is missing"],
  ['{"a":1,}', 7, "A comma is too many before }, or something is missing"],
  ["[1 2]", 3, "Expected , or ], not 2"],
  ['{"a" 1}', 5, "Expected : after the key, not 1"],
  ["{a: 1}", 1, "Expected a key in double quotes, not a"],
  ["{'a': 1}", 1, "Strings take double quotes: \" instead of '"],
  ["[1] // one", 4, "JSON has no comments"],
  ["{} []", 3, "Nothing may follow the value, as [ does"],
  ["[1}", 2, "Expected , or ], not }"],
  ['{"a":{"b":1}', 12, "The text ends where } is missing"],
  ['{"a"', 4, "The text ends where : and a value are missing"],
  ["  ", 2, "A value is missing"],
  ['["a', 1, 'This string is not closed: " is missing'],
  ['["a\\', 1, 'This string is not closed: " is missing'],
  ['["a\n"]', 1, 'This string is not closed: its line ends without "'],
  ['["a\tb"]', 3, "A control character in a string must be escaped"],
  ['["\\x41"]', 2, "\\x means nothing in JSON"],
  ['["\\u12"]', 2, "\\u takes four hex digits"],
];

test.each(FAULTS)("%j is wrong at %i", (text, at, message) => {
  expect(jsonFault(text)).toEqual({ at, message });
});

test("what JSON.parse takes has no fault, what it refuses has one in the text", () => {
  const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "x", "\\", "[", ":"));
  fc.assert(
    fc.property(broken, ([json, place, put]) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + put + json.slice(at + 1);
      let refused = false;
      try {
        JSON.parse(text);
      } catch {
        refused = true;
      }
      const fault = jsonFault(text);
      expect(fault !== null).toBe(refused);
      if (fault) expect(fault.at).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("depth costs no stack", () => {
  expect(jsonFault("[".repeat(500_000))?.at).toBe(500_000);
});

test("a place is a line and a column", () => {
  expect(placeOf("ab\ncd", 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf("ab\ncd", 2)).toEqual({ line: 1, column: 3 });
  expect(placeOf("ab\ncd", 4)).toEqual({ line: 2, column: 2 });
  expect(placeOf("\n\n", 2)).toEqual({ line: 3, column: 1 });
});

describe("with digits for its holes a template", () => {
  test("is JSON where what fills it may be", () => {
    const text = '{"at":{{now}},"id":"{{last "a" "b"}}"}';
    const holes = [...text.matchAll(/\{\{.*?\}\}/g)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }));
    expect(jsonFault(text)).not.toBeNull();
    expect(withDigits(text, holes)).toHaveLength(text.length);
    expect(jsonFault(withDigits(text, holes))).toBeNull();
  });

  test("is itself without holes", () => {
    expect(withDigits("abc", [])).toBe("abc");
  });
});
