import { expect, test } from "vitest";
import { Meanings } from "../../../src/model/meaning/meanings";
import { isPoisonous } from "../../../src/model/meaning/poison";
import { Words } from "../../../src/model/meaning/words";

test("texts have numbers, and too many different ones share one", () => {
  const words = new Words(4);
  expect([words.number(""), words.number("__proto__"), words.number("b"), words.number("__proto__")]).toEqual(
    [0, 2, 3, 2],
  );
  expect(words.text(words.number("c"))).toBe("(too many different names)");
  expect(words.text(words.number("b"))).toBe("b");
});

test("meanings keep kind, dialect, name, rooms, marks and partner of far rows", () => {
  const meanings = new Meanings();
  const meaning = {
    kind: "join" as const,
    dialect: "phoenix" as const,
    name: "phx_join",
    rooms: ["a, b", "c"],
    marks: 5,
    partner: 0,
  };
  meanings.put(5000, meaning);
  expect(meanings.at(5000)).toEqual(meaning);
  expect(meanings.has(4999)).toBe(false);
  meanings.copy(5000, 9000);
  meanings.dropBefore(6000);
  expect(meanings.has(5000)).toBe(false);
  expect(meanings.at(9000)).toEqual(meaning);
  expect(meanings.count("join", 0)).toBe(1);
});

test.each([
  ['{"__proto__":1}', true],
  ['{"a":{"constructor" : {"prototype":1}}}', true],
  ['{"a":"__proto__"}', false],
  ['{"type":"constructor"}', false],
  ['"prototype"', false],
])("poisonous keys: %s", (text, poisonous) => {
  expect(isPoisonous(text)).toBe(poisonous);
});
