import fc from "fast-check";
import { expect, test } from "vitest";
import { createMatcher } from "../../../../src/model/filter/matcher";
import { parseQuery } from "../../../../src/model/filter/query";
import { roomQuery } from "../../../../src/panel/views/rooms/room-query";

test.each([
  ["lobby", 'room:"lobby"'],
  ["two words", 'room:"two words"'],
  ["", 'room:""'],
  ['a "b" c', "room:a room:b room:c"],
  ['"', 'room:"'],
])("%j is asked for as %s", (name, query) => {
  expect(roomQuery(name)).toBe(query);
});

test("whatever its name, the query finds the room", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', " ", "a", "/", ":", "-", "\n") })),
      (name) => {
        const matcher = createMatcher(parseQuery(roomQuery(name)), { rooms: () => [name] } as never);
        expect(matcher?.({} as never, 0)).toBe(true);
      },
    ),
  );
});
