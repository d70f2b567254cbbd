import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createMatcher, type Matcher } from "../../model/filter/matcher";
import { parseQuery, type Term } from "../../model/filter/query";

/** Which directions are shown. Both off would show nothing, so that turns both on. */
export interface Directions {
  sent: boolean;
  received: boolean;
}

const BOTH: Directions = { sent: true, received: true };

/** What the user asks to see, and the matcher that follows from it. */
export interface Filtering {
  /** The text of the filter box. */
  readonly query: Signal<string>;
  readonly directions: ReadonlySignal<Directions>;
  /** Numbers of the sockets chosen in the tree; null shows all. */
  readonly sockets: Signal<ReadonlySet<number> | null>;
  /** What could not be understood in the query, in words. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Null when everything matches. */
  readonly matcher: ReadonlySignal<Matcher | null>;
  toggle(direction: keyof Directions): void;
  reset(): void;
}

export function createFiltering(): Filtering {
  const query = signal("");
  const directions = signal(BOTH);
  const sockets = signal<ReadonlySet<number> | null>(null);
  const parsed = computed(() => parseQuery(query.value));
  const matcher = computed(() => {
    const { sent, received } = directions.value;
    const terms: Term[] = [...parsed.value.terms];
    if (sent !== received) {
      terms.push({ kind: "direction", negated: false, direction: sent ? "sent" : "received" });
    }
    const matches = createMatcher({ terms, problems: [] });
    const chosen = sockets.value;
    if (!chosen) return matches;
    const matchesSocket: Matcher = (capture, row) => chosen.has(capture.socket(row).number);
    return matches ? (capture, row) => matchesSocket(capture, row) && matches(capture, row) : matchesSocket;
  });
  return {
    query,
    directions,
    sockets,
    problems: computed(() => parsed.value.problems),
    matcher,
    toggle(direction) {
      const next = { ...directions.value, [direction]: !directions.value[direction] };
      directions.value = next.sent || next.received ? next : BOTH;
    },
    reset() {
      batch(() => {
        query.value = "";
        directions.value = BOTH;
        sockets.value = null;
      });
    },
  };
}
