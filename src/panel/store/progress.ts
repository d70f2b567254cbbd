import type { Understanding } from "../../model/meaning/understanding";
import type { Attic } from "./attic/attic";
import { CatchingUp } from "./catching-up";
import type { Filtering } from "./filtering";
import type { RowsInSight } from "./rows-in-sight";
import type { Scheduler } from "./scheduler";

/** How often a list of unanswered frames is made anew while answers come. */
const RENEWAL_MS = 2000;

/** What of the store takes part. */
interface Parts {
  readonly understanding: Understanding;
  readonly rows: RowsInSight;
  readonly attic: Attic;
  readonly filtering: Filtering;
}

/** Reads what has come and tests it against the filter: a slice before a paint, the rest in slices after it. */
export class Progress {
  #reading: CatchingUp;
  #testing: CatchingUp;
  #answers = 0;
  #renewed = 0;

  constructor(
    private readonly store: Parts,
    private readonly scheduler: Scheduler,
    private readonly changed: () => void,
  ) {
    const { understanding, rows, attic } = store;
    this.#reading = new CatchingUp(understanding, attic, scheduler, changed);
    this.#testing = new CatchingUp(rows, attic, scheduler, changed);
  }

  /** A paint is about to come. */
  beforePaint(): void {
    const { understanding, rows } = this.store;
    // Whoever waits for the disk is gone on with when the content is there.
    if (understanding.waitsFor === null) understanding.advance();
    this.#renew();
    rows.advance();
    this.go();
  }

  /** There may be more to read or to test. */
  go(): void {
    this.#reading.go();
    this.#testing.go();
  }

  /** A frame that was shown as unanswered may have its answer now. */
  #renew(): void {
    const { understanding, rows, filtering } = this.store;
    if (understanding.answers === this.#answers) return;
    if (!filtering.watchesAnswers.peek()) {
      this.#answers = understanding.answers;
      return;
    }
    const waitMs = this.#renewed + RENEWAL_MS - this.scheduler.now();
    if (waitMs > 0) {
      this.scheduler.after(waitMs, this.changed);
      return;
    }
    this.#answers = understanding.answers;
    this.#renewed = this.scheduler.now();
    rows.again();
  }
}
