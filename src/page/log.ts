import { Flag, KIND_MASK, Kind, type Order } from "../protocol";
import { apply, arrayFrom, NativeFloat64Array, NativeUint16Array } from "./natives";
import type { SocketRecord } from "./record";

/** Text, a copy of bytes, a Blob, or null where the content was not kept. */
export type Content = string | Uint8Array | Blob | null;

const FIRST_CAPACITY = 256;
/** How much is kept while nobody watches; units are code units of text, or bytes. */
const IDLE = { notices: 20_000, units: 8_000_000 };
/** How much is kept for readers that have not taken it yet. */
const WATCHED = { notices: 262_144, units: 128_000_000 };

/** An array without holes: assigning to a hole would go through the page's `Array.prototype`. */
function filled<T>(length: number): T[] {
  return apply(arrayFrom, undefined, [{ __proto__: null, length }]) as T[];
}

/**
 * The bounded log of what happened, a ring of parallel arrays: putting a notice in allocates nothing. It serves
 * the panel that is opened late, the one that was cut off, and the one that is slow alike: each reader has its
 * place in it, and only what all of them have taken, or what is over the bound, leaves it.
 */
export class Log {
  /** Order of the oldest notice that is still here. */
  tail: Order = 0;
  /** Order of the next notice to come. */
  head: Order = 0;
  /** Notices before this one were taken by every reader; with no reader, all. */
  taken: Order = Number.POSITIVE_INFINITY;
  #units = 0;
  #capacity = 0;
  #kinds = new NativeUint16Array(0);
  #times = new NativeFloat64Array(0);
  #lengths = new NativeFloat64Array(0);
  #records: SocketRecord[] = [];
  #contents: Content[] = [];

  /** Whether a content of this length would be kept. */
  keeps(length: number): boolean {
    return length <= (this.taken === Number.POSITIVE_INFINITY ? IDLE.units : WATCHED.units);
  }

  /**
   * Puts a notice in. A content that is too large to keep leaves only its length.
   * @param kind kind and flags
   * @param time ms since the time origin
   * @param length code units of text, or bytes
   */
  put(kind: number, record: SocketRecord, time: number, length: number, content: Content): void {
    if (this.head - this.tail === WATCHED.notices) this.#drop();
    if (this.head - this.tail === this.#capacity) this.#grow();
    const at = this.head % this.#capacity;
    const kept = content !== null && this.keeps(length);
    this.#kinds[at] = kept ? kind : kind | Flag.Unkept;
    this.#times[at] = time;
    this.#lengths[at] = length;
    this.#records[at] = record;
    this.#contents[at] = kept ? content : null;
    if (kept) this.#units += length;
    if (this.#isFrame(kind)) record.frames++;
    record.last = this.head;
    this.head++;
    if (this.head - this.tail > IDLE.notices || this.#units > IDLE.units) this.evict();
  }

  /** Lets go of what is over the bounds. */
  evict(): void {
    while (this.#over(IDLE) && (this.tail < this.taken || this.#over(WATCHED))) {
      this.#drop();
    }
  }

  #drop(): void {
    const at = this.tail % this.#capacity;
    if (this.#isFrame(this.kind(this.tail))) this.record(this.tail).evicted++;
    if (this.#contents[at] !== null) this.#units -= this.length(this.tail);
    this.#contents[at] = null;
    this.tail++;
  }

  /** Frames of this socket that are here from this order on. */
  framesFrom(order: Order, record: SocketRecord): number {
    if (order === this.tail) return record.frames - record.evicted;
    let frames = 0;
    for (let at = order; at < this.head; at++) {
      if (this.record(at) === record && this.#isFrame(this.kind(at))) frames++;
    }
    return frames;
  }

  /** Puts a Blob's bytes in its place once they were read: it is a frame of bytes then. */
  fill(order: Order, bytes: Uint8Array): void {
    const at = order % this.#capacity;
    const kind = this.kind(order);
    this.#kinds[at] = kind + Kind.BytesSent - Kind.BlobSent;
    this.#contents[at] = bytes;
  }

  /** Kind and flags. */
  kind(order: Order): number {
    return this.#kinds[order % this.#capacity] ?? 0;
  }

  time(order: Order): number {
    return this.#times[order % this.#capacity] ?? 0;
  }

  length(order: Order): number {
    return this.#lengths[order % this.#capacity] ?? 0;
  }

  record(order: Order): SocketRecord {
    return this.#records[order % this.#capacity] as SocketRecord;
  }

  content(order: Order): Content {
    return this.#contents[order % this.#capacity] ?? null;
  }

  #isFrame(kind: number): boolean {
    return (kind & KIND_MASK) <= Kind.EventReceived;
  }

  #over(bound: typeof IDLE): boolean {
    return this.head - this.tail > bound.notices || this.#units > bound.units;
  }

  #grow(): void {
    const old = this.#capacity;
    const capacity = old === 0 ? FIRST_CAPACITY : old * 2;
    const kinds = new NativeUint16Array(capacity);
    const times = new NativeFloat64Array(capacity);
    const lengths = new NativeFloat64Array(capacity);
    const records = filled<SocketRecord>(capacity);
    const contents = filled<Content>(capacity);
    for (let order = this.tail; order < this.head; order++) {
      const at = order % capacity;
      kinds[at] = this.kind(order);
      times[at] = this.time(order);
      lengths[at] = this.length(order);
      records[at] = this.record(order);
      contents[at] = this.content(order);
    }
    this.#kinds = kinds;
    this.#times = times;
    this.#lengths = lengths;
    this.#records = records;
    this.#contents = contents;
    this.#capacity = capacity;
  }
}
