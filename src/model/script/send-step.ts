import { fromBase64 } from "../capture-file/base64";
import type { RunWorld } from "./run-world";
import type { SendStep } from "./script";

const REFUSED = "refused: ";

/** What became of a frame: `failed` says why it was not sent, in a sentence. */
type Outcome = "sent" | "kept" | { failed: string };

/** Does the step. */
export function sendStep({ text, base64, template }: SendStep, world: RunWorld): Outcome {
  const content = text ?? (base64 === undefined ? "" : fromBase64(base64));
  if (content === null) return { failed: "Not sent: its base64 is none." };
  if (template && typeof content === "string") {
    const filled = world.fill(content);
    const problem = filled.problems[0];
    if (problem) return { failed: `Not sent: ${problem.text} cannot be filled. ${problem.message}` };
    return outcome(world.send(filled.text));
  }
  return outcome(world.send(content));
}

function outcome(said: ReturnType<RunWorld["send"]>): Outcome {
  if (said === "sent" || said === "kept") return said;
  return { failed: `Not sent: ${said.startsWith(REFUSED) ? said.slice(REFUSED.length) : said}` };
}
