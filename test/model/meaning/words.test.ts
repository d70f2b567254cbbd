import { expect, test } from "vitest";
import { Meanings } from "../../../src/model/meaning/meanings";
import { isPoisonous } from "../../../src/model/meaning/poison";
import { RoomLists } from "../../../src/model/meaning/room-lists";
import { Words } from "../../../src/model/meaning/words";

test("texts have numbers, and too many different ones share one", () => {
  const words = new Words({ texts: 4, units: 100 });
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
  meanings.copy(5000, (row) => (row === 5000 ? 9000 : row));
  meanings.dropBefore(6000);
  expect(meanings.has(5000)).toBe(false);
  expect(meanings.at(9000)).toEqual(meaning);
  meanings.dropBefore(20_000);
  expect(meanings.has(9000)).toBe(false);
});

test.each([
  ['{"__proto__":1}', true],
  ['{"a":{"constructor" : {"prototype":1}}}', true],
  ['{"a":"__proto__"}', false],
  ['{"type":"constructor"}', false],
  ['"prototype"', false],
  ['{"\\u005f_proto__":{"admin":true}}', true],
  ['{"a":"\\u0022__proto__\\u0022:1"}', false],
])("poisonous keys: %s", (text, poisonous) => {
  expect(isPoisonous(text)).toBe(poisonous);
});

test("a list of rooms keeps every name as it is, and names of too many units share one", () => {
  const lists = new RoomLists();
  const odd = ["secret\u0000a", "a b", "__proto__", ""];
  expect(lists.rooms(lists.number(odd))).toEqual(odd);
  expect(lists.rooms(lists.number([]))).toEqual([]);
  const words = new Words({ texts: 100, units: 5 });
  expect([words.number("abc"), words.number("def"), words.number("g")]).toEqual([2, 1, 3]);
});
