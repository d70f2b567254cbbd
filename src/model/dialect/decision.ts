import type { Dialect, DialectId, Evidence, SocketFacts } from "./dialect";
import type { Frame } from "./frame";
import { isLast } from "./made-of-json";
import { Tally } from "./tally";
import { whyBecause } from "./why";

/** Frames looked at before the dialect is settled. */
const ENOUGH_FRAMES = 10;
/** The weight that settles it earlier. */
const ENOUGH_WEIGHT = 10;
/** Frames in a row that don't fit before it is decided anew. */
const MISFITS = 8;
/** Share of them that another dialect has to fit. */
const MOST_FIT = 0.5;
const NO_HINTS: ReadonlyMap<DialectId, number> = new Map();

/** Which dialect one direction of a socket speaks: from its address, its subprotocol and its first frames, or by hand. */
export class Decision {
  /** The socket's other direction: what it speaks decides between equals. */
  other: Decision | undefined;
  #tally: Tally;
  /** Frames in a row that don't fit a settled dialect, and what they fit. */
  #misfits: Tally;
  #missed = 0;
  #hints = new Map<DialectId, number>();
  #clues = new Map<DialectId, string>();
  #byHand: DialectId | null = null;
  #decided: DialectId = "untyped";
  #settled = false;
  #frames = 0;
  #since = 0;

  constructor(
    private readonly dialects: readonly Dialect[],
    facts: SocketFacts,
  ) {
    this.#tally = new Tally(dialects);
    this.#misfits = new Tally(dialects);
    this.hint(facts);
  }

  get dialect(): DialectId {
    return this.#byHand ?? this.#decided;
  }

  /** Whether frames are no longer weighed: the dialect reads them as long as they fit. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Whether somebody chose the dialect. */
  get byHand(): boolean {
    return this.#byHand !== null;
  }

  /** 0 where nothing is known, towards 1 the more frames fit this dialect and the fewer fit another. */
  get confidence(): number {
    if (this.#byHand) return 1;
    const tally = this.#tally;
    const weight = tally.weight(this.#decided, this.#hints);
    if (weight === 0) return 0;
    let second = 0;
    for (const { id } of this.dialects) {
      if (id !== this.#decided && !isLast(id)) second = Math.max(second, tally.weight(id, this.#hints));
    }
    const fitting = tally.frames ? (tally.scores.get(this.#decided)?.frames ?? 0) / tally.frames : 1;
    return (fitting * weight * (1 - Math.min(second, weight) / weight / 2)) / (weight + 1);
  }

  /** Why, as a sentence. */
  get reason(): string {
    if (this.#byHand) return "Chosen by hand.";
    return whyBecause(this.#tally, this.#decided, this.#clues.get(this.#decided), this.#since);
  }

  /** Takes what the socket's address and subprotocol say, in the place of what they said before. */
  hint(facts: SocketFacts): void {
    this.#hints.clear();
    this.#clues.clear();
    for (const dialect of this.dialects) {
      const evidence: Evidence | null = dialect.hint?.(facts) ?? null;
      if (!evidence) continue;
      this.#hints.set(dialect.id, evidence.weight);
      this.#clues.set(dialect.id, evidence.reason);
    }
    if (this.#frames === 0) this.#decide();
  }

  /** Wins over everything; null gives the decision back to the frames. */
  choose(id: DialectId | null): void {
    this.#byHand = id;
  }

  /** A frame that the settled dialect could read. */
  trust(): void {
    this.#frames += 1;
    this.#missed = 0;
    if (this.#misfits.frames > 0) this.#misfits = new Tally(this.dialects);
  }

  /**
   * A frame that was weighed, is of `own`, and tells against a settled dialect. Too many in a row, and it is decided
   * anew. Not to be called for heartbeats, which are often of another make, nor for broken frames.
   */
  miss(own: DialectId): void {
    if (own === this.#decided) return;
    this.#missed += 1;
    if (this.#missed >= MISFITS) this.#decideAnew();
  }

  /**
   * A frame before the dialect is settled, or one that the settled dialect could not read. Says which dialect the frame
   * fits on its own; undefined for none.
   */
  weigh(frame: Frame): DialectId | undefined {
    const leaning = this.#leaning;
    if (!this.#settled) {
      this.#frames += 1;
      const own = this.#tally.add(frame, leaning);
      this.#decide();
      return own;
    }
    const own = this.#misfits.add(frame, leaning);
    if (own === this.#decided) {
      this.trust();
      return own;
    }
    this.#frames += 1;
    return own;
  }

  get #leaning(): DialectId | undefined {
    const { other } = this;
    return other && other.#frames > 0 ? other.dialect : undefined;
  }

  #decide(): void {
    this.#decided = this.#tally.best(this.#leaning, this.#hints) ?? this.#decided;
    this.#settled =
      this.#tally.frames >= ENOUGH_FRAMES || this.#tally.weight(this.#decided, this.#hints) >= ENOUGH_WEIGHT;
  }

  #decideAnew(): void {
    const misfits = this.#misfits;
    this.#missed = 0;
    const best = misfits.best(this.#leaning, NO_HINTS);
    const fitting = (best && misfits.scores.get(best)?.frames) ?? 0;
    if (fitting < misfits.frames * MOST_FIT) {
      // A medley is no other dialect: one telling frame among them must not speak for the rest.
      this.#misfits = new Tally(this.dialects);
      return;
    }
    // What the address and the subprotocol promised did not hold.
    this.#hints.clear();
    this.#clues.clear();
    this.#tally = misfits;
    this.#misfits = new Tally(this.dialects);
    this.#since = this.#frames - this.#tally.frames;
    this.#decide();
  }
}
