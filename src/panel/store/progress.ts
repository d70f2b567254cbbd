import type { Capture } from "../../model/capture";
import type { Understanding } from "../../model/meaning/understanding";
import type { Attic } from "./attic/attic";
import { CatchingUp } from "./catching-up";
import type { Filtering } from "./filtering";
import type { RowsInSight } from "./rows-in-sight";
import type { Scheduler } from "./scheduler";

/** What of the store takes part. */
interface Parts {
  readonly capture: Pick<Capture, "takeDelivered">;
  readonly understanding: Understanding;
  readonly rows: RowsInSight;
  readonly attic: Attic;
  readonly filtering: Filtering;
}

/** Reads what has come and tests it against the filter: a slice before a paint, the rest in slices after it. */
export class Progress {
  #reading: CatchingUp;
  #testing: CatchingUp;
  #rereads = 0;

  constructor(
    private readonly store: Parts,
    scheduler: Scheduler,
    changed: () => void,
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

  /** A frame may have its answer now, or have gone its way after all, and another dialect may be read. */
  #renew(): void {
    const { capture, understanding, rows, filtering } = this.store;
    const answered = understanding.takeAnswered();
    if (answered.length > 0 && filtering.watchesAnswers.peek()) rows.withdraw(new Set(answered));
    const delivered = capture.takeDelivered() && filtering.watchesDelivery.peek();
    if (understanding.rereads === this.#rereads && !delivered) return;
    this.#rereads = understanding.rereads;
    rows.again();
  }
}
