import { expect, test } from "vitest";
import { readRecording, writeRecording } from "../../../demo/playground/recording";
import { sample } from "../../../demo/playground/sample";

test("a recording comes back as it was written, bytes and odd code units included", () => {
  const recorded = sample();
  expect(readRecording(writeRecording(recorded))).toEqual(recorded);
});

test("it is JSON Lines with a head", () => {
  const [head, first] = writeRecording([{ at: 5, notice: { type: "tab", state: "missing" } }]).split("\n");
  expect(head).toBe('{"sockeye":"notices","version":1}');
  expect(first).toBe('{"at":5,"notice":{"type":"tab","state":"missing"}}');
});

test.each([
  ["not json", "no JSON"],
  ['{"log":{}}', "no recording"],
  ['{"sockeye":"capture","version":1}', "no recording"],
  ['{"sockeye":"notices","version":9}', "version 9"],
])("refuses %s", (text, reason) => {
  expect(() => readRecording(text)).toThrow(reason);
});
