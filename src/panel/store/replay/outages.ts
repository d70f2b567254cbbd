import type { Offline } from "../../../conditions";

/** A time for which page or replay client were made to believe something. Ms since 1970. */
export interface Outage {
  readonly began: number;
  /** Null as long as it lasts. */
  readonly ended: number | null;
  /** Null: only hidden. */
  readonly offline: Offline | null;
  /** Whether it was hidden at any time of it. */
  readonly hidden: boolean;
  /** Whether the page believed it. */
  readonly onPage: boolean;
  /** Whether the replay client did. */
  readonly onClient: boolean;
}

/** Most outages that are remembered. */
const REMEMBERED = 50;

/** The one that lasts, which can only be the newest. */
function lasting(outages: readonly Outage[]): Outage | null {
  const last = outages.at(-1);
  return last?.ended === null ? last : null;
}

/**
 * The book after what is believed has changed. Another kind of offline is another outage; being hidden or not in the
 * middle of one is not, or its recovery would be looked for where it still goes on.
 */
export function booked(
  outages: readonly Outage[],
  now: number,
  { offline, hidden, onPage, onClient }: Omit<Outage, "began" | "ended">,
): readonly Outage[] {
  const last = lasting(outages);
  const any = offline !== null || hidden;
  if (!last && !any) return outages;
  const alike = last && last.onPage === onPage && last.onClient === onClient;
  if (alike && any && last.offline?.kind === offline?.kind) {
    return last.hidden || !hidden ? outages : [...outages.slice(0, -1), { ...last, hidden }];
  }
  const rest = last ? [...outages.slice(0, -1), { ...last, ended: now }] : outages;
  const next = any ? [...rest, { began: now, ended: null, offline, hidden, onPage, onClient }] : rest;
  return next.slice(-REMEMBERED);
}

/** Since when there has been an outage without a break, of whatever kinds; null: there is none. */
export function unbrokenSince(outages: readonly Outage[]): number | null {
  if (!lasting(outages)) return null;
  let first = outages.length - 1;
  while (first > 0 && outages[first - 1]?.ended === outages[first]?.began) first--;
  return outages[first]?.began ?? null;
}
