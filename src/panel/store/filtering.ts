import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createMatcher, type Matcher } from "../../model/filter/matcher";
import { parseQuery, type Term } from "../../model/filter/query";
import type { Meanings } from "../../model/meaning/meanings";
import { placeOf } from "../../model/place";
import type { ImportedFrom, Socket } from "../../model/socket";
import { type Evidence, matchesEvidence } from "./evidence";

/** Which directions are shown. Both off would show nothing, so that turns both on. */
interface Directions {
  sent: boolean;
  received: boolean;
}

/**
 * What is chosen in the tree: one socket by its number, a session by its id, all of the page's sockets of a place,
 * those to come as well, or those of an imported file by its id. Or frames that show something, and no others.
 */
export type Choice =
  | { socket: number }
  | { session: number }
  | { place: string }
  | { file: number }
  | { evidence: Evidence };

/** Which session a socket belongs to. */
interface SessionLookup {
  of(socketNumber: number): { readonly id: number } | undefined;
}

const BOTH: Directions = { sent: true, received: true };

/** What the user asks to see, and the matcher that follows from it. */
export interface Filtering {
  /** The text of the filter box. */
  readonly query: Signal<string>;
  readonly directions: ReadonlySignal<Directions>;
  readonly heartbeatsHidden: Signal<boolean>;
  /** Null shows the frames of all sockets. */
  readonly chosen: ReadonlySignal<Choice | null>;
  /** What could not be understood in the query, in words. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Whether a row that matches may stop doing so when an answer comes. */
  readonly watchesAnswers: ReadonlySignal<boolean>;
  /** Whether a row may match or stop doing so when it goes its way after all. */
  readonly watchesDelivery: ReadonlySignal<boolean>;
  /** Null when everything matches. */
  readonly matcher: ReadonlySignal<Matcher | null>;
  /** The same as if heartbeats were not hidden. */
  readonly withHeartbeats: ReadonlySignal<Matcher | null>;
  toggle(direction: keyof Directions): void;
  /** Evidence is shown whatever else is asked for: that is put aside, and asked for again when the evidence is left. */
  choose(choice: Choice | null): void;
  /** Leaves evidence for what was chosen before, if that is there still; where it isn't told what is, it has to be. */
  back(isThere?: (choice: Choice) => boolean): void;
  /** Chooses nothing that is gone any more, nor goes back to it. */
  forget(isThere: (choice: Choice) => boolean): void;
  reset(): void;
}

/** Whether what is chosen can be chosen still; a place always can, sockets may come. */
export function isThere(
  choice: Choice,
  sockets: readonly Socket[],
  files: readonly ImportedFrom[],
  sessions: SessionLookup,
): boolean {
  if ("place" in choice) return true;
  if ("file" in choice) return files.some(({ id }) => id === choice.file);
  if ("session" in choice) return sockets.some(({ number }) => sessions.of(number)?.id === choice.session);
  if ("evidence" in choice) return sockets.some(({ number }) => choice.evidence.sockets.includes(number));
  return sockets.some(({ number }) => number === choice.socket);
}

function matchesChoice(choice: Choice, sessions: SessionLookup): Matcher {
  if ("evidence" in choice) return matchesEvidence(choice.evidence);
  if ("session" in choice)
    return (capture, row) => sessions.of(capture.socket(row).number)?.id === choice.session;
  if ("socket" in choice) return (capture, row) => capture.socket(row).number === choice.socket;
  if ("file" in choice) return (capture, row) => capture.socket(row).imported?.id === choice.file;
  return (capture, row) => {
    const socket = capture.socket(row);
    return placeOf(socket) === choice.place && !socket.imported;
  };
}

export function createFiltering(meanings: Meanings, sessions: SessionLookup): Filtering {
  const query = signal("");
  const directions = signal(BOTH);
  const heartbeatsHidden = signal(false);
  const chosen = signal<Choice | null>(null);
  const parsed = computed(() => parseQuery(query.value));
  const withHeartbeats = computed(() => {
    const { sent, received } = directions.value;
    const terms: Term[] = [...parsed.value.terms];
    if (sent !== received) {
      terms.push({ kind: "direction", negated: false, direction: sent ? "sent" : "received" });
    }
    const matches = createMatcher({ terms, problems: [] }, meanings);
    const choice = chosen.value;
    if (!choice) return matches;
    const isChosen = matchesChoice(choice, sessions);
    const both: Matcher = (capture, row) => isChosen(capture, row) && matches?.(capture, row);
    return matches ? both : isChosen;
  });
  const matcher = computed<Matcher | null>(() => {
    const rest = withHeartbeats.value;
    if (!heartbeatsHidden.value) return rest;
    return (capture, row) => meanings.kind(row) !== "heartbeat" && (!rest || rest(capture, row));
  });
  let aside: { query: string; directions: Directions; hidden: boolean; chosen: Choice | null } | null = null;
  const ask = (text: string, which: Directions, hidden: boolean) => {
    query.value = text;
    directions.value = which;
    heartbeatsHidden.value = hidden;
  };
  const choose = (choice: Choice | null) =>
    batch(() => {
      if (choice && "evidence" in choice) {
        const hidden = heartbeatsHidden.value;
        aside ??= { query: query.value, directions: directions.value, hidden, chosen: chosen.value };
        ask("", BOTH, false);
      } else if (aside) {
        // What was typed meanwhile is wanted more.
        if (query.value === "") ask(aside.query, aside.directions, aside.hidden);
        aside = null;
      }
      chosen.value = choice;
    });
  return {
    query,
    directions,
    heartbeatsHidden,
    chosen,
    problems: computed(() => parsed.value.problems),
    watchesAnswers: computed(() =>
      parsed.value.terms.some((term) => term.kind === "is" && term.quality === "unanswered" && !term.negated),
    ),
    watchesDelivery: computed(() =>
      parsed.value.terms.some(
        (term) => term.kind === "is" && (term.quality === "withheld" || term.quality === "late"),
      ),
    ),
    matcher,
    withHeartbeats,
    toggle(direction) {
      const next = { ...directions.value, [direction]: !directions.value[direction] };
      directions.value = next.sent || next.received ? next : BOTH;
    },
    choose,
    back(isThere = () => true) {
      const before = aside?.chosen ?? null;
      choose(before && isThere(before) ? before : null);
    },
    forget(isThere) {
      if (aside?.chosen && !isThere(aside.chosen)) aside.chosen = null;
      if (chosen.value && !isThere(chosen.value)) choose(null);
    },
    reset() {
      batch(() => {
        aside = null;
        ask("", BOTH, false);
        chosen.value = null;
      });
    },
  };
}
