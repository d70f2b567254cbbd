import type { ClientState } from "../../../../client/events";
import type { StateSince } from "../../../store/replay/client-log";

/** How much time the strip shows at most. */
const SPAN = 180_000;

/** A time in one state, as shares of the strip's width. */
export interface Span {
  readonly state: ClientState;
  readonly since: number;
  readonly lasted: number;
  readonly from: number;
  readonly width: number;
}

/** The states of the last minutes; what was before is cut off. */
export function spansOf(states: readonly StateSince[], now: number): Span[] {
  const first = states[0]?.since ?? now;
  const begin = Math.max(now - SPAN, first);
  const length = Math.max(1, now - begin);
  return states.flatMap(({ state, since }, at) => {
    const until = states[at + 1]?.since ?? now;
    if (until < begin) return [];
    const from = Math.max(since, begin);
    return [
      { state, since, lasted: until - since, from: (from - begin) / length, width: (until - from) / length },
    ];
  });
}
