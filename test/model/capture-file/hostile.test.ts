import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/model/capture-file/imported";
import { CaptureReader } from "../../../src/model/capture-file/read";
import { accepted, imported } from "../../support/a-capture";

const HEAD = '{"sockeye":"capture","version":1}';
const SOCKET = '{"type":"socket","socket":4,"url":"wss://app.test/","state":"open","createdAt":1}';
const FRAME = '{"type":"frame","socket":4,"time":2,"direction":"sent","text":"x"}';

function read(...lines: string[]): Outcome {
  const reader = new CaptureReader();
  for (const line of lines) reader.line(line);
  return reader.end();
}

test.each([
  ['{"type":"frame","socket":4,"direction":"sent","text":"x"}', "time is missing"],
  ['{"type":"frame","socket":4,"time":-1,"direction":"sent","text":"x"}', "time is negative"],
  ['{"type":"frame","socket":4,"time":1e999,"direction":"sent","text":"x"}', "time is no date: too large"],
  ['{"type":"frame","socket":4,"time":"2","direction":"sent","text":"x"}', 'time is "2", not number'],
  [
    '{"type":"frame","socket":4,"time":2,"direction":"up","text":"x"}',
    'direction is "up", not "sent" or "received"',
  ],
  ['{"type":"frame","socket":4,"time":2,"direction":"sent"}', "text or base64 is missing"],
  ['{"type":"frame","socket":4,"time":2,"direction":"sent","base64":"%"}', "base64 is none"],
  ['{"type":"frame","socket":5,"time":2,"direction":"sent","text":"x"}', "nothing is known of socket 5"],
  ['{"type":"loss","socket":4,"time":2,"count":-1,"why":"slow"}', "count is negative"],
  ['{"type":"loss","socket":4,"time":2,"count":1,"why":"x"}', 'why is "x", not '],
  ['{"type":"frame","socket":4,"time":2,"direction":"sent","te', "it is no JSON, perhaps it was cut off"],
  ["7", "it is no object"],
  [
    '{"type":"socket","socket":4,"url":"wss://b.test/","state":"open","createdAt":1}',
    "socket 4 is there twice",
  ],
  ['{"type":"socket","socket":9,"state":"open","createdAt":1}', "url is missing"],
])("the line %s is left out: %s", (line, problem) => {
  const outcome = accepted(read(HEAD, SOCKET, FRAME, line, FRAME));
  expect(outcome.problems).toHaveLength(1);
  expect(outcome.problems[0]).toContain(`Line 4: ${problem}`);
  expect(outcome.rows.length).toBe(2);
});

test.each([
  ["garbage", "first line is no JSON"],
  ["{}", "no capture"],
  ['{"sockeye":"capture","version":2}', "version 2"],
  ['{"sockeye":"notices","version":1}', "for the playground"],
])("%j is refused as a whole", (head, reason) => {
  expect(read(head, SOCKET, FRAME)).toEqual({ refused: expect.stringContaining(reason) });
});

test("a file without a line is empty", () => {
  expect(read("", " ")).toEqual({ refused: "This file is empty." });
});

test("keys such as __proto__ change nothing", () => {
  const socket = `{"__proto__":{"polluted":1},${SOCKET.slice(1)}`;
  const capture = imported(read(HEAD, socket, `{"__proto__":{"polluted":1},${FRAME.slice(1)}`));
  expect(capture.payload(0)).toBe("x");
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect((capture.sockets[0] as { polluted?: number }).polluted).toBeUndefined();
});

test("never throws, whatever the lines say", () => {
  const line = fc.oneof(
    fc.constantFrom(SOCKET, FRAME),
    fc.string(),
    fc.json(),
    fc
      .record(
        {
          type: fc.constantFrom("socket", "frame", "loss", "x"),
          socket: fc.oneof(fc.constant(4), fc.jsonValue()),
          time: fc.oneof(fc.double(), fc.jsonValue()),
          direction: fc.oneof(fc.constantFrom("sent", "received"), fc.jsonValue()),
          text: fc.oneof(fc.string(), fc.jsonValue()),
          base64: fc.oneof(fc.base64String(), fc.jsonValue()),
          size: fc.jsonValue(),
          absent: fc.oneof(fc.constantFrom("unkept", "pending"), fc.jsonValue()),
          url: fc.jsonValue(),
          state: fc.jsonValue(),
        },
        { requiredKeys: ["type"] },
      )
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const outcome = accepted(read(HEAD, ...lines));
      expect(outcome.frames).toBeLessThanOrEqual(outcome.named);
    }),
    { numRuns: 400 },
  );
});
