import { compare } from "./compare";
import type { Expectation, MatchedFrame } from "./expectation";
import { jsonIn } from "./json-in";
import { ofEnvelope } from "./shortfalls";

/** Whether a received frame is as expected in all that the expectation names. Never throws. */
export function matches(expectation: Expectation, frame: MatchedFrame): boolean {
  if (ofEnvelope(expectation, frame).length > 0) return false;
  if (expectation.json === undefined) return true;
  const json = frame.text === null ? null : jsonIn(frame.text);
  return json !== null && compare(expectation.json, json.value).next().done === true;
}
