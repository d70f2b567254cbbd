import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../../../src/model/template/fill";
import { holes } from "../../../src/model/template/holes";
import type { TemplateWorld } from "../../../src/model/template/value";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const UUID = "0b0e9a7c-7f0e-4c3b-9d58-5a0e6b1f2a3c";
const ITEMS = '{"payload":{"id":12345678901234567890,"note":"a \\"b\\"\\n","items":[{"id":7}],"1":"one"}}';

function world(frames: Record<string, string> = {}): TemplateWorld {
  let count = 0;
  return {
    now: () => NOW,
    uuid: () => UUID,
    random: () => 0.5,
    counter: () => ++count,
    last: (name) => (Object.hasOwn(frames, name) ? (frames[name] ?? null) : null),
  };
}

const filled = (text: string, frames?: Record<string, string>) => fill(text, world(frames));

describe("a template", () => {
  test.each([
    ["{{now}}", String(NOW)],
    ["{{now iso}}", "2026-01-02T03:04:05.678Z"],
    ["{{uuid}}", UUID],
    ["{{ random 1 100 }}", "51"],
    ["{{random -5 -5}}", "-5"],
    ["{{counter}} and {{counter}}", "1 and 1"],
    ["at {{now}}: {{uuid}}", `at ${NOW}: ${UUID}`],
    ['{"at":{{now}}}', `{"at":${NOW}}`],
    ['{"at":"{{now}}"}', `{"at":"${NOW}"}`],
    ['{"id":{{uuid}}}', `{"id":"${UUID}"}`],
    ['{"id":"{{uuid}}"}', `{"id":"${UUID}"}`],
    ["[{{uuid}},{{now}}]", `["${UUID}",${NOW}]`],
    ['42["chat",{{uuid}}]', `42["chat","${UUID}"]`],
    ['{"a":"x{{uuid}}"}\x1e{"b":{{uuid}}}\x1e', `{"a":"x${UUID}"}\x1e{"b":"${UUID}"}\x1e`],
    ['"{{uuid}}"', `"${UUID}"`],
    ["[broken {{uuid}}", `[broken ${UUID}`],
  ])("%s", (text, expected) => {
    expect(filled(text)).toEqual({ text: expected, problems: [] });
  });

  test.each([
    ['{{last "joined" "payload.id"}}', "12345678901234567890"],
    ["{{last 'joined' 'payload.items.0.id'}}", "7"],
    ['{{last joined "payload.1"}}', "one"],
    ['{{last "joined" "payload.note"}}', 'a "b"\n'],
    ['{"n":"{{last "joined" "payload.note"}}"}', '{"n":"a \\"b\\"\\n"}'],
    ['{"n":"{{last \\"joined\\" \\"payload.note\\"}}"}', '{"n":"a \\"b\\"\\n"}'],
    ['{"n":{{last "joined" "payload.note"}}}', '{"n":"a \\"b\\"\\n"}'],
    ['{"n":{{last "joined" "payload.items"}}}', '{"n":[{"id":7}]}'],
    ['{"n":"{{last "joined" "payload.items"}}"}', '{"n":"[{\\"id\\":7}]"}'],
    ['{"n":{{last "joined"}}}', `{"n":${ITEMS}}`],
    ['{"n":{{last "plain"}}}', '{"n":"hi \\"you\\""}'],
    ['{{last "plain"}}', 'hi "you"'],
    ['{{last "io" "1.id"}}', "5"],
  ])("%s", (text, expected) => {
    const frames = { joined: ITEMS, plain: 'hi "you"', io: '42["x",{"id":5}]' };
    expect(filled(text, frames)).toEqual({ text: expected, problems: [] });
  });

  test("has a way to say two braces", () => {
    expect(filled("\\{{now}} {{now}}").text).toBe(`{{now}} ${NOW}`);
    expect(filled('{"a":"\\{{now}}"}').text).toBe('{"a":"{{now}}"}');
    expect(filled('{"a":"\\\\{{now}}"}').text).toBe(`{"a":"\\\\${NOW}"}`);
  });

  test("keeps what cannot be filled and says where and why", () => {
    const text = 'a {{what}} {{last "gone"}} {{random 5}} {{random 9 1}} {{now soon}} {{}} {{uuid x}}';
    const { text: same, problems } = filled(text);
    expect(same).toBe(text);
    expect(problems.map(({ at, length }) => text.slice(at, at + length))).toEqual(
      problems.map(({ text }) => text),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '"what" is none of now, uuid, random, counter and last.',
      'No text frame named "gone" was received.',
      "Two whole numbers have to follow, as in {{random 1 100}}.",
      "The first number is larger than the second.",
      "It is either {{now}} or {{now iso}}.",
      "Nothing stands between the braces.",
      "{{uuid}} takes nothing behind its name.",
    ]);
  });

  test("says that a path leads nowhere, by own keys only", () => {
    const messages = (path: string) =>
      filled(`{{last "a" "${path}"}}`, { a: '{"list":[1]}' }).problems.map(({ message }) => message);
    for (const path of ["toString", "__proto__", "list.1", "list.length", "list.-1", ""]) {
      expect(messages(path)).toEqual([`The last frame named "a" has nothing at "${path}".`]);
    }
    expect(filled('{{last "a" "x"}}', { a: "no" }).problems[0]?.message).toBe(
      'The last frame named "a" is no JSON.',
    );
  });

  test("of which a brace is not closed says so", () => {
    expect(filled("a {{now").problems).toEqual([
      { at: 2, length: 2, text: "{{", message: "It is not closed: }} is missing." },
    ]);
  });

  test("asks for the counter and the clock once", () => {
    const shared = world();
    fill("{{counter}}{{counter}}", shared);
    expect(fill("{{counter}}", shared).text).toBe("2");
  });

  test("keeps random numbers between their bounds", () => {
    for (const random of [0, 0.999999999, 1]) {
      const number = Number(fill("{{random 1 3}}", { ...world(), random: () => random }).text);
      expect(number >= 1 && number <= 3).toBe(true);
    }
  });
});

