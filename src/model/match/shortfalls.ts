import type { Difference } from "./difference";
import { differences } from "./differences";
import type { Expectation, MatchedFrame } from "./expectation";
import { jsonIn } from "./json-in";

/** Why a frame is not what was expected: its name, room and text first, then its JSON. Empty where it is. Never throws. */
export function shortfalls(expectation: Expectation, frame: MatchedFrame): Difference[] {
  const found = ofEnvelope(expectation, frame);
  if (expectation.json === undefined) return found;
  const json = frame.text === null ? null : jsonIn(frame.text);
  if (json) found.push(...differences(expectation.json, json.value));
  else found.push({ path: "", expected: expectation.json, actual: frame.text ?? undefined, kind: "type" });
  return found;
}

/** What can be told without looking into its JSON. */
export function ofEnvelope({ name, room, text }: Expectation, frame: MatchedFrame): Difference[] {
  const found: Difference[] = [];
  if (name !== undefined && name !== frame.name) {
    found.push({ path: "(name)", expected: name, actual: frame.name, kind: "different" });
  }
  if (room !== undefined && !frame.rooms.includes(room)) {
    const actual = frame.rooms.length === 0 ? undefined : frame.rooms.join(", ");
    found.push({
      path: "(room)",
      expected: room,
      actual,
      kind: actual === undefined ? "missing" : "different",
    });
  }
  if (text !== undefined && !frame.text?.includes(text)) {
    found.push({ path: "(text)", expected: text, actual: frame.text ?? undefined, kind: "missing" });
  }
  return found;
}
