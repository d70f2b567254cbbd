import { type ReadonlySignal, signal } from "@preact/signals";
import { version } from "../../../package.json";
import { fileName } from "../../model/capture-file/file-name";
import type { Imported } from "../../model/capture-file/imported";
import { inParts } from "../../model/capture-file/pieces";
import { rowAt, type Snapshot, socketsOf } from "../../model/capture-file/snapshot";
import { writeCapture } from "../../model/capture-file/write";
import { writeHar } from "../../model/har/write";
import { type Tallied, Tally } from "../../model/secrets/tally";
import { readFile } from "./read-file";
import type { Scheduler } from "./scheduler";
import { inSlices } from "./slices";

/** What the store does for it. */
interface Host {
  snapshot(): Snapshot;
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

/** Rows per step of the preview. */
const STEP = 256;

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
    const snapshot = this.host.snapshot();
    const tally = new Tally();
    const tell = (done: boolean) => {
      this.#preview.value = { done, total: tally.total, list: tally.list() };
    };
    const report = (socket: number) => (field: string) => tally.add(field, socket);
    this.#preview.value = { done: false, total: 0, list: [] };
    socketsOf(snapshot, report);
    const steps = Array.from({ length: Math.ceil(snapshot.rows.length / STEP) }, (_, step) => step * STEP);
    const over = await inSlices(steps, this.scheduler, (from) => {
      for (let at = from; at < Math.min(from + STEP, snapshot.rows.length); at++) {
        rowAt(snapshot, at, report(snapshot.rows.socket[at] ?? 0));
      }
      return turn === this.#counting;
    });
    if (over && turn === this.#counting) tell(true);
  }

  endPreview(): void {
    this.#counting++;
    this.#preview.value = null;
  }

  /** Writes all that is in sight to a file; null when it was stopped. */
  export(format: Format): Promise<Exported | null> {
    return this.#inTurn(async () => {
      const snapshot = this.host.snapshot();
      const at = this.scheduler.now();
      const report = this.#masking.peek() ? () => () => {} : null;
      const write = format === "har" ? writeHar : writeCapture;
      const units = unitsOf(snapshot);
      // A Blob's parts leave the heap at once; as one string they could outgrow what a string can be.
      const parts: Blob[] = [];
      let written = 0;
      const name = fileName(snapshot.sockets, at, format);
      const over = await inSlices(
        inParts(write(snapshot, { version, at }, report)),
        this.scheduler,
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
      const outcome = await readFile(file, (share) => this.#goOn(`Importing ${file.name}`, share));
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
