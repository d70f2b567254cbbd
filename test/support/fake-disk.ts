import type { Disk, Stored } from "../../src/panel/store/attic/disk";
import type { Limits } from "../../src/panel/store/attic/limits";
import type { Storage } from "../../src/panel/store/attic/storage";
import { PanelSide } from "./panel-side";

/** A disk in memory, which answers a turn later, counts, and refuses on demand. */
export class FakeDisk implements Disk {
  readonly chunks = new Map<number, readonly Stored[]>();
  /** Ids in the order in which they were read. */
  readonly reads: number[] = [];
  refusesToWrite = false;
  refusesToRead = false;
  #answering = 0;

  /** Whether somebody waits for it. */
  get busy(): boolean {
    return this.#answering > 0;
  }

  put(chunk: number, payloads: readonly Stored[]): Promise<void> {
    return this.#answer(() => {
      if (this.refusesToWrite) throw new Error("quota exceeded");
      this.chunks.set(chunk, structuredClone(payloads));
    });
  }

  get(chunk: number): Promise<readonly Stored[]> {
    this.reads.push(chunk);
    return this.#answer(() => {
      const payloads = this.chunks.get(chunk);
      if (!payloads || this.refusesToRead) throw new Error("not readable");
      return structuredClone(payloads);
    });
  }

  delete(chunk: number): Promise<void> {
    return this.#answer(() => void this.chunks.delete(chunk));
  }

  async #answer<T>(act: () => T): Promise<T> {
    this.#answering++;
    try {
      await Promise.resolve();
      return act();
    } finally {
      this.#answering--;
    }
  }
}

/** What a text of 76 characters takes in memory. */
export const WEIGHT = 100;

/** A text whose beginning tells it from others. */
export function aText(name: string): string {
  return name.padEnd(76, ".");
}

/** Room for ten texts, in chunks of four; one chunk and four texts are kept of what was read. */
const LIMITS: Limits = { memory: 1000, most: 1500, chunk: 400, cache: 400, recalled: 400 };

/** A panel whose memory holds little, and its disk. */
export function smallPanel(limits: Partial<Limits> = {}): { side: PanelSide; disk: FakeDisk } {
  const disk = new FakeDisk();
  const storage: Storage = { disk, limits: { ...LIMITS, ...limits } };
  return { side: PanelSide.open(undefined, storage), disk };
}

const TURNS = 30;

/** Lets everything come to rest: the disk, the filter, the paint. */
export async function settle(side: PanelSide, disk: FakeDisk): Promise<void> {
  do {
    side.show();
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  } while (disk.busy || side.store.rows.behind);
  side.show();
}

/** The page receives texts that begin with these names. */
export async function receive(side: PanelSide, disk: FakeDisk, ...names: string[]): Promise<void> {
  for (const name of names) side.page.received(1, aText(name));
  await settle(side, disk);
}
