import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createMatcher, type Matcher } from "../../model/filter/matcher";
import { parseQuery, type Term } from "../../model/filter/query";
import { placeOf } from "../../model/place";
import type { ImportedFrom, Socket } from "../../model/socket";

/** Which directions are shown. Both off would show nothing, so that turns both on. */
interface Directions {
  sent: boolean;
  received: boolean;
}

/**
 * What is chosen in the tree: one socket by its number, all of the page's sockets of a place, those to come as well,
 * or those of an imported file by its id.
 */
export type Choice = { socket: number } | { place: string } | { file: number };

const BOTH: Directions = { sent: true, received: true };

/** What the user asks to see, and the matcher that follows from it. */
export interface Filtering {
  /** The text of the filter box. */
  readonly query: Signal<string>;
  readonly directions: ReadonlySignal<Directions>;
  /** Null shows the frames of all sockets. */
  readonly chosen: ReadonlySignal<Choice | null>;
  /** What could not be understood in the query, in words. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Null when everything matches. */
  readonly matcher: ReadonlySignal<Matcher | null>;
  toggle(direction: keyof Directions): void;
  choose(choice: Choice | null): void;
  reset(): void;
}

/** Whether what is chosen can be chosen still; a place always can, sockets may come. */
export function isThere(choice: Choice, sockets: readonly Socket[], files: readonly ImportedFrom[]): boolean {
  if ("place" in choice) return true;
  if ("file" in choice) return files.some(({ id }) => id === choice.file);
  return sockets.some(({ number }) => number === choice.socket);
}

function matchesChoice(choice: Choice): Matcher {
  if ("socket" in choice) return (capture, row) => capture.socket(row).number === choice.socket;
  if ("file" in choice) return (capture, row) => capture.socket(row).imported?.id === choice.file;
  return (capture, row) => {
    const socket = capture.socket(row);
    return placeOf(socket) === choice.place && !socket.imported;
  };
}

export function createFiltering(): Filtering {
  const query = signal("");
  const directions = signal(BOTH);
  const chosen = signal<Choice | null>(null);
  const parsed = computed(() => parseQuery(query.value));
  const matcher = computed(() => {
    const { sent, received } = directions.value;
    const terms: Term[] = [...parsed.value.terms];
    if (sent !== received) {
      terms.push({ kind: "direction", negated: false, direction: sent ? "sent" : "received" });
    }
    const matches = createMatcher({ terms, problems: [] });
    const choice = chosen.value;
    if (!choice) return matches;
    const isChosen = matchesChoice(choice);
    return matches ? (capture, row) => isChosen(capture, row) && matches(capture, row) : isChosen;
  });
  return {
    query,
    directions,
    chosen,
    problems: computed(() => parsed.value.problems),
    matcher,
    toggle(direction) {
      const next = { ...directions.value, [direction]: !directions.value[direction] };
      directions.value = next.sent || next.received ? next : BOTH;
    },
    choose(choice) {
      chosen.value = choice;
    },
    reset() {
      batch(() => {
        query.value = "";
        directions.value = BOTH;
        chosen.value = null;
      });
    },
  };
}
