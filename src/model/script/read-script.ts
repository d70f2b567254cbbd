import * as v from "valibot";
import { issueText } from "../capture-file/issue";
import { bodySchema, headSchema, stepSchema } from "./schema";
import { MOST, type Script, type Step } from "./script";
import { SCRIPT_FORMAT, SCRIPT_VERSION } from "./write-script";

/** More are not read. */
const MOST_PROBLEMS = 50;

/**
 * A script, or what is wrong with it, in sentences. `rest`: the steps that are right, where only some are not; another
 * script, for the user to take or leave.
 */
export type ReadScript = { script: Script } | { problems: string[]; rest?: Script };

/**
 * Reads a script file. Nothing of it is taken by itself when anything is wrong: a script that lacks a step is another one. Steps are
 * named by number, from 1. At most 16 million characters and 100,000 steps. Never throws.
 */
export function readScript(text: string): ReadScript {
  if (text.length > MOST.characters)
    return refused("This file is too large: a script has at most 16 million characters.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("This is no script of Sockeye: it is no JSON.");
  }
  const head = v.safeParse(headSchema, value);
  if (!head.success || head.output.format !== SCRIPT_FORMAT) return refused("This is no script of Sockeye.");
  if (head.output.version !== SCRIPT_VERSION) {
    const version = head.output.version ?? "?";
    return refused(
      `Scripts of version ${version} cannot be read: this Sockeye knows version ${SCRIPT_VERSION}.`,
    );
  }
  const body = v.safeParse(bodySchema, value);
  if (!body.success) return refused(`This script cannot be read: ${issueText(body.issues)}.`);
  const { name } = body.output;
  const { steps, problems } = readSteps(body.output.steps);
  const script: Script = { version: 1, name, steps };
  if (problems.length === 0) return { script };
  return steps.length > 0 ? { problems, rest: script } : { problems };
}

function readSteps(values: readonly unknown[]): { steps: Step[]; problems: string[] } {
  const steps: Step[] = [];
  const problems: string[] = [];
  let more = 0;
  for (const [index, value] of values.entries()) {
    const step = v.safeParse(stepSchema, value);
    if (step.success) steps.push(step.output);
    else if (problems.length === MOST_PROBLEMS) more++;
    else problems.push(`Step ${index + 1}: ${issueText(step.issues)}.`);
  }
  if (more > 0) problems.push(`${more} more ${more === 1 ? "step has" : "steps have"} something wrong.`);
  return { steps, problems };
}

function refused(problem: string): ReadScript {
  return { problems: [problem] };
}
