import { type Capture, RowFlag } from "../capture";
import { Mark } from "../meaning/mark";
import type { Meanings } from "../meaning/meanings";
import type { Quality, Query, Term } from "./query";

/** Decides for a row of a capture whether it is shown; undefined where its content has to be fetched to tell. */
export type Matcher = (capture: Capture, row: number) => boolean | undefined;

const FLAGS: Partial<Record<Quality, number>> = {
  binary: RowFlag.Binary,
  lost: RowFlag.Loss,
  unsent: RowFlag.Unsent,
  injected: RowFlag.Injected,
  withheld: RowFlag.Withheld,
  late: RowFlag.Late,
};
/** Marks that have to be there, of those that are looked at. */
const MARKS: Partial<Record<Quality, { looked: number; wanted: number }>> = {
  reply: { looked: Mark.Reply, wanted: Mark.Reply },
  request: { looked: Mark.Request, wanted: Mark.Request },
  unanswered: { looked: Mark.Request | Mark.Answered, wanted: Mark.Request },
  echo: { looked: Mark.Echo, wanted: Mark.Echo },
  unknown: { looked: Mark.Unfamiliar, wanted: Mark.Unfamiliar },
  invalid: { looked: Mark.Invalid, wanted: Mark.Invalid },
};

function matchesContent(regex: RegExp): Matcher {
  return (capture, row) => {
    const payload = capture.payload(row);
    if (payload === null && capture.flags(row) & RowFlag.Stored) return undefined;
    return typeof payload === "string" && regex.test(payload);
  };
}

/** Whether a text is the one that is looked for, or contains it in any case. */
function comparison(wanted: string, exact: boolean): (text: string) => boolean {
  const lower = wanted.toLowerCase();
  return exact ? (text) => text === wanted : (text) => text.toLowerCase().includes(lower);
}

function matchesQuality(quality: Quality, meanings: Meanings): Matcher {
  const marks = MARKS[quality];
  if (marks) return (_, row) => (meanings.marks(row) & marks.looked) === marks.wanted;
  const flag = FLAGS[quality];
  if (flag !== undefined) return (capture, row) => (capture.flags(row) & flag) !== 0;
  return (capture, row) => !(capture.flags(row) & (RowFlag.Binary | RowFlag.Loss));
}

function matcherOf(term: Term, meanings: Meanings): Matcher {
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
    case "name": {
      const matches = comparison(term.text, term.exact);
      return (_, row) => matches(meanings.name(row));
    }
    case "room": {
      const matches = comparison(term.text, term.exact);
      return (_, row) => meanings.rooms(row).some(matches);
    }
    case "dialect":
      return (_, row) => meanings.has(row) && meanings.dialect(row) === term.dialect;
    case "kind":
      return (_, row) => meanings.has(row) && meanings.kind(row) === term.envelope;
    case "size":
      return term.comparison === ">"
        ? (capture, row) => capture.size(row) > term.bytes
        : (capture, row) => capture.size(row) < term.bytes;
    case "is":
      return matchesQuality(term.quality, meanings);
  }
}

function negated(matches: Matcher): Matcher {
  return (capture, row) => {
    const matched = matches(capture, row);
    return matched === undefined ? undefined : !matched;
  };
}

/** One matcher for a whole query; null when everything matches. */
export function createMatcher(query: Query, meanings: Meanings): Matcher | null {
  if (query.terms.length === 0) return null;
  const matchers = query.terms.map((term) => {
    const matches = matcherOf(term, meanings);
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
