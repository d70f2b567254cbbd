import type { LossReason } from "../protocol";
import { Columns } from "./columns";
import { headOf } from "./head";
import type { Socket } from "./socket";
import { weigh } from "./weight";

/** What a row is, as bits. Without `Sent` a frame was received; a `Loss` row is no frame. */
export const RowFlag = {
  Sent: 1,
  Binary: 2,
  /** Frames are missing here; the payload is a {@link Loss}. */
  Loss: 4,
  /** `send()` on a closing or closed socket: it never went out. */
  Unsent: 8,
  /** A Blob whose bytes are still being read. */
  Pending: 16,
  /** Only the size is known: the content could not be kept. */
  Unkept: 32,
  /** The content is on disk: the payload is null until the panel brings it back. */
  Stored: 64,
  /** The panel put it into the socket: a replayed or composed frame. */
  Injected: 128,
  /** Pretended conditions kept it from the page, or from the network. */
  Withheld: 256,
  /** It was withheld and went its way later. */
  Late: 512,
} as const;

/** Frames that are missing at a place in the list. */
export interface Loss {
  count: number;
  why: LossReason;
}

export type Payload = string | Uint8Array | Loss | null;

/** What a server-sent event has beside its data. */
export interface ServerEvent {
  type: string;
  /** The last event id, which a client that reconnects sends; empty where there is none. */
  id: string;
}

/** A frame or loss as it is appended. */
export interface Entry {
  time: number;
  socket: Socket;
  flags: number;
  size: number;
  payload: Payload;
  event?: ServerEvent | undefined;
}

/** Sums over rows. */
export interface Sums {
  frames: number;
  bytes: number;
  /** Frames that the panel knows of but never got. */
  lost: number;
}

/**
 * The log of frames: columns, appended in place. A row keeps its number for life, also when rows before it are
 * dropped; rows `start` up to (not including) `end` are there.
 */
export class Capture {
  /** By number - 1. */
  readonly sockets: Socket[] = [];
  /** Sums over all rows there ever were. */
  readonly totals: Sums = { frames: 0, bytes: 0, lost: 0 };
  #columns = new Columns<Payload>();
  #events = new Map<number, ServerEvent>();
  /** Of large payloads that were put on disk. */
  #heads = new Map<number, string | Uint8Array>();
  #filled: number[] = [];
  #delivered = false;
  #dropped = 0;
  #held = 0;

  get start(): number {
    return this.#dropped;
  }

  get end(): number {
    return this.#dropped + this.#columns.length;
  }

  /** Bytes of memory that the payloads take, about. */
  get held(): number {
    return this.#held;
  }

  /** Adds a socket and gives it its number. */
  addSocket(socket: Omit<Socket, "number">): Socket {
    const numbered = { ...socket, number: this.sockets.length + 1 };
    this.sockets.push(numbered);
    return numbered;
  }

  /** Appends a row, counts it for its socket, and returns its number. */
  append({ time, socket, flags, size, payload, event }: Entry): number {
    if (flags & RowFlag.Loss) {
      socket.lost += (payload as Loss).count;
      this.totals.lost += (payload as Loss).count;
    } else {
      const traffic = flags & RowFlag.Sent ? socket.sent : socket.received;
      traffic.frames++;
      if (!(flags & RowFlag.Unsent)) traffic.bytes += size;
      this.totals.frames++;
      this.totals.bytes += size;
    }
    const row = this.#dropped + this.#columns.push(time, socket.number, flags, size, payload);
    this.#held += weigh(payload, size);
    if (event) this.#events.set(row, { type: event.type, id: event.id });
    return row;
  }

  /** Sums over the rows from this one on. */
  sums(from: number): Sums {
    const sums = { frames: 0, bytes: 0, lost: 0 };
    for (let row = Math.max(from, this.start); row < this.end; row++) {
      if (this.flags(row) & RowFlag.Loss) {
        sums.lost += (this.payload(row) as Loss).count;
      } else {
        sums.frames++;
        sums.bytes += this.size(row);
      }
    }
    return sums;
  }

  /** Gives a pending row its bytes, null when they could not be read. A row that was dropped is left alone. */
  fill(row: number, bytes: Uint8Array | null): void {
    this.#set(row, bytes, RowFlag.Pending | RowFlag.Unkept, bytes ? 0 : RowFlag.Unkept);
    if (bytes) this.#filled.push(row);
  }

