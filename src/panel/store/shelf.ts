import { type Capture, RowFlag, type Sums } from "../../model/capture";
import type { Socket } from "../../model/socket";

/** What is put away from sight: the rows before `floor`, and sockets that were over by then. */
interface State {
  floor: number;
  sockets: ReadonlySet<number>;
  /** Sums over the rows that were put away. */
  sums: Sums;
  /** Frames that were put away, by socket number. */
  frames: ReadonlyMap<number, number>;
}

/** Puts the past away, and gives it back as long as it was not thrown away. */
export class Shelf {
  #state: State = { floor: 0, sockets: new Set(), sums: { frames: 0, bytes: 0, lost: 0 }, frames: new Map() };
  #before: State | null = null;

  constructor(private readonly capture: Capture) {}

  get floor(): number {
    return this.#state.floor;
  }

  /** Whether this socket is in sight. */
  shows(socketNumber: number): boolean {
    return !this.#state.sockets.has(socketNumber);
  }

  /** Frames of a socket in sight. */
  framesOf({ number, sent, received }: Socket): number {
    return sent.frames + received.frames - (this.#state.frames.get(number) ?? 0);
  }

  /** Sums over the rows in sight. */
  sums(): Sums {
    const { totals } = this.capture;
    const { frames, bytes, lost } = this.#state.sums;
    return { frames: totals.frames - frames, bytes: totals.bytes - bytes, lost: totals.lost - lost };
  }

  /** Puts away the rows before this one, and the sockets that are over and have nothing after it. */
  putAway(asked: number): void {
    this.discard();
    const floor = Math.max(asked, this.#state.floor);
    this.#before = this.#state;
    const rest = this.capture.sums(floor);
    const { totals } = this.capture;
    const left = new Map<number, number>();
    for (let row = floor; row < this.capture.end; row++) {
      const { number } = this.capture.socket(row);
      const frame = this.capture.flags(row) & RowFlag.Loss ? 0 : 1;
      left.set(number, (left.get(number) ?? 0) + frame);
    }
    const over = this.capture.sockets.filter(
      ({ number, state }) => !left.has(number) && (state === "closed" || state === "gone"),
    );
    this.#state = {
      floor,
      sockets: new Set(over.map(({ number }) => number)),
      sums: {
        frames: totals.frames - rest.frames,
        bytes: totals.bytes - rest.bytes,
        lost: totals.lost - rest.lost,
      },
      frames: new Map(
        this.capture.sockets.map(({ number, sent, received }) => [
          number,
          sent.frames + received.frames - (left.get(number) ?? 0),
        ]),
      ),
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
