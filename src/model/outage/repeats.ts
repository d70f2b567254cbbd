/** What was sent under a digest before a recovery. */
interface Earlier {
  /** Places of those that did not go out, and were not sent again yet. */
  lost: number[];
  first: number;
}

/** A content that was sent again. */
interface Repeat {
  /** What was sent before did not go out. */
  lost: boolean;
  /** Something that was sent after it came again before it. */
  overtaken: boolean;
}

/** Knows contents by their digests: those that were sent before a recovery, and those that come again after it. */
export class Repeats {
  #earlier = new Map<string, Earlier>();
  #count = 0;
  #furthest = -1;

  /** Takes in a frame that was sent before. */
  before(digest: string, gone: boolean): void {
    const place = this.#count++;
    const known = this.#earlier.get(digest) ?? { lost: [], first: place };
    if (!gone) known.lost.push(place);
    this.#earlier.set(digest, known);
  }

  /** What a frame that is sent after repeats; null for a new content. One that was lost comes first. */
  after(digest: string): Repeat | null {
    const known = this.#earlier.get(digest);
    if (!known) return null;
    const lost = known.lost.shift();
    const place = lost ?? known.first;
    const overtaken = place < this.#furthest;
    this.#furthest = Math.max(this.#furthest, place);
    return { lost: lost !== undefined, overtaken };
  }
}
