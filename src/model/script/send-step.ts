import { fromBase64 } from "../capture-file/base64";
import type { RunWorld } from "./run-world";
import type { SendStep } from "./script";

const REFUSED = "refused: ";

/** Does the step; returns why it could not be done, in a sentence, or nothing. */
export function sendStep({ text, base64, template }: SendStep, world: RunWorld): string {
  const content = text ?? (base64 === undefined ? "" : fromBase64(base64));
  if (content === null) return "Not sent: its base64 is none.";
  if (template && typeof content === "string") {
    const filled = world.fill(content);
    const problem = filled.problems[0];
    if (problem) return `Not sent: ${problem.text} cannot be filled. ${problem.message}`;
    return outcome(world.send(filled.text));
  }
  return outcome(world.send(content));
}

function outcome(said: ReturnType<RunWorld["send"]>): string {
  return said === "sent" ? "" : `Not sent: ${said.startsWith(REFUSED) ? said.slice(REFUSED.length) : said}`;
}
