import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences } from "../../../src/model/match/differences";
import type { Expectation, MatchedFrame } from "../../../src/model/match/expectation";
import { jsonIn } from "../../../src/model/match/json-in";
import { matches } from "../../../src/model/match/matches";
import { shortfalls } from "../../../src/model/match/shortfalls";

const expecting = (facts: Partial<Expectation>): Expectation => ({ direction: "received", ...facts });
const frame = (text: string | null, facts: Partial<MatchedFrame> = {}): MatchedFrame => ({
  name: "chat",
  rooms: ["lobby"],
  text,
  ...facts,
});

describe("an expectation", () => {
  test("of nothing is met by any frame, also by a binary one", () => {
    expect(matches(expecting({}), frame(null))).toBe(true);
  });

  test.each<[string, Partial<Expectation>, string | null, boolean]>([
    ["a name", { name: "chat" }, "", true],
    ["another name", { name: "chats" }, "", false],
    ["a room", { room: "lobby" }, "", true],
    ["another room", { room: "kitchen" }, "", false],
    ["a part of the text", { text: "ell" }, "hello", true],
    ["what is not in the text", { text: "elk" }, "hello", false],
    ["text of a binary frame", { text: "" }, null, false],
    ["JSON of a binary frame", { json: {} }, null, false],
    ["JSON of a text that is none", { json: {} }, "hello", false],
    ["some keys", { json: { a: 1 } }, '{"a":1,"b":2}', true],
    ["null", { json: null }, "null", true],
    ["nested keys", { json: { a: { b: [1] } } }, '{"a":{"b":[1],"c":0}}', true],
    ["a key that is not there", { json: { toString: 1 } }, "{}", false],
    ["a list of the same length", { json: [1, 2] }, "[1,2]", true],
    ["a longer list", { json: [1] }, "[1,2]", false],
    ["a list with a rest", { json: [1, "..."] }, "[1,2,3]", true],
    ["a list whose rest is empty", { json: [1, "..."] }, "[1]", true],
    ["a list that lacks more than a rest", { json: [1, 2, "..."] }, "[1]", false],
    ["anything", { json: { a: "{{any}}" } }, '{"a":{"b":1}}', true],
    ["anything that is there", { json: { a: "{{any}}" } }, "{}", false],
    ["JSON behind Socket.IO's numbers", { json: ["chat", { id: 1 }] }, '42["chat",{"id":1}]', true],
    ["JSON in front of SignalR's separator", { json: { type: 6 } }, '{"type":6}\x1e', true],
  ])("of %s", (_, facts, text, met) => {
    expect(matches(expecting(facts), frame(text))).toBe(met);
    expect(shortfalls(expecting(facts), frame(text)).length === 0).toBe(met);
  });

  test("reads __proto__ as a key like any other", () => {
    const json = JSON.parse('{"__proto__":{"admin":true}}');
    expect(matches(expecting({ json }), frame("{}"))).toBe(false);
    expect(matches(expecting({ json }), frame('{"__proto__":{"admin":true,"x":1}}'))).toBe(true);
  });

  test("stands any depth", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const { value } = jsonIn(deep) ?? {};
    expect(matches(expecting({ json: value }), frame(deep))).toBe(true);
    expect(matches(expecting({ json: [[]] }), frame(deep))).toBe(false);
  });
});

describe("differences", () => {
  test("name the place, what was expected and what is", () => {
    const expected = { a: { b: [1, 2, { id: 1 }] }, c: "x", d: 1, e: true };
    const actual = { a: { b: [1, 3, { id: "1" }] }, c: "y", e: true };
    expect(differences(expected, actual)).toEqual([
      { path: "d", expected: 1, actual: undefined, kind: "missing" },
      { path: "a.b.1", expected: 2, actual: 3, kind: "different" },
      { path: "a.b.2.id", expected: 1, actual: "1", kind: "type" },
      { path: "c", expected: "x", actual: "y", kind: "different" },
    ]);
  });

  test("of a list say how long it is", () => {
    expect(differences({ items: [1] }, { items: [1, 2] })).toEqual([
      { path: "items.length", expected: 1, actual: 2, kind: "different" },
    ]);
  });

  test("tell null, lists and objects apart", () => {
    for (const [expected, actual] of [
      [null, {}],
      [[], {}],
      [{}, []],
      [{}, null],
    ]) {
      expect(differences(expected, actual)).toMatchObject([{ path: "", kind: "type" }]);
    }
  });

  test("are at most 100", () => {
    expect(differences(new Array(500).fill(1), new Array(500).fill(2))).toHaveLength(100);
  });
});

test("shortfalls name what is wrong with the frame itself", () => {
  const expectation = expecting({ name: "joined", room: "kitchen", text: "hi", json: { a: 1 } });
  expect(shortfalls(expectation, frame('{"a":2}', { rooms: [] }))).toEqual([
    { path: "(name)", expected: "joined", actual: "chat", kind: "different" },
    { path: "(room)", expected: "kitchen", actual: undefined, kind: "missing" },
    { path: "(text)", expected: "hi", actual: '{"a":2}', kind: "missing" },
    { path: "a", expected: 1, actual: 2, kind: "different" },
  ]);
});

describe("whatever comes", () => {
  test("a JSON value meets itself, and what is added to it changes nothing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (fields, more) => {
        const text = JSON.stringify(fields);
        const json = JSON.parse(text);
        expect(matches(expecting({ json }), frame(text))).toBe(true);
        const other = `{"a key that nobody has":${JSON.stringify(more)}${text === "{}" ? "" : ","}${text.slice(1)}`;
        expect(matches(expecting({ json }), frame(other))).toBe(true);
      }),
    );
  });

  test("nothing throws, and what matches has no differences", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.oneof(fc.string(), fc.json()), (json, text) => {
        const met = matches(expecting({ json }), frame(text));
        expect(shortfalls(expecting({ json }), frame(text)).length === 0).toBe(met);
      }),
    );
  });
});
