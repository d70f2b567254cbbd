import {
  type Batch,
  KIND_MASK,
  Kind,
  type Known,
  type LossReason,
  type Order,
  type ReaderId,
} from "../protocol";
import type { Log } from "./log";
import { now } from "./natives";
import type { Packer } from "./packer";
import type { Records, SocketRecord } from "./record";
import { factsOf } from "./recorder";

/** Units that may be under way to a reader before it has to say that it got some. */
const WINDOW = 4_000_000;

/** One panel's place in the log. */
export class Reader {
  /** The reader after this one in the list. */
  following: Reader | null = null;
  /** Everything before it was taken. */
  taken: Order;
  #next: Order;
  /** Units of the notice at `#next` that are packed already. */
  #offset = 0;
  #underWay = 0;
  #why: LossReason;
  /** The socket to be told of next, while the reader is told what it missed. */
  #telling: SocketRecord | null = null;
  #told: string | null = null;

  constructor(
    readonly id: ReaderId,
    from: Order | "now",
    private readonly log: Log,
    private readonly records: Records,
  ) {
    this.#next = from === "now" ? log.head : from > log.head ? log.head : from;
    this.taken = this.#next;
    this.#why = from === "now" ? "paused" : from === 0 ? "backlog" : "away";
    if (from === "now") this.#telling = records.first;
  }

  take(next: Order, units: number): void {
    if (next > this.taken) this.taken = next;
    this.#underWay -= units;
    if (this.#underWay < 0) this.#underWay = 0;
  }

  /** Whether there is something to pack, and room on the way for it. */
  get ready(): boolean {
    return this.#underWay < WINDOW && this.behind;
  }

  /** Whether it was not sent all. */
  get behind(): boolean {
    return this.#telling !== null || this.#next < this.log.head;
  }

  /** Packs the next batch. `blob` is called for each Blob frame that is packed without its bytes. */
  pack(packer: Packer, blob: (order: Order) => void): Batch {
    if (this.#next < this.log.tail) this.#skip();
    const first = this.#next;
    while (this.#telling && this.#tell(this.#telling, packer));
    while (!this.#telling && this.#next < this.log.head && this.#packOne(packer, blob));
    // Whatever goes missing from here on does so because this reader did not keep up.
    if (!this.#telling) this.#why = "slow";
    this.#underWay += packer.units;
    return packer.finish(this.id, first);
  }

  /** What the reader wanted is gone: it goes on with the oldest that is there, and is told what it missed. */
  #skip(): void {
    this.#next = this.log.tail;
    this.#offset = 0;
    this.#telling = this.records.first;
    this.#told = null;
  }

  /** Packs what is known of a socket; false when it has to go on in the next batch. */
  #tell(record: SocketRecord, packer: Packer): boolean {
    const time = this.#next < this.log.head ? this.log.time(this.#next) : now();
    if (!packer.takes(time)) return false;
    this.#told ??= factsOf(this.#known(record));
    const put = packer.put(Kind.Known, record, time, this.#told, this.#offset, this.#told.length);
    if (put < 0) return false;
    this.#offset += put;
    if (this.#offset < this.#told.length) return false;
    this.#offset = 0;
    this.#told = null;
    this.#telling = record.next;
    return true;
  }

  #known(record: SocketRecord): object {
    const before = record.frames - this.log.framesFrom(this.#next, record);
    const { facts, state } = record;
    return { ...facts, state, before, why: this.#why } satisfies Partial<Known>;
  }

  #packOne(packer: Packer, blob: (order: Order) => void): boolean {
    const { log } = this;
    const order = this.#next;
    const time = log.time(order);
    if (!packer.takes(time)) return false;
    const kind = log.kind(order);
    const content = log.content(order);
    const length = log.length(order);
    const blobbed = isBlobKind(kind);
    const put = packer.put(
      kind,
      log.record(order),
      time,
      blobbed ? null : (content as string | Uint8Array | null),
      this.#offset,
      length,
    );
    if (put < 0) return false;
    if (blobbed && content !== null) blob(order);
    this.#offset += put;
    if (this.#offset < length) return false;
    this.#offset = 0;
    this.#next++;
    return true;
  }
}

/** Whether this is a frame whose content is a Blob; once read, it is one of bytes. */
function isBlobKind(kind: number): boolean {
  const base = kind & KIND_MASK;
  return base === Kind.BlobSent || base === Kind.BlobReceived;
}
