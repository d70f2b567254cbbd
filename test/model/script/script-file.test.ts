import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../../../src/model/match/matches";
import { readScript } from "../../../src/model/script/read-script";
import { type CapturedFrame, scriptOf } from "../../../src/model/script/script-of";
import { writeScript } from "../../../src/model/script/write-script";

/** Ms that a busy machine may take for it. */
const PATIENCE = 30_000;

const file = (steps: unknown, more: object = {}) =>
  JSON.stringify({ format: "sockeye-script", version: 1, name: "n", steps, ...more });
const problems = (text: string) => {
  const read = readScript(text);
  return "problems" in read ? read.problems : [];
};

describe("a script file", () => {
  test("is read as it was written", () => {
    const script = {
      version: 1 as const,
      name: "login \ud800",
      steps: [
        { kind: "send" as const, text: "{{now}}", template: true },
        { kind: "send" as const, base64: "AQI=", template: false },
        { kind: "pause" as const, ms: 0.5 },
        {
          kind: "expect" as const,
          expectation: {
            direction: "received" as const,
            name: "x",
            room: "r",
            json: [null, "..."],
            text: "t",
          },
          timeout: 10,
        },
      ],
    };
    expect(readScript(writeScript(script))).toEqual({ script });
    expect(readScript(writeScript({ ...script, steps: [] }))).toEqual({ script: { ...script, steps: [] } });
  });

  test.each([
    ["", "This is no script of Sockeye: it is no JSON."],
    ["null", "This is no script of Sockeye."],
    ['{"format":"other"}', "This is no script of Sockeye."],
    [
      '{"format":"sockeye-script","version":2}',
      "Scripts of version 2 cannot be read: this Sockeye knows version 1.",
    ],
    ['{"format":"sockeye-script"}', "Scripts of version ? cannot be read: this Sockeye knows version 1."],
    ['{"format":"sockeye-script","version":1}', "This script cannot be read: steps is missing."],
    [file([], { name: 5 }), "This script cannot be read: name is 5, not string."],
    [file(new Array(100_001).fill(0)), "This script cannot be read: steps has more than 100,000 entries."],
    [" ".repeat(16_000_001), "This file is too large: a script has at most 16 million characters."],
  ])("%.60s", (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test.each([
    [5, "it is 5, not Object"],
    [{}, "kind is missing"],
    [{ kind: "jump" }, 'kind is "jump", not "send" or "expect" or "pause"'],
    [{ kind: "pause" }, "ms is missing"],
    [{ kind: "pause", ms: -1 }, "ms is negative"],
    [{ kind: "pause", ms: 1e9 }, "ms is more than a day, 86,400,000 ms"],
    [{ kind: "pause", ms: "5" }, 'ms is "5", not number'],
    [{ kind: "send" }, "it has neither text nor base64"],
    [{ kind: "send", text: "", base64: "" }, "it has both text and base64"],
    [{ kind: "send", base64: "%" }, "base64 is none"],
    [{ kind: "expect", timeout: 5 }, "expectation is missing"],
    [
      { kind: "expect", timeout: 5, expectation: { direction: "sent" } },
      'expectation.direction is "sent", not "received"',
    ],
    [{ kind: "expect", expectation: { direction: "received" } }, "timeout is missing"],
    [
      { kind: "expect", timeout: 5, expectation: { direction: "received", json: nested(600) } },
      "expectation.json is nested too deep",
    ],
  ])("%o is named by its number", (step, problem) => {
    expect(problems(file([{ kind: "pause", ms: 1 }, step]))).toEqual([`Step 2: ${problem}.`]);
  });

  test("a delay without end is no delay", () => {
    expect(problems(file([{ kind: "pause", ms: 7 }]).replace("7", "1e999"))).toEqual([
      "Step 1: ms is more than a day, 86,400,000 ms.",
    ]);
  });

  test("says the first 50 problems, and counts the others", () => {
    const said = problems(file(new Array(60).fill({})));
    expect([said.length, said[50]]).toEqual([51, "10 more steps have something wrong."]);
  });

  test("takes over no key that it does not know", () => {
    const text = `{"format":"sockeye-script","version":1,"__proto__":{"steps":[]},"steps":[{"kind":"pause","ms":1,"__proto__":{"x":1},"y":2}]}`;
    expect(readScript(text)).toEqual({ script: { version: 1, name: "", steps: [{ kind: "pause", ms: 1 }] } });
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test("keeps __proto__ in expected JSON as a key of its own", () => {
    const step = `{"kind":"expect","timeout":1,"expectation":{"direction":"received","json":{"__proto__":{"x":1}}}}`;
    const read = readScript(`{"format":"sockeye-script","version":1,"steps":[${step}]}`);
    if ("problems" in read) throw new Error(read.problems[0]);
    expect(writeScript(read.script)).toContain('"json":{"__proto__":{"x":1}}');
  });

  test(
    "of any content is read or refused in words, never thrown at",
    () => {
      const anyStep = fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            kind: fc.constantFrom("send", "expect", "pause", "x"),
            text: fc.oneof(fc.string(), fc.jsonValue()),
            base64: fc.string(),
            template: fc.oneof(fc.boolean(), fc.jsonValue()),
            ms: fc.oneof(fc.nat(), fc.jsonValue()),
            timeout: fc.oneof(fc.nat(), fc.jsonValue()),
            expectation: fc.oneof(
              fc.record({ direction: fc.constant("received"), json: fc.jsonValue() }),
              fc.jsonValue(),
            ),
          },
          { requiredKeys: ["kind"] },
        ),
      );
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            fc.json(),
            fc.array(anyStep, { maxLength: 6 }).map((steps) => file(steps)),
          ),
          (text) => {
            const read = readScript(text);
            if ("script" in read) expect(readScript(writeScript(read.script))).toEqual(read);
            else for (const problem of read.problems) expect(problem).toMatch(/^[A-Z\d].*\.$/s);
            if ("problems" in read) expect(read.problems.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

describe("a script of captured frames", () => {
  const how = { name: "n", expectations: "names", pauses: true, heartbeats: false } as const;
  const frame = (time: number, sent: boolean, text: string, facts: Partial<CapturedFrame> = {}) => ({
    time,
    sent,
    text,
    name: "",
    rooms: [],
    ...facts,
  });
  const FRAMES: CapturedFrame[] = [
    frame(1000, true, '{"type":"join","at":"{{now}}"}'),
    frame(1050, false, '{"type":"joined","id":5,"room":"lobby","list":[{"userId":1,"name":"A"}]}', {
      name: "joined",
      rooms: ["lobby"],
    }),
    frame(1100, true, "ping", { heartbeat: true }),
    frame(4000, false, "plain", { name: "text" }),
    { time: 5000, sent: true, bytes: Uint8Array.of(1, 2), name: "binary", rooms: [] },
  ];

  test("sends what was sent, unchanged, and expects names and rooms", () => {
    expect(scriptOf(FRAMES, how)).toEqual({
      version: 1,
      name: "n",
      steps: [
        { kind: "send", text: '{"type":"join","at":"{{now}}"}', template: false },
        {
          kind: "expect",
          expectation: { direction: "received", name: "joined", room: "lobby" },
          timeout: 5000,
        },
        { kind: "expect", expectation: { direction: "received", name: "text" }, timeout: 9000 },
        { kind: "pause", ms: 1000 },
        { kind: "send", base64: "AQI=", template: false },
      ],
    });
  });

  test("expects what of the content is likely to last", () => {
    const expectations = scriptOf(FRAMES, { ...how, expectations: "content" }).steps.flatMap((step) =>
      step.kind === "expect" ? [step.expectation] : [],
    );
    expect(expectations).toEqual([
      {
        direction: "received",
        name: "joined",
        room: "lobby",
        json: { type: "joined", room: "lobby", list: [{ name: "A" }] },
      },
      { direction: "received", name: "text", text: "plain" },
    ]);
  });

  test("can do without expectations, without pauses, and with heartbeats", () => {
    const none = scriptOf(FRAMES, { ...how, expectations: "none" }).steps;
    expect(none.map((step) => (step.kind === "pause" ? step.ms : step.kind))).toEqual(["send", 4000, "send"]);
    const quick = scriptOf(FRAMES, { ...how, expectations: "none", pauses: false, heartbeats: true }).steps;
    expect(quick.map(({ kind }) => kind)).toEqual(["send", "send", "send"]);
  });

  test("leaves the id of a room, marks JSON in text as anything, cuts long lists", () => {
    const json = { roomId: "r", messageId: 1, packed: '{"a":1}', list: new Array(200).fill(1) };
    const { steps } = scriptOf([frame(0, false, JSON.stringify(json))], { ...how, expectations: "content" });
    expect(steps[0]).toMatchObject({
      expectation: { json: { roomId: "r", packed: "{{any}}", list: [...new Array(100).fill(1), "..."] } },
    });
  });

  test(
    "of any frames can be written and read, and its own frames are what it expects",
    () => {
      const anyFrame = fc.record({
        time: fc.double(),
        sent: fc.boolean(),
        text: fc.oneof(fc.string({ unit: "binary" }), fc.json({ maxDepth: 3 })),
        name: fc.string(),
        rooms: fc.array(fc.string(), { maxLength: 2 }),
      });
      const options = fc.record({
        name: fc.string(),
        expectations: fc.constantFrom("none" as const, "names" as const, "content" as const),
        pauses: fc.boolean(),
        heartbeats: fc.boolean(),
      });
      fc.assert(
        fc.property(fc.array(anyFrame, { maxLength: 8 }), options, (frames, how) => {
          const script = scriptOf(frames, how);
          expect(readScript(writeScript(script))).toHaveProperty("script");
          const expected = script.steps.flatMap((step) => (step.kind === "expect" ? [step.expectation] : []));
          for (const [index, frame] of frames.filter(({ sent }) => !sent).entries()) {
            const expectation = expected[index];
            if (expectation) expect(matches(expectation, frame)).toBe(true);
          }
        }),
      );
    },
    PATIENCE,
  );
});