  /** A frame that was withheld went its way after all. A row that was dropped is left alone. */
  deliver(row: number): void {
    const index = row - this.#dropped;
    if (index < 0 || index >= this.#columns.length) return;
    this.#columns.flags[index] = ((this.#columns.flags[index] ?? 0) & ~RowFlag.Withheld) | RowFlag.Late;
    this.#delivered = true;
  }

  /** Whether a row was delivered after all since this was asked last. */
  takeDelivered(): boolean {
    const delivered = this.#delivered;
    this.#delivered = false;
    return delivered;
  }

  /** The rows that were given their bytes since this was asked last. */
  takeFilled(): number[] {
    return this.#filled.splice(0);
  }

  /** The content is on disk now: lets go of it here. What is no content (a loss) stays. */
  stow(row: number): void {
    const payload = this.payload(row);
    if (!(typeof payload === "string" || payload instanceof Uint8Array)) return;
    const head = this.#heads.has(row) ? null : headOf(payload);
    if (head !== null) this.#heads.set(row, head);
    this.#set(row, null, 0, RowFlag.Stored);
  }

  /** The content is back from the disk. */
  restore(row: number, payload: string | Uint8Array): void {
    this.#set(row, payload, RowFlag.Stored, 0);
  }

  /** The content cannot be kept, neither here nor on disk. */
  letGo(row: number): void {
    this.#set(row, null, RowFlag.Stored, RowFlag.Unkept);
  }

  /** Forgets the rows before this one. Sockets stay: their numbers are for life. */
  dropBefore(row: number): void {
    const count = Math.min(row, this.end) - this.#dropped;
    if (count <= 0) return;
    const rest = new Columns<Payload>();
    const { time, socket, flags, size, payload } = this.#columns;
    for (let i = 0; i < count; i++) this.#held -= weigh(payload[i], size[i] ?? 0);
    for (let i = count; i < this.#columns.length; i++) {
      rest.push(time[i] ?? 0, socket[i] ?? 0, flags[i] ?? 0, size[i] ?? 0, payload[i] ?? null);
    }
    this.#columns = rest;
    this.#dropped += count;
    for (const at of this.#events.keys()) {
      if (at >= this.#dropped) break;
      this.#events.delete(at);
    }
    for (const at of this.#heads.keys()) if (at < this.#dropped) this.#heads.delete(at);
  }

  /** Milliseconds since 1970. */
  time(row: number): number {
    return this.#columns.time[row - this.#dropped] ?? 0;
  }

  /** Bytes on the wire, without frame headers. */
  size(row: number): number {
    return this.#columns.size[row - this.#dropped] ?? 0;
  }

  flags(row: number): number {
    return this.#columns.flags[row - this.#dropped] ?? 0;
  }

  socket(row: number): Socket {
    const socket = this.sockets[(this.#columns.socket[row - this.#dropped] ?? 0) - 1];
    if (!socket) throw new RangeError(`row ${row} is not in the capture (${this.start} to ${this.end})`);
    return socket;
  }

  /** Text, bytes, what is missing, or null where the content is not (yet) there: the flags say why. */
  payload(row: number): Payload {
    return this.#columns.payload[row - this.#dropped] ?? null;
  }

  /** As much of the content as a list shows: the payload, or the beginning of a large one that is on disk. */
  head(row: number): Payload {
    return this.payload(row) ?? this.#heads.get(row) ?? null;
  }

  /** What a server-sent event has beside its data; undefined for any other row. */
  event(row: number): ServerEvent | undefined {
    return this.#events.get(row);
  }

  /** Changes a row's payload and flags; a row that was dropped is left alone. */
  #set(row: number, payload: Payload, without: number, plus: number): void {
    const index = row - this.#dropped;
    if (index < 0 || index >= this.#columns.length) return;
    const size = this.#columns.size[index] ?? 0;
    this.#held += weigh(payload, size) - weigh(this.#columns.payload[index], size);
    this.#columns.payload[index] = payload;
    this.#columns.flags[index] = ((this.#columns.flags[index] ?? 0) & ~without) | plus;
  }
}
