import type { Attic } from "./attic/attic";
import type { Scheduler } from "./scheduler";

/** What is done row by row. */
interface RowByRow {
  readonly behind: boolean;
  /** The row whose content has to come back from the disk first. */
  readonly waitsFor: number | null;
  advance(): void;
}

/** Goes on with rows in slices, so that the panel stays alive meanwhile; what is on disk is waited for. */
export class CatchingUp {
  #under = false;

  constructor(
    private readonly rows: RowByRow,
    private readonly attic: Attic,
    private readonly scheduler: Scheduler,
    private readonly changed: () => void,
  ) {}

  /** There may be rows that were not looked at. */
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
