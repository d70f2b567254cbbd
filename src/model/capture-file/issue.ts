import type { BaseIssue } from "valibot";

/** Values of a file are shown no longer than this. */
const LONGEST = 40;
const TYPE = /^(?:Object|Array|Function|Date|NaN|null|undefined|true|false)$|^"|^-?\d/;

function shown(received: string): string {
  if (!TYPE.test(received)) return "something else";
  return received.length > LONGEST ? `${received.slice(0, LONGEST)}\u2026` : received;
}

/** What is wrong, in words: "time is missing", "log.entries is Object, not Array". */
export function issueText(issues: readonly BaseIssue<unknown>[]): string {
  const issue = issues[0];
  if (!issue) return "it makes no sense";
  const path = (issue.path ?? []).map(({ key }) => String(key)).join(".") || "it";
  if (issue.received === "undefined") return `${path} is missing`;
  if (issue.kind === "validation") return `${path} ${issue.message}`;
  const expected =
    issue.expected?.replace(/^\((.*)\)$/, "$1").replaceAll(" | ", " or ") ?? "what it should be";
  return `${path} is ${shown(issue.received)}, not ${expected}`;
}
