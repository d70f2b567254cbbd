import { type ReadonlySignal, signal } from "@preact/signals";
import { type Capture, RowFlag } from "../../../model/capture";
import { weigh } from "../../../model/weight";
import { ChunkCache } from "./chunk-cache";
import { type Chunk, Chunks } from "./chunks";
import type { Disk, Stored } from "./disk";
import { type Lease, Leases } from "./leases";
import type { Limits } from "./limits";
import { Recency } from "./recency";
import { Spilling } from "./spilling";

/** What the disk would not do. */
export interface Trouble {
  why: string;
  /** Rows whose content is lost by that. */
  letGo: number;
}

/**
 * Where the payloads of old rows are while memory has no room for them: on disk, and back when somebody looks. Rows
 * stay, and which payloads are here never changes what the list shows.
 */
export class Attic {
  #chunks = new Chunks();
  #cache: ChunkCache;
  #spilling: Spilling;
  #leases: Leases;
  /** Rows whose payload was brought back, with the time of their last sight. */
  #recalled: Recency<number, true>;
  #sight: ReadonlySet<number> = new Set();
  #opened: number | null = null;
  #fetching = false;
  #start = 0;
  #trouble = signal<Trouble | null>(null);

  /** @param changed told when rows in sight have got their payload back */
  constructor(
    private readonly capture: Capture,
    disk: Disk,
    limits: Limits,
    private readonly changed: () => void,
  ) {
    this.#cache = new ChunkCache(disk, limits.cache);
    this.#recalled = new Recency(limits.recalled);
    this.#leases = new Leases(disk, this.#cache, (chunk, error) => this.#lose(chunk, error));
    this.#spilling = new Spilling(capture, this.#chunks, disk, limits, {
      stored: (id, payloads) => this.#stored(id, payloads),
      refused: (why) => this.#complain(why, 0),
      letGo: (rows) => this.#complain(null, rows),
    });
  }

  /** What the disk would not do; null while all is well. */
  get trouble(): ReadonlySignal<Trouble | null> {
    return this.#trouble;
  }

  /** To be called when the capture has grown. */
  relieve(): void {
    this.#spilling.relieve();
  }

  /** To be called when the capture has dropped rows. */
  trim(): void {
    const { start } = this.capture;
    if (start === this.#start) return;
    this.#start = start;
    this.#deleteDropped();
    for (const row of [...this.#recalled.keys()]) if (row < start) this.#recalled.delete(row);
    this.#spilling.eased();
  }

  /** Rows before `floor` were appended again, as `moved` says, and are about to be dropped. */
  follow(moved: (row: number) => number, floor: number): void {
    this.#chunks.follow(moved, floor);
    // The copies of rows that were brought back hold their payload too, and nobody would take it away again.
    for (const row of this.#recalled.keys()) if (moved(row) !== row) this.capture.stow(moved(row));
  }

  /**
   * Tells which rows are in sight, and of which the whole content is shown. What of it was used lately is there at
   * once, the rest is fetched.
   */
  show(rows: readonly number[], opened: number | null): void {
    this.#sight = new Set(rows);
    this.#opened = opened;
    // The list knows by now; what else shows a row does not.
    if (this.#bringWhatIsRead()) this.changed();
    void this.#fetch();
  }

  /** Runs a task while the content of a row, and what is on disk with it, is in memory. */
  async lend(row: number, task: () => void): Promise<void> {
    const { chunk, payloads } = await this.#read(row);
    const lent: number[] = [];
    for (let at = chunk?.from ?? 0; chunk && at < chunk.to; at++) {
      if (this.#restore(at, chunk, payloads)) lent.push(at);
    }
    task();
    for (const at of lent) this.capture.stow(at);
  }

  /** Gives access to every payload that is on disk now, whatever is cleared meanwhile. To be ended. */
  lease(): Lease {
    return this.#leases.begin(new Chunks(this.#chunks));
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    for (let row = this.#missing(); row !== undefined; row = this.#missing()) {
      await this.#read(row);
      this.#bringWhatIsRead();
      this.changed();
    }
    this.#fetching = false;
  }

  /** The first row in sight whose payload is needed and on disk. A list needs but the beginning of a large one. */
  #missing(): number | undefined {
    return this.#wanted().find((row) => this.capture.flags(row) & RowFlag.Stored);
  }

  #wanted(): number[] {
    const rows = [...this.#sight].filter((row) => {
      return !(this.capture.flags(row) & RowFlag.Stored) || this.capture.head(row) === null;
    });
    return this.#opened === null ? rows : [this.#opened, ...rows];
  }

  #bringWhatIsRead(): boolean {
    const wanted = new Set(this.#wanted());
    let brought = false;
    for (const row of wanted) {
      if (this.#recalled.get(row)) continue;
      const chunk = this.capture.flags(row) & RowFlag.Stored ? this.#chunks.of(row) : undefined;
      const payloads = chunk && this.#cache.peek(chunk.id);
      if (!chunk || !payloads || !this.#restore(row, chunk, payloads)) continue;
      this.#recalled.set(row, true, weigh(this.capture.payload(row), this.capture.size(row)));
      brought = true;
    }
    for (const row of this.#recalled.trim((row) => wanted.has(row))) this.capture.stow(row);
    return brought;
  }

  /** What is on disk with a row. What cannot be read is lost: the rows say so. */
  async #read(row: number): Promise<{ chunk: Chunk | undefined; payloads: readonly Stored[] }> {
    const chunk = this.#chunks.of(row);
    let payloads: readonly Stored[] = [];
    try {
      if (chunk) payloads = await this.#cache.read(chunk.id);
    } catch (error) {
      if (chunk) this.#lose(chunk, error);
    }
    const there = chunk && (payloads[row - chunk.from + chunk.skip] ?? null) !== null;
    if (!there && this.capture.flags(row) & RowFlag.Stored) {
      this.capture.letGo(row);
      this.#complain(new Error("it is no longer there"), 1);
    }
    return { chunk, payloads };
  }

  #restore(row: number, chunk: Chunk, payloads: readonly Stored[]): boolean {
    const payload = payloads[row - chunk.from + chunk.skip] ?? null;
    if (payload === null || !(this.capture.flags(row) & RowFlag.Stored)) return false;
    this.capture.restore(row, payload);
    return true;
  }

  #lose(chunk: Chunk, error: unknown): void {
    let rows = 0;
    for (let row = chunk.from; row < chunk.to; row++) {
      if (this.#chunks.of(row)?.id !== chunk.id) continue;
      this.#recalled.delete(row);
      if (!(this.capture.flags(row) & RowFlag.Stored)) continue;
      this.capture.letGo(row);
      rows++;
    }
    this.#chunks.remove(chunk);
    this.#complain(error, rows);
  }

  #stored(id: number, payloads: readonly Stored[]): void {
    // Rows in sight are not taken away from under the eyes.
    this.#cache.keep(id, payloads);
    this.#bringWhatIsRead();
    if (this.#trouble.peek()?.letGo === 0) this.#trouble.value = null;
    // Its rows may have been dropped while it was written.
    this.#deleteDropped();
    this.changed();
  }

  #deleteDropped(): void {
    for (const id of this.#chunks.dropBefore(this.capture.start)) this.#leases.delete(id);
  }

  #complain(error: unknown, rows: number): void {
    const before = this.#trouble.peek();
    const why = error instanceof Error ? error.message : (before?.why ?? "unknown reason");
    this.#trouble.value = { why, letGo: (before?.letGo ?? 0) + rows };
    this.changed();
  }
}
