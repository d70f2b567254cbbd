import type { Capture, Sums } from "../../model/capture";

/** What is put away from sight: the rows before `floor`, and sockets that were over by then. */
interface State {
  floor: number;
  sockets: ReadonlySet<number>;
  /** Sums over the rows that were put away. */
  sums: Sums;
}

/** Puts the past away, and gives it back as long as it was not thrown away. */
export class Shelf {
  #state: State = { floor: 0, sockets: new Set(), sums: { frames: 0, bytes: 0, lost: 0 } };
  #before: State | null = null;

  constructor(private readonly capture: Capture) {}

  get floor(): number {
    return this.#state.floor;
  }

  /** Whether this socket is in sight. */
  shows(socketNumber: number): boolean {
    return !this.#state.sockets.has(socketNumber);
  }

  /** Sums over the rows in sight. */
  sums(): Sums {
    const { totals } = this.capture;
    const { frames, bytes, lost } = this.#state.sums;
    return { frames: totals.frames - frames, bytes: totals.bytes - bytes, lost: totals.lost - lost };
  }

  /** Puts away the rows before `floor`, and the sockets that are over and have nothing after it. */
  putAway(floor: number): void {
    this.discard();
    this.#before = this.#state;
    const rest = this.capture.sums(floor);
    const { totals } = this.capture;
    const live = new Set<number>();
    for (let row = floor; row < this.capture.end; row++) live.add(this.capture.socket(row).number);
    const over = this.capture.sockets.filter(
      ({ number, state }) => !live.has(number) && (state === "closed" || state === "gone"),
    );
    this.#state = {
      floor,
      sockets: new Set(over.map(({ number }) => number)),
      sums: {
        frames: totals.frames - rest.frames,
        bytes: totals.bytes - rest.bytes,
        lost: totals.lost - rest.lost,
      },
    };
  }

  /** Gives back what was put away last; false when it was thrown away. */
  giveBack(): boolean {
    if (!this.#before) return false;
    this.#state = this.#before;
    this.#before = null;
    return true;
  }

  /** Throws away for good what was put away. */
  discard(): void {
    this.#before = null;
    this.capture.dropBefore(this.#state.floor);
  }
}
