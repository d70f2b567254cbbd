import { type ReadonlySignal, signal } from "@preact/signals";
import { version } from "../../../package.json";
import type { Payload } from "../../model/capture";
import { fileName } from "../../model/capture-file/file-name";
import type { Imported } from "../../model/capture-file/imported";
import { inParts, type Pieces } from "../../model/capture-file/pieces";
import type { Snapshot } from "../../model/capture-file/snapshot";
import { writeCapture } from "../../model/capture-file/write";
import { writeHar } from "../../model/har/write";
import { tallySecrets } from "../../model/secrets/preview";
import { type Tallied, Tally } from "../../model/secrets/tally";
import { readFile } from "./read-file";
import type { Scheduler } from "./scheduler";
import { createPause, inSlices } from "./slices";

/** What the store does for it. */
interface Host {
  snapshot(): Snapshot;
  /** Access to the payloads that are on disk now, whatever is cleared meanwhile. */
  lease(): { payload(row: number): Promise<Payload>; end(): void };
  add(file: string, imported: Imported): void;
}

export type Format = "har" | "jsonl";

/** A file to be saved. */
export interface Exported {
  name: string;
  blob: Blob;
}

/** What became of an import. `refused` says why nothing came of it. */
export interface ImportReport {
  id: number;
  file: string;
  refused?: string;
  sockets: number;
  frames: number;
  named: number;
  problems: readonly string[];
  more: number;
}

/** What is under way; `share` is how much of it is done, from 0 to 1. */
export interface Work {
  text: string;
  share: number;
}

/** What an export would mask. */
export interface Preview {
  done: boolean;
  total: number;
  list: readonly Tallied[];
}

const NOTED_MS = 10_000;

/** Exports and imports, one at a time, in slices so that the panel stays alive. */
export class Exchange {
  #masking = signal(true);
  #preview = signal<Preview | null>(null);
  #work = signal<Work | null>(null);
  #reports = signal<readonly ImportReport[]>([]);
  #lastId = 0;
  #stopped = false;
  #counting = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly scheduler: Scheduler,
  ) {}

  /** Whether exports leave out tokens and passwords. */
  get masking(): ReadonlySignal<boolean> {
    return this.#masking;
  }

  /** What an export would mask; null while nobody asks. */
  get preview(): ReadonlySignal<Preview | null> {
    return this.#preview;
  }

  get work(): ReadonlySignal<Work | null> {
    return this.#work;
  }

  get reports(): ReadonlySignal<readonly ImportReport[]> {
    return this.#reports;
  }

  toggleMasking(): void {
    this.#masking.value = !this.#masking.value;
  }

  /** Counts what an export would mask, until `endPreview`. */
  async beginPreview(): Promise<void> {
    const turn = ++this.#counting;
    const tally = new Tally();
    this.#preview.value = { done: false, total: 0, list: [] };
    const over = await this.#go(
      (snapshot) => tallySecrets(snapshot, tally),
      () => turn === this.#counting,
    );
    if (!over || turn !== this.#counting) return;
    this.#preview.value = { done: true, total: tally.total, list: tally.list() };
  }

  endPreview(): void {
    this.#counting++;
    this.#preview.value = null;
  }

  /** Writes all that is in sight to a file; null when it was stopped. */
  export(format: Format): Promise<Exported | null> {
    return this.#inTurn(async () => {
      const at = this.scheduler.now();
      const report = this.#masking.peek() ? () => () => {} : null;
      const write = format === "har" ? writeHar : writeCapture;
      // A Blob's parts leave the heap at once; as one string they could outgrow what a string can be.
      const parts: Blob[] = [];
      let name = "";
      let units = 1;
      let written = 0;
      const over = await this.#go(
        (snapshot) => {
          name = fileName(snapshot.sockets, at, format);
          units = unitsOf(snapshot);
          return inParts(write(snapshot, { version, at }, report));
        },
        (part) => {
          parts.push(new Blob([part]));
          written += part.length;
          return this.#goOn(`Exporting ${name}`, written / units);
        },
      );
      const type = format === "har" ? "application/json" : "application/jsonl";
      return over ? { name, blob: new Blob(parts, { type }) } : null;
    });
  }

  /** Reads a file and shows what it holds beside what is there. What became of it is in `reports`. */
  import(file: File): Promise<void> {
    return this.#inTurn(async () => {
      this.#goOn(`Importing ${file.name}`, 0);
      const pause = createPause(this.scheduler);
      const outcome = await readFile(file, async (share) => {
        await pause();
        return this.#goOn(`Importing ${file.name}`, share);
      });
      const id = ++this.#lastId;
      if ("refused" in outcome) {
        const nothing = { sockets: 0, frames: 0, named: 0, problems: [], more: 0 };
        this.#tell({ id, file: file.name, refused: outcome.refused, ...nothing });
        return;
      }
      const { sockets, frames, named, problems, more } = outcome;
      if (sockets.length > 0) this.host.add(file.name, outcome);
      this.#tell({ id, file: file.name, sockets: sockets.length, frames, named, problems, more });
      // Errors stay until they were read.
      if (problems.length === 0) this.scheduler.after(NOTED_MS, () => this.dismiss(id));
    });
  }

  /** Stops what is under way. */
  stop(): void {
    this.#stopped = true;
  }

  dismiss(id: number): void {
    this.#reports.value = this.#reports.value.filter((report) => report.id !== id);
  }

  /** Writes what is in sight now, with the payloads that are on disk; returns whether the end was reached. */
  async #go(write: (snapshot: Snapshot) => Pieces, each: (part: string) => boolean): Promise<boolean> {
    const lease = this.host.lease();
    try {
      return await inSlices(write(this.host.snapshot()), this.scheduler, (row) => lease.payload(row), each);
    } finally {
      lease.end();
    }
  }

  #tell(report: ImportReport): void {
    this.#reports.value = [...this.#reports.value, report];
  }

  #goOn(text: string, share: number): boolean {
    this.#work.value = { text, share: Math.min(1, share) };
    return !this.#stopped;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      this.#stopped = false;
      try {
        return await task();
      } finally {
        this.#work.value = null;
      }
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

/** About so many characters will be written: what a line has beside its payload is a guess. */
function unitsOf({ rows }: Snapshot): number {
  let units = 1000;
  for (let row = 0; row < rows.length; row++) units += (rows.size[row] ?? 0) + 110;
  return units;
}
