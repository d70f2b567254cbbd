import { weigh } from "../../../model/weight";
import type { Disk, Stored } from "./disk";
import { Recency } from "./recency";

type Payloads = readonly Stored[];

/** The chunks that were read or written last: who looks at a row looks at the next ones soon. */
export class ChunkCache {
  #kept: Recency<number, Payloads>;
  #reading = new Map<number, Promise<Payloads>>();

  constructor(
    private readonly disk: Disk,
    limit: number,
  ) {
    this.#kept = new Recency(limit);
  }

  /** What is there at once. */
  peek(id: number): Payloads | undefined {
    return this.#kept.get(id);
  }

  keep(id: number, payloads: Payloads): void {
    let weight = 0;
    for (const payload of payloads) weight += weigh(payload, payload?.length ?? 0);
    this.#kept.set(id, payloads, weight);
    this.#kept.trim((key) => key === id);
  }

  /** @throws when the disk cannot give it */
  async read(id: number): Promise<Payloads> {
    const there = this.peek(id) ?? this.#reading.get(id);
    if (there) return there;
    const reading = this.disk.get(id);
    this.#reading.set(id, reading);
    try {
      const payloads = await reading;
      this.keep(id, payloads);
      return payloads;
    } finally {
      this.#reading.delete(id);
    }
  }

  forget(id: number): void {
    this.#kept.delete(id);
  }
}
