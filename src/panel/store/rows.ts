import { type Capture, RowFlag } from "../../model/capture";
import type { Matcher } from "../../model/filter/matcher";

const FIRST_CAPACITY = 1024;
/** Rows, and code units of text, tested in one go, so that a new filter never blocks the panel for long. */
const SLICE = 50_000;
const SLICE_UNITS = 20_000_000;

/** The rows that are shown: those from `floor` on that the matcher lets through, in order. */
export class Rows {
  #matcher: Matcher | null = null;
  #found = new Uint32Array(FIRST_CAPACITY);
  #length = 0;
  #tested = 0;
  #hidden = 0;
  #floor = 0;
  #waitsFor: number | null = null;

  /** @param understood rows before this one have a meaning; only they can be tested */
  constructor(
    private readonly capture: Capture,
    private readonly understood: () => number = () => capture.end,
  ) {}

  /** The row behind the last. */
  get end(): number {
    return this.capture.end;
  }

  get length(): number {
    return this.#matcher ? this.#length : this.capture.end - this.#floor;
  }

  /** Frames from the floor on that the filter hides (of those tested so far). */
  get hidden(): number {
    return this.#hidden;
  }

  /** The row that can only be tested when its content is back from the disk; null where none has to be. */
  get waitsFor(): number | null {
    return this.#waitsFor;
  }

  /** True while rows are still to be tested: call `advance` again. */
  get behind(): boolean {
    return this.#matcher !== null && this.#tested < Math.min(this.capture.end, this.understood());
  }

  /** The capture's row at a place in the list; -1 outside of it. */
  at(index: number): number {
    if (index < 0 || index >= this.length) return -1;
    return this.#matcher ? (this.#found[index] ?? -1) : this.#floor + index;
  }

  /** The place of a row in the list, or of the next one that is shown; `length` when there is none. */
  indexOf(row: number): number {
    if (!this.#matcher) return Math.min(Math.max(row - this.#floor, 0), this.length);
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#found[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Starts over with another matcher (null shows all) or from another row on. */
  restart(matcher: Matcher | null, floor: number): void {
    this.#matcher = matcher;
    this.#floor = floor;
    this.#tested = floor;
    this.#length = 0;
    this.#hidden = 0;
    this.advance();
  }

  /** Takes rows out that were let through and would not be any more. */
  withdraw(rows: ReadonlySet<number>): void {
    let kept = 0;
    for (let index = 0; index < this.#length; index++) {
      const row = this.#found[index] ?? 0;
      if (!rows.has(row)) this.#found[kept++] = row;
    }
    this.#hidden += this.#length - kept;
    this.#length = kept;
  }

  /** Starts over with the same matcher: what it goes by has changed. */
  again(): void {
    this.restart(this.#matcher, this.#floor);
  }

  /** Tests the next slice of rows, up to one whose content is on disk and needed. */
  advance(): void {
    this.#waitsFor = null;
    if (!this.#matcher) return;
    const until = Math.min(this.capture.end, this.understood(), this.#tested + SLICE);
    let row = this.#tested;
    for (let units = 0; row < until && units < SLICE_UNITS; row++) {
      const shown = this.#matcher(this.capture, row);
      if (shown === undefined) {
        this.#waitsFor = row;
        break;
      }
      if (shown) this.#push(row);
      else if (!(this.capture.flags(row) & RowFlag.Loss)) this.#hidden++;
      const payload = this.capture.payload(row);
      if (typeof payload === "string") units += payload.length;
    }
    this.#tested = row;
  }

  #push(row: number): void {
    if (this.#length === this.#found.length) {
      const grown = new Uint32Array(this.#found.length * 2);
      grown.set(this.#found);
      this.#found = grown;
    }
    this.#found[this.#length++] = row;
  }
}
