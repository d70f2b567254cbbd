/** Rows whose payloads are on disk together: `from` up to (not including) `to`, side by side from place `skip` on. */
export interface Chunk {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly skip: number;
}

/** Which rows are in which chunk. */
export class Chunks {
  /** By row; they never overlap. */
  #runs: Chunk[] = [];
  /** Rows that got their content when those around them were on disk already. */
  #late = new Map<number, Chunk>();

  constructor(of?: Chunks) {
    if (!of) return;
    this.#runs = [...of.#runs];
    this.#late = new Map(of.#late);
  }

  of(row: number): Chunk | undefined {
    const late = this.#late.get(row);
    if (late) return late;
    const run = this.#runs[this.#after(row) - 1];
    return run && row < run.to ? run : undefined;
  }

  add(chunk: Chunk): void {
    this.#runs.splice(this.#after(chunk.from), 0, chunk);
  }

  /** Adds a row that stands among the rows of another chunk. */
  addLate(row: number, id: number, skip = 0): void {
    this.#late.set(row, { id, from: row, to: row + 1, skip });
  }

  remove(chunk: Chunk): void {
    if (this.#late.get(chunk.from) === chunk) this.#late.delete(chunk.from);
    else this.#runs = this.#runs.filter((run) => run !== chunk);
  }

  /** Rows before this one are gone: returns the ids of the chunks that nothing is in any more. */
  dropBefore(row: number): number[] {
    const before = [...this.#runs, ...this.#late.values()].filter(({ to }) => to <= row);
    if (before.length === 0) return [];
    this.#runs = this.#runs.filter(({ to }) => to > row);
    for (const { from } of before) this.#late.delete(from);
    const left = new Set([...this.#runs, ...this.#late.values()].map(({ id }) => id));
    return [...new Set(before.map(({ id }) => id))].filter((id) => !left.has(id));
  }

  /** Rows before `floor` were given again under other numbers: they are on disk where they were. */
  follow(moved: (row: number) => number, floor: number): void {
    for (const { id, from, skip } of [...this.#late.values()]) {
      if (from < floor && moved(from) !== from) this.addLate(moved(from), id, skip);
    }
    for (const { id, from, to, skip } of [...this.#runs]) {
      for (let row = from; row < Math.min(to, floor); ) {
        const by = moved(row) - row;
        const start = row;
        while (row < to && row < floor && moved(row) - row === by) row++;
        if (by !== 0) this.add({ id, from: start + by, to: row + by, skip: skip + start - from });
      }
    }
  }

  /** The place of the first run that begins after this row. */
  #after(row: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.from ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
