import { type Capture, RowFlag } from "../capture";
import type { Query, Term } from "./query";

/** Decides for a row of a capture whether it is shown. */
export type Matcher = (capture: Capture, row: number) => boolean;

const QUALITY_FLAG = { binary: RowFlag.Binary, lost: RowFlag.Loss, unsent: RowFlag.Unsent };

function matchesContent(regex: RegExp): Matcher {
  return (capture, row) => {
    const payload = capture.payload(row);
    return typeof payload === "string" && regex.test(payload);
  };
}

function matcherOf(term: Term): Matcher {
  switch (term.kind) {
    case "text":
      // A regex search beats lower-casing each payload, which would copy it.
      return matchesContent(new RegExp(term.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"));
    case "regex":
      return matchesContent(term.regex);
    case "direction": {
      const wanted = term.direction === "sent" ? RowFlag.Sent : 0;
      return (capture, row) => (capture.flags(row) & (RowFlag.Sent | RowFlag.Loss)) === wanted;
    }
    case "socket":
      return (capture, row) => capture.socket(row).number === term.number;
    case "name":
      return (capture, row) => capture.event(row)?.type.toLowerCase().includes(term.name) ?? false;
    case "size":
      return term.comparison === ">"
        ? (capture, row) => capture.size(row) > term.bytes
        : (capture, row) => capture.size(row) < term.bytes;
    case "is":
      if (term.quality === "text")
        return (capture, row) => !(capture.flags(row) & (RowFlag.Binary | RowFlag.Loss));
      return (capture, row) =>
        (capture.flags(row) & QUALITY_FLAG[term.quality as keyof typeof QUALITY_FLAG]) !== 0;
  }
}

/** One matcher for a whole query; null when everything matches. */
export function createMatcher(query: Query): Matcher | null {
  if (query.terms.length === 0) return null;
  const matchers = query.terms.map((term) => {
    const matches = matcherOf(term);
    return term.negated ? (capture: Capture, row: number) => !matches(capture, row) : matches;
  });
  return (capture, row) => matchers.every((matches) => matches(capture, row));
}
