import type { Attic } from "./attic/attic";
import type { Rows } from "./rows";
import type { Scheduler } from "./scheduler";

/** Goes on testing rows in slices, so that the panel stays alive meanwhile; what is on disk is waited for. */
export class CatchingUp {
  #under = false;

  constructor(
    private readonly rows: Rows,
    private readonly attic: Attic,
    private readonly scheduler: Scheduler,
    private readonly changed: () => void,
  ) {}

  /** There may be rows that were not tested. */
  go(): void {
    if (!this.rows.behind || this.#under) return;
    this.#under = true;
    this.scheduler.soon(() => void this.#advance());
  }

  async #advance(): Promise<void> {
    const { waitsFor } = this.rows;
    if (waitsFor === null) this.rows.advance();
    else await this.attic.lend(waitsFor, () => this.rows.advance());
    this.#under = false;
    this.changed();
    this.go();
  }
}