test("holes are listed with their place, also the unknown ones", () => {
  expect(holes('x {{now}} {"a":"{{nope}}"} \\{{now}}')).toMatchObject([
    { at: 2, length: 7, text: "{{now}}", ask: { kind: "now", iso: false }, problem: "" },
    { at: 16, length: 8, text: "{{nope}}", ask: null },
  ]);
  expect(holes("none")).toEqual([]);
});

describe("whatever is written", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "{{",
      "}}",
      "\\",
      '"',
      "{",
      "}",
      "[",
      "]",
      "{{now}}",
      "{{uuid}}",
      '{{last "a" "b"}}',
      "{{last 'a'}}",
    ),
  );
  const anyTemplate = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(""));

  test("nothing throws, and problems stand where they say", () => {
    fc.assert(
      fc.property(anyTemplate, fc.oneof(fc.string(), fc.json()), (text, frame) => {
        const { problems } = filled(text, { a: frame });
        for (const { at, length, text: hole } of problems) expect(text.slice(at, at + length)).toBe(hole);
        for (const { at, length, text: hole } of holes(text)) expect(text.slice(at, at + length)).toBe(hole);
      }),
    );
  });

  test("a text without holes comes back as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("{{"));
        expect(filled(text)).toEqual({ text, problems: [] });
      }),
    );
  });

  test("JSON stays JSON, whatever stands in for a hole, in a string and outside", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.jsonValue(), (said, value) => {
        const frames = { said, value: JSON.stringify({ v: value }) };
        const text = `{"a":"x{{last 'said'}}y","b":{{last 'said'}},"c":"{{last 'value' 'v'}}","d":{{last 'value' 'v'}}}`;
        const { text: out, problems } = filled(text, frames);
        expect(problems).toEqual([]);
        const read = JSON.parse(out);
        expect(read.a).toBe(`x${said}y`);
        expect(read.d).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
