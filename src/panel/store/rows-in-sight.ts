import type { Capture } from "../../model/capture";
import type { Matcher } from "../../model/filter/matcher";
import type { Imports } from "./imports";
import { Rows } from "./rows";

/** The rows that are shown, without those of imported files that were removed: these are not even hidden. */
export class RowsInSight extends Rows {
  #floor = 0;
  #asked: Matcher | null = null;
  #isRemoved: ((row: number) => boolean) | null = null;

  constructor(
    capture: Capture,
    private readonly imports: Imports,
    understood?: () => number,
  ) {
    super(capture, understood);
  }

  isRemoved(row: number): boolean {
    return this.#isRemoved?.(row) ?? false;
  }

  /** Whether a row could be shown, were it not for the filter: it was not cleared, nor its file removed. */
  shows(row: number): boolean {
    return row >= this.#floor && row < this.end && !this.isRemoved(row);
  }

  override get hidden(): number {
    return Math.max(0, super.hidden - this.imports.removedSums(this.#floor).frames);
  }

  override again(): void {
    this.restart(this.#asked, this.#floor);
  }

  override restart(matcher: Matcher | null, floor: number): void {
    const isRemoved = this.imports.removedRows(floor);
    this.#isRemoved = isRemoved;
    this.#floor = floor;
    this.#asked = matcher;
    const shown: Matcher | null = isRemoved
      ? (capture, row) => !isRemoved(row) && (!matcher || matcher(capture, row))
      : matcher;
    super.restart(shown, floor);
  }
}
