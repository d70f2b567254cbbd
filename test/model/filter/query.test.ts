import { describe, expect, test } from "vitest";
import { parseQuery } from "../../../src/model/filter/query";
import { parseSize } from "../../../src/model/filter/size";

function terms(input: string) {
  return parseQuery(input).terms;
}

describe("a query", () => {
  test("is words, all of which must match", () => {
    expect(terms(" price  SOCK ")).toEqual([
      { kind: "text", negated: false, text: "price" },
      { kind: "text", negated: false, text: "SOCK" },
    ]);
    expect(terms("")).toEqual([]);
  });

  test("quotes keep words together, a minus negates", () => {
    expect(terms('-"two words"')).toEqual([{ kind: "text", negated: true, text: "two words" }]);
  });

  test("knows regular expressions with flags and spaces", () => {
    expect(terms("/a b\\/c/i x")).toEqual([
      { kind: "regex", negated: false, regex: /a b\/c/i },
      { kind: "text", negated: false, text: "x" },
    ]);
  });

  test("never remembers where it searched last: g and y are dropped", () => {
    expect(terms("/a/gi")).toEqual([{ kind: "regex", negated: false, regex: /a/i }]);
  });

  test("knows its keys", () => {
    expect(terms("dir:sent socket:#3 size>1.5k size<2M is:binary")).toEqual([
      { kind: "direction", negated: false, direction: "sent" },
      { kind: "socket", negated: false, number: 3 },
      { kind: "size", negated: false, comparison: ">", bytes: 1500 },
      { kind: "size", negated: false, comparison: "<", bytes: 2_000_000 },
      { kind: "is", negated: false, quality: "binary" },
    ]);
  });

  test.each(["injected", "withheld", "late"] as const)("knows is:%s", (quality) => {
    expect(terms(`-is:${quality}`)).toEqual([{ kind: "is", negated: true, quality }]);
  });

  test("an unknown key is text, such as a URL or JSON", () => {
    expect(terms('wss://x.test {"a":1}')).toMatchObject([
      { kind: "text" },
      { kind: "text", text: '{"a":1}' },
    ]);
  });

  test.each(["/[/", "dir:up", "socket:x", "size>much", "is:odd"])(
    "%s is a problem and matches as text",
    (input) => {
      const query = parseQuery(input);
      expect(query.problems).toHaveLength(1);
      expect(query.terms).toEqual([{ kind: "text", negated: false, text: input }]);
    },
  );
});

test.each([
  ["200", 200],
  ["1kB", 1000],
  ["0.5m", 500_000],
  ["1x", null],
  ["", null],
])("size %s", (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});
