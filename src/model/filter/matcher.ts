import { type Capture, RowFlag } from "../capture";
import type { Query, Term } from "./query";

/** Decides for a row of a capture whether it is shown; undefined where its content has to be fetched to tell. */
export type Matcher = (capture: Capture, row: number) => boolean | undefined;

const QUALITY_FLAG = { binary: RowFlag.Binary, lost: RowFlag.Loss, unsent: RowFlag.Unsent };

function matchesContent(regex: RegExp): Matcher {
  return (capture, row) => {
    const payload = capture.payload(row);
    if (payload === null && capture.flags(row) & RowFlag.Stored) return undefined;
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

function negated(matches: Matcher): Matcher {
  return (capture, row) => {
    const matched = matches(capture, row);
    return matched === undefined ? undefined : !matched;
  };
}

/** One matcher for a whole query; null when everything matches. */
export function createMatcher(query: Query): Matcher | null {
  if (query.terms.length === 0) return null;
  const matchers = query.terms.map((term) => {
    const matches = matcherOf(term);
    return term.negated ? negated(matches) : matches;
  });
  return (capture, row) => {
    let all: boolean | undefined = true;
    for (const matches of matchers) {
      const one = matches(capture, row);
      // What another term rules out needs no content.
      if (one === false) return false;
      if (one === undefined) all = undefined;
    }
    return all;
  };
}
