import { DIALECT_IDS, type DialectId } from "../dialect/dialect";
import { ENVELOPE_KINDS, type EnvelopeKind } from "../dialect/envelope";
import { parseSize } from "./size";

/** What `is:` takes. */
export type Quality = (typeof QUALITIES)[number];

/** One condition of a query. All terms must hold; `negated` ones must not. */
export type Term = { negated: boolean } & (
  | { kind: "text"; text: string }
  | { kind: "regex"; regex: RegExp }
  | { kind: "direction"; direction: "sent" | "received" }
  | { kind: "socket"; number: number }
  | { kind: "name" | "room"; text: string; exact: boolean }
  | { kind: "dialect"; dialect: DialectId }
  | { kind: "kind"; envelope: EnvelopeKind }
  | { kind: "size"; comparison: "<" | ">"; bytes: number }
  | { kind: "is"; quality: Quality }
);

/** A query as read. A term that could not be understood matches as text, and `problems` says why. */
export interface Query {
  terms: Term[];
  problems: string[];
}

type Reading = Term | { problem: string };

const TERM = /(-?)(\/(?:\\.|[^/\\])+\/[a-z]*(?=\s|$)|[a-z]+:"[^"]*"|"[^"]*"|\S+)/gi;
const REGEX = /^\/(.+)\/([a-z]*)$/s;
const KEYED = /^([a-z]+)(:|>|<)(.*)$/is;
const QUALITIES = [
  ...(["binary", "text", "lost", "unsent"] as const),
  ...(["injected", "withheld", "late"] as const),
  ...(["reply", "request", "unanswered", "echo", "unknown", "invalid"] as const),
] as const;

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

function readKeyed(key: string, sign: string, raw: string, negated: boolean): Reading | null {
  const value = unquoted(raw);
  const quoted = value !== raw;
  if (key === "dir" && sign === ":") {
    if (value === "sent" || value === "received") return { kind: "direction", negated, direction: value };
    return { problem: `dir: takes "sent" or "received", not "${value}"` };
  }
  if (key === "socket" && sign === ":") {
    const number = Number(value.replace(/^#/, ""));
    if (Number.isInteger(number) && number > 0) return { kind: "socket", negated, number };
    return { problem: `socket: takes a socket's number, not "${value}"` };
  }
  if ((key === "name" || key === "room") && sign === ":")
    return { kind: key, negated, text: value, exact: quoted };
  if (key === "dialect" && sign === ":") {
    const dialect = DIALECT_IDS.find((id) => id === value.toLowerCase());
    if (dialect) return { kind: "dialect", negated, dialect };
    return { problem: `dialect: takes ${DIALECT_IDS.join(", ")}, not "${value}"` };
  }
  if (key === "kind" && sign === ":") {
    const envelope = ENVELOPE_KINDS.find((kind) => kind === value.toLowerCase());
    if (envelope) return { kind: "kind", negated, envelope };
    return { problem: `kind: takes ${ENVELOPE_KINDS.join(", ")}, not "${value}"` };
  }
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
  return null;
}

function readTerm(raw: string, negated: boolean): Reading {
  const regex = REGEX.exec(raw);
  if (regex) return readRegex(regex[1] ?? "", regex[2] ?? "", negated);
  const keyed = KEYED.exec(raw);
  const known = keyed && readKeyed(keyed[1]?.toLowerCase() ?? "", keyed[2] ?? "", keyed[3] ?? "", negated);
  return known ?? { kind: "text", negated, text: unquoted(raw) };
}

/**
 * Reads the filter box: words, `"quoted words"`, `/regex/i`, `dir:sent`, `socket:3`, `size>1k`, `is:binary`,
 * `name:`, `room:`, `dialect:`, `kind:`; `-` in front negates. Words match without regard to case; a quoted name or
 * room (`room:"a"`) is the whole one. Never throws.
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
