import { type Capture, RowFlag } from "../../../model/capture";
import { weigh } from "../../../model/weight";
import type { Chunks } from "./chunks";
import type { Disk, Stored } from "./disk";
import type { Limits } from "./limits";

/** What is to go to disk. `late`: among the rows of a chunk that is there already. */
interface Load {
  from: number;
  to: number;
  payloads: Stored[];
  late: boolean;
}

/** What it tells of what it did. */
interface Told {
  stored(id: number, payloads: readonly Stored[]): void;
  refused(why: unknown): void;
  /** The contents of so many rows were let go. */
  letGo(rows: number): void;
}

/** Brings the oldest payloads to disk while there are more in memory than the limit allows. */
export class Spilling {
  /** The first row that was not looked at yet. */
  #next = 0;
  #late: number[] = [];
  #lastId = 0;
  #busy = false;
  /** After a refusal the disk is asked again when so much is in memory. */
  #again = 0;

  constructor(
    private readonly capture: Capture,
    private readonly chunks: Chunks,
    private readonly disk: Disk,
    private readonly limits: Limits,
    private readonly told: Told,
  ) {}

  /** There is more in memory, perhaps too much. */
  relieve(): void {
    for (const row of this.capture.takeFilled()) if (row < this.#next) this.#late.push(row);
    if (this.#busy || this.capture.held <= Math.max(this.limits.memory, this.#again)) return;
    this.#busy = true;
    void this.#spill().finally(() => {
      this.#busy = false;
    });
  }

  /** Something was thrown away: the disk may have room again. */
  eased(): void {
    this.#again = 0;
  }

  async #spill(): Promise<void> {
    while (this.capture.held > this.limits.memory) {
      const load = this.#gather();
      if (!load) return;
      try {
        await this.#store(load);
      } catch (error) {
        this.told.refused(error);
        this.#takeBack(load);
        this.#makeRoom();
        this.#again = this.capture.held + this.limits.chunk;
        return;
      }
    }
    this.#again = 0;
  }

  async #store(load: Load): Promise<void> {
    const { from, to, payloads, late } = load;
    const id = ++this.#lastId;
    await this.disk.put(id, payloads);
    if (late) this.chunks.addLate(from, id);
    else this.chunks.add({ id, from, to, skip: 0 });
    for (let row = from; row < to; row++) if (payloads[row - from] !== null) this.capture.stow(row);
    this.told.stored(id, payloads);
  }

  /** Lets go of the oldest contents where neither memory nor the disk has room for them. */
  #makeRoom(): void {
    let rows = 0;
    while (this.capture.held > this.limits.most) {
      const load = this.#gather();
      if (!load) break;
      for (const [index, payload] of load.payloads.entries()) {
        if (payload === null) continue;
        this.capture.letGo(load.from + index);
        rows++;
      }
    }
    if (rows > 0) this.told.letGo(rows);
  }

  #takeBack({ from, late }: Load): void {
    if (late) this.#late.push(from);
    else this.#next = from;
  }

  /** The oldest rows that are enough for a chunk; null when no row has anything to be put on disk. */
  #gather(): Load | null {
    const { capture, chunks } = this;
    for (let row = this.#late.shift(); row !== undefined; row = this.#late.shift()) {
      const payload = this.#contentOf(row);
      if (payload !== null) return { from: row, to: row + 1, payloads: [payload], late: true };
    }
    let row = Math.max(this.#next, capture.start);
    while (row < capture.end && (this.#contentOf(row) === null || chunks.of(row))) row++;
    const from = row;
    const payloads: Stored[] = [];
    for (let weight = 0; row < capture.end && weight < this.limits.chunk && !chunks.of(row); row++) {
      const payload = this.#contentOf(row);
      const more = weigh(payload, capture.size(row));
      // A large one has a chunk of its own, so that nobody has to read it who wants its neighbours.
      if (more >= this.limits.chunk && row > from) break;
      payloads.push(payload);
      weight += more;
    }
    this.#next = row;
    return payloads.length > 0 ? { from, to: row, payloads, late: false } : null;
  }

  #contentOf(row: number): Stored {
    const payload = this.capture.payload(row);
    return this.capture.flags(row) & RowFlag.Loss ? null : (payload as Stored);
  }
}
