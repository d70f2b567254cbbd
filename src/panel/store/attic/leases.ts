import type { ChunkCache } from "./chunk-cache";
import type { Chunk, Chunks } from "./chunks";
import type { Disk, Stored } from "./disk";

/** Access to what was on disk when it began. As long as it goes on, nothing of that is deleted. */
export interface Lease {
  /** The content of a row that was `Stored`; null when the disk does not give it back. */
  payload(row: number): Promise<Stored>;
  end(): void;
}

/** Holds deletions back while somebody reads. */
export class Leases {
  #open = 0;
  #doomed: number[] = [];

  constructor(
    private readonly disk: Disk,
    private readonly cache: ChunkCache,
    private readonly lose: (chunk: Chunk, error: unknown) => void,
  ) {}

  begin(chunks: Chunks): Lease {
    this.#open++;
    let ended = false;
    return {
      payload: async (row) => {
        const chunk = chunks.of(row);
        if (!chunk) return null;
        try {
          const payloads = await this.cache.read(chunk.id);
          return payloads[row - chunk.from + chunk.skip] ?? null;
        } catch (error) {
          this.lose(chunk, error);
          return null;
        }
      },
      end: () => {
        if (ended) return;
        ended = true;
        this.#open--;
        if (this.#open === 0) for (const id of this.#doomed.splice(0)) this.delete(id);
      },
    };
  }

  /** Deletes a chunk, now or when nobody reads any more. */
  delete(id: number): void {
    if (this.#open > 0) {
      this.#doomed.push(id);
      return;
    }
    this.cache.forget(id);
    // What stays on disk by that ends with the panel.
    this.disk.delete(id).catch(() => {});
  }
}
