import type { Difference } from "../match/difference";
import type { Expectation, MatchedFrame } from "../match/expectation";
import { matches } from "../match/matches";
import { shortfalls } from "../match/shortfalls";

const MOST = 1000;
/** Among so many of the newest the nearest is looked for. */
const MOST_COMPARED = 50;
/** A frame of another name differs more than any other of the same. */
const OTHER_NAME = 1000;

/** The frames that came and satisfied no expectation yet: the newest 1,000. */
export class Heard {
  #frames: MatchedFrame[] = [];

  add(frame: MatchedFrame): void {
    this.#frames.push(frame);
    if (this.#frames.length > MOST) this.#frames.shift();
  }

  clear(): void {
    this.#frames = [];
  }

  /** Takes the oldest frame that is as expected; false where none is. */
  take(expectation: Expectation): boolean {
    const index = this.#frames.findIndex((frame) => matches(expectation, frame));
    if (index < 0) return false;
    this.#frames.splice(index, 1);
    return true;
  }

  /** The frame that comes nearest to what was expected; null where nothing came. */
  nearest(expectation: Expectation): { nearest: MatchedFrame; differences: Difference[] } | null {
    let best: { nearest: MatchedFrame; differences: Difference[] } | null = null;
    for (const frame of this.#frames.slice(-MOST_COMPARED)) {
      const differences = shortfalls(expectation, frame);
      if (!best || distance(differences) < distance(best.differences)) best = { nearest: frame, differences };
    }
    return best;
  }
}

function distance(differences: readonly Difference[]): number {
  return differences.reduce((sum, { path }) => sum + (path === "(name)" ? OTHER_NAME : 1), 0);
}
