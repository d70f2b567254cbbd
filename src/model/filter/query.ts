import { parseSize } from "./size";

/** One condition of a query. All terms must hold; `negated` ones must not. */
export type Term = { negated: boolean } & (
  | { kind: "text"; text: string }
  | { kind: "regex"; regex: RegExp }
  | { kind: "direction"; direction: "sent" | "received" }
  | { kind: "socket"; number: number }
  | { kind: "name"; name: string }
  | { kind: "size"; comparison: "<" | ">"; bytes: number }
  | { kind: "is"; quality: "binary" | "text" | "lost" | "unsent" }
);

/** A query as read. A term that could not be understood matches as text, and `problems` says why. */
export interface Query {
  terms: Term[];
  problems: string[];
}

type Reading = Term | { problem: string };

const TERM = /(-?)(\/(?:\\.|[^/\\])+\/[a-z]*(?=\s|$)|[a-z]+:"[^"]*"|"[^"]*"|\S+)/gi;
const REGEX = /^\/(.+)\/([a-z]*)$/s;
const KEYED = /^([a-z]+)(:|>|<)(.*)$/i;
/** Keys that the design knows, and this version does not yet. */
const LATER = ["room", "dialect", "kind"];
const QUALITIES = ["binary", "text", "lost", "unsent"] as const;

function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1) : text;
}

function readRegex(source: string, flags: string, negated: boolean): Reading {
  try {
    return { kind: "regex", negated, regex: new RegExp(source, flags.replace(/[gy]/g, "")) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function readKeyed(key: string, sign: string, value: string, negated: boolean): Reading | null {
  if (key === "dir" && sign === ":") {
    if (value === "sent" || value === "received") return { kind: "direction", negated, direction: value };
    return { problem: `dir: takes "sent" or "received", not "${value}"` };
  }
  if (key === "socket" && sign === ":") {
    const number = Number(value.replace(/^#/, ""));
    if (Number.isInteger(number) && number > 0) return { kind: "socket", negated, number };
    return { problem: `socket: takes a socket's number, not "${value}"` };
  }
  if (key === "name" && sign === ":") return { kind: "name", negated, name: value.toLowerCase() };
  if (key === "size" && (sign === ">" || sign === "<")) {
    const bytes = parseSize(value);
    if (bytes !== null) return { kind: "size", negated, comparison: sign, bytes };
    return { problem: `size takes bytes such as 200, 1k or 2M, not "${value}"` };
  }
  if (key === "is" && sign === ":") {
    const quality = QUALITIES.find((known) => known === value);
    if (quality) return { kind: "is", negated, quality };
    return { problem: `is: takes ${QUALITIES.join(", ")}, not "${value}"` };
  }
  if (sign === ":" && LATER.includes(key)) return { problem: `${key}: is not known in this version` };
  return null;
}

function readTerm(raw: string, negated: boolean): Reading {
  const regex = REGEX.exec(raw);
  if (regex) return readRegex(regex[1] ?? "", regex[2] ?? "", negated);
  const keyed = KEYED.exec(raw);
  const known =
    keyed && readKeyed(keyed[1]?.toLowerCase() ?? "", keyed[2] ?? "", unquoted(keyed[3] ?? ""), negated);
  return known ?? { kind: "text", negated, text: unquoted(raw) };
}

/**
 * Reads the filter box: words, `"quoted words"`, `/regex/i`, `dir:sent`, `socket:3`, `size>1k`, `is:binary`;
 * `-` in front negates. Words match without regard to case. Never throws.
 */
export function parseQuery(input: string): Query {
  const query: Query = { terms: [], problems: [] };
  for (const [whole, minus, raw] of input.matchAll(TERM)) {
    const reading = readTerm(raw ?? "", minus === "-");
    if ("problem" in reading) {
      query.problems.push(reading.problem);
      query.terms.push({ kind: "text", negated: false, text: whole });
    } else {
      query.terms.push(reading);
    }
  }
  return query;
}
