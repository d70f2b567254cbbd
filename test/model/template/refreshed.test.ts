import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refreshed } from "../../../src/model/template/refreshed";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

describe("a refreshed text", () => {
  test.each([
    ["ms", '{"timestamp":1700000000000}', `{"timestamp":${NOW}}`],
    ["seconds", '{"ts": 1700000000}', `{"ts": ${Math.floor(NOW / 1000)}}`],
    ["seconds with parts", '{"ts":1700000000.123}', '{"ts":1767323045.678}'],
    ["ms as text", '{"time":"1700000000000"}', `{"time":"${NOW}"}`],
    ["ISO", '{"sentAt":"2020-01-01T00:00:00.000Z"}', '{"sentAt":"2026-01-02T03:04:05.678Z"}'],
    ["ISO without parts", '{"sentAt":"2020-01-01T00:00:00Z"}', '{"sentAt":"2026-01-02T03:04:05Z"}'],
    ["ISO with 6 digits", '{"date":"2020-01-01T00:00:00.123456Z"}', '{"date":"2026-01-02T03:04:05.678000Z"}'],
    ["ISO with an offset", '{"date":"2020-01-01T00:00:00+02:30"}', '{"date":"2026-01-02T05:34:05+02:30"}'],
    ["a date", '{"date":"2020-01-01"}', '{"date":"2026-01-02"}'],
    ["a payload's", '{"payload":{"createdAt":1700000000000}}', `{"payload":{"createdAt":${NOW}}}`],
    ["Socket.IO's", '42["chat",{"ts":1700000000000}]', `42["chat",{"ts":${NOW}}]`],
  ])("has now in the form of %s", (_, text, expected) => {
    expect(refreshed(text, NOW)).toEqual({ text: expected, changed: 1 });
  });

  test("keeps every other byte", () => {
    const text =
      '{ "big":12345678901234567890 ,\n\t"time" : 1700000000000, "x":"\\u0041",\n"data":{"ts":1700000000 }}\n';
    expect(refreshed(text, NOW)).toEqual({
      text: text.replace("1700000000000", String(NOW)).replace(/1700000000 /, `${Math.floor(NOW / 1000)} `),
      changed: 2,
    });
  });

  test.each([
    "no JSON, timestamp: 1700000000000",
    '{"time":30}',
    '{"time":-1700000000000}',
    '{"time":1.7e12}',
    '{"time":null}',
    '{"time":"soon"}',
    '{"date":"2020-99-99"}',
    '{"other":1700000000000}',
    '{"a":{"b":{"time":1700000000000}}}',
    '["time",1700000000000]',
  ])("%s is left alone", (text) => {
    expect(refreshed(text, NOW)).toEqual({ text, changed: 0 });
  });

  test("stays as it is where the clock tells nothing", () => {
    for (const now of [Number.NaN, -1, Infinity, 1e18]) {
      expect(refreshed('{"time":1700000000000}', now).changed).toBe(0);
    }
  });

  test("stays JSON with the same values but for times", () => {
    const keys = fc.constantFrom("timestamp", "ts", "payload", "data", "date", "x", "__proto__");
    const time = fc.constantFrom(1700000000000, 1700000000, "2020-01-01T00:00:00Z", 5);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        time,
        fc.string(),
        fc.dictionary(keys, tie("tree")),
        fc.array(tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        const { text: after, changed } = refreshed(text, NOW);
        expect(JSON.stringify(Object.keys(Object(JSON.parse(after))))).toBe(
          JSON.stringify(Object.keys(Object(JSON.parse(text)))),
        );
        if (changed === 0) expect(after).toBe(text);
      }),
    );
  });
});
