import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST } from "../../../src/model/capture-file/imported";
import { readHar } from "../../../src/model/har/read";
import { readZippedHar } from "../../../src/model/har/unzip";
import { accepted, imported } from "../../support/a-capture";

type Fields = Record<string, unknown>;

function message(fields: Fields = {}): Fields {
  return { type: "send", time: 1_800_000_000, opcode: 1, data: "x", ...fields };
}

function harOf(messages: unknown, fields: Fields = {}): string {
  const entry = {
    _resourceType: "websocket",
    request: { url: "wss://app.test/" },
    _webSocketMessages: messages,
    ...fields,
  };
  return JSON.stringify({ log: { entries: [{}, {}, entry] } });
}

test("what is wrong with a message names its entry, and the rest is kept", () => {
  const messages: unknown[] = Array.from({ length: 42 }, () => message());
  messages[7] = { type: "send", opcode: 1, data: "x" };
  const outcome = accepted(readHar(harOf(messages)));
  expect(outcome.problems).toEqual(["Entry 3: time is missing. 41 of 42 frames were imported."]);
  expect(outcome.rows.length).toBe(41);
});

test.each([
  [message({ time: "1.8e9" }), 'time is "1.8e9", not number'],
  [message({ time: -5 }), "time is negative"],
  [message({ time: 1e300 }), "time is no date: too large"],
  [message({ opcode: 9 }), "opcode 9 is no message's"],
  [message({ opcode: 2, data: "%%%" }), "data is no base64"],
  [message({ data: { __proto__: null } }), "data is Object, not string"],
  [message({ type: "sned" }), 'type is "sned", not "send" or "receive" or "error"'],
  [null, "it is null, not Object"],
  ["text", 'it is "text", not Object'],
])("the message %j is refused: %s", (broken, problem) => {
  expect(accepted(readHar(harOf([message(), broken]))).problems).toEqual([
    `Entry 3: ${problem}. 1 of 2 frames were imported.`,
  ]);
});

test.each([
  ["", "This file is empty."],
  ["garbage", "no JSON"],
  ['{"log":{"entries":[{"_resourceType"', "cut off"],
  ["[]", "This is no HAR"],
  ['{"log":7}', "This is no HAR: log is 7, not Object."],
  ['{"log":{"entries":{}}}', "This is no HAR: log.entries is Object, not Array."],
  ['{"log":{"entries":[]}}', "holds no WebSocket"],
])("%j is refused as a whole", (text, reason) => {
  expect(readHar(text)).toEqual({ refused: expect.stringContaining(reason) });
});

test("an entry without an address is said", () => {
  expect(accepted(readHar(harOf([], { request: {} }))).problems).toEqual([
    "Entry 3: request.url is missing.",
  ]);
});

test("keys such as __proto__ change nothing", () => {
  const entry = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"_resourceType":"websocket",
    "request":{"url":"wss://app.test/","__proto__":{"polluted":1}},
    "_webSocketMessages":[{"type":"send","time":1,"opcode":1,"data":"x","__proto__":{"polluted":1}}]}`;
  const capture = imported(readHar(`{"__proto__":{"polluted":1},"log":{"entries":[${entry}]}}`));
  expect(capture.payload(0)).toBe("x");
  expect(({} as Fields).polluted).toBeUndefined();
  expect((capture.sockets[0] as unknown as Fields).polluted).toBeUndefined();
});

test("a hundred thousand levels are no matter", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  expect(readHar(deep)).toEqual({ refused: expect.any(String) });
  expect(
    accepted(
      readHar(`{"log":{"x":${deep},"entries":[{"_resourceType":"websocket","_sockeye":${deep},
    "request":{"url":"wss://app.test/","headers":${deep}},"_webSocketMessages":[${deep}]}]}}`),
    ).sockets,
  ).toHaveLength(1);
});

test("sockets, and problems, are bounded", () => {
  const broken = harOf([], { request: { url: 7 } });
  const one = JSON.parse(broken).log.entries[2];
  const many = Array.from({ length: MOST.problems + 20 }, () => one);
  expect(accepted(readHar(JSON.stringify({ log: { entries: many } })))).toMatchObject({ more: 20 });
  const good = JSON.parse(harOf([])).log.entries[2];
  const sockets = Array.from({ length: MOST.sockets + 2 }, () => good);
  expect(accepted(readHar(JSON.stringify({ log: { entries: sockets } })))).toMatchObject({
    sockets: { length: MOST.sockets },
    problems: { length: 2 },
  });
});

test("what is wrong under our own key costs only that", () => {
  const outcome = accepted(readHar(harOf([message()], { _sockeye: { version: 1, times: "x" } })));
  expect(outcome.rows.length).toBe(1);
  expect(outcome.problems).toEqual([expect.stringMatching(/^Entry 3: _sockeye was left out: /)]);
  const facts = { version: 1, state: "open", createdAt: 1, orders: [1, 2], times: [1, 2] };
  expect(accepted(readHar(harOf([message()], { _sockeye: facts }))).problems).toEqual([
    "Entry 3: _sockeye was left out: it does not fit the messages.",
  ]);
});

test("never throws, whatever the file says", { timeout: 30_000 }, () => {
  const entry = fc.record(
    {
      _resourceType: fc.oneof(fc.constant("websocket"), fc.jsonValue()),
      startedDateTime: fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.jsonValue(),
      ),
      request: fc.oneof(fc.constant({ url: "wss://a.test/", headers: [] }), fc.jsonValue()),
      response: fc.oneof(fc.constant({ status: 101 }), fc.jsonValue()),
      _webSocketClose: fc.jsonValue(),
      _webSocketMessages: fc.oneof(
        fc.array(
          fc.record(
            {
              type: fc.oneof(fc.constantFrom("send", "receive", "error"), fc.jsonValue()),
              time: fc.oneof(fc.double({ noNaN: true }), fc.jsonValue()),
              opcode: fc.oneof(fc.constantFrom(1, 2, -1), fc.jsonValue()),
              data: fc.oneof(fc.base64String(), fc.jsonValue()),
            },
            { requiredKeys: [] },
          ),
        ),
        fc.jsonValue(),
      ),
      _sockeye: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(entry), fc.jsonValue()), fc.jsonValue(), (entries, pages) => {
      const outcome = readHar(JSON.stringify({ log: { entries, pages } }));
      if ("refused" in outcome) return;
      expect(outcome.frames).toBeLessThanOrEqual(outcome.named);
      expect([...outcome.rows.time.slice(0, outcome.rows.length)].every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readHar(text)));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (zip) => void readZippedHar(zip)));
});

test("a broken zip, or one without a HAR, says what to do", () => {
  expect(readZippedHar(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9))).toEqual({
    refused: expect.stringContaining("Unpack it"),
  });
});
