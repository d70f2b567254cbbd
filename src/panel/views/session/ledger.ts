import { type Capture, type Loss, RowFlag } from "../../../model/capture";

/** Rows that are remembered of a socket; beyond that they are only counted. */
const MOST_ROWS = 200;

/** What went missing on a socket. */
export interface Entry {
  /** Frames given to `send()` when the socket was closing or closed, and how many there are. */
  readonly unsent: number[];
  unsentCount: number;
  /** Rows that say that frames are missing, and how many frames that are. */
  readonly losses: number[];
  lostCount: number;
}

/** What went missing on the sockets of a capture, found row by row: `advance` looks at those that are new. */
export class Ledger {
  #entries = new Map<number, Entry>();
  #next = 0;
  #start = 0;

  constructor(private readonly capture: Capture) {}

  of(socketNumber: number): Entry | undefined {
    return this.#entries.get(socketNumber);
  }

  advance(): void {
    const { capture } = this;
    if (capture.start !== this.#start) {
      this.#start = capture.start;
      this.#next = capture.start;
      this.#entries.clear();
    }
    for (; this.#next < capture.end; this.#next++) this.#note(this.#next);
  }

  #note(row: number): void {
    const flags = this.capture.flags(row);
    if (!(flags & (RowFlag.Loss | RowFlag.Unsent))) return;
    const { number } = this.capture.socket(row);
    let entry = this.#entries.get(number);
    if (!entry) {
      entry = { unsent: [], unsentCount: 0, losses: [], lostCount: 0 };
      this.#entries.set(number, entry);
    }
    if (flags & RowFlag.Loss) {
      entry.lostCount += (this.capture.payload(row) as Loss).count;
      if (entry.losses.length < MOST_ROWS) entry.losses.push(row);
    } else if (flags & RowFlag.Unsent) {
      entry.unsentCount++;
      if (entry.unsent.length < MOST_ROWS) entry.unsent.push(row);
    }
  }
}
