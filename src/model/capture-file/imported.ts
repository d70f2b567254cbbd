import type { Payload, ServerEvent } from "../capture";
import { Columns } from "../columns";
import type { Socket } from "../socket";

/** A socket as a file tells of it. Its number is given, and its frames are counted, where it is shown. */
export type ImportedSocket = Omit<Socket, "number" | "sent" | "received" | "lost" | "imported">;

/** What a file held, as far as it could be understood. */
export interface Imported {
  sockets: ImportedSocket[];
  /** In order; the column `socket` holds the place in `sockets`. */
  rows: Columns<Payload>;
  /** What server-sent events have beside their data, by place of the row. */
  events: Map<number, ServerEvent>;
  /** Frames that are there, of those that the file names. */
  frames: number;
  named: number;
  /** What was left out and why, in sentences; the first ones. */
  problems: string[];
  /** Problems beyond those. */
  more: number;
}

/** A file is read as far as it goes, or refused as a whole with the reason. */
export type Outcome = Imported | { refused: string };

/** What a file may bring in: the panel keeps it in memory, and shows every socket in its tree. */
export const MOST = { sockets: 5000, rows: 5_000_000, units: 1_000_000_000, problems: 50 } as const;

/** Takes what a reader understands, up to its bounds, and what it does not. */
export class Gathering {
  readonly imported: Imported = {
    sockets: [],
    rows: new Columns<Payload>(),
    events: new Map(),
    frames: 0,
    named: 0,
    problems: [],
    more: 0,
  };
  #units = 0;
  #full = false;

  /** Adds a socket and returns its place; null when there is no room. */
  addSocket(socket: ImportedSocket): number | null {
    const { sockets } = this.imported;
    if (sockets.length >= MOST.sockets) return null;
    return sockets.push(socket) - 1;
  }

  /** Whether there is room for a row with this content; says once that there is not. */
  hasRoom(payload: Payload): boolean {
    const units = typeof payload === "string" || payload instanceof Uint8Array ? payload.length : 0;
    if (this.imported.rows.length < MOST.rows && this.#units + units <= MOST.units) {
      this.#units += units;
      return true;
    }
    if (!this.#full) {
      this.problem(
        "The file holds more than the panel takes in (5 million frames, 1 GB of content): the rest was left out.",
      );
    }
    this.#full = true;
    return false;
  }

  problem(text: string): void {
    const { problems } = this.imported;
    if (problems.length < MOST.problems) problems.push(text);
    else this.imported.more++;
  }
}
