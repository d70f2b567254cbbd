import {
  BATCH_UNITS,
  type Batch,
  Flag,
  Kind,
  NOTICE_UNITS,
  type Order,
  type ReaderId,
  type Watching,
} from "../protocol";
import { orderOnly, readBytes } from "./blob";
import type { Log } from "./log";
import { after, now } from "./natives";
import { Packer } from "./packer";
import { Reader } from "./reader";
import type { Records } from "./record";

/** How long a notice may wait for others to go with it. */
const FLUSH_MS = 100;

/** The panels that watch this document, and what goes out to them. */
export class Readers {
  #first: Reader | null = null;
  #packer = new Packer();
  #waiting = 0;
  #waitingSince = 0;
  #armed = false;
  #hasty = false;

  constructor(
    private readonly log: Log,
    private readonly records: Records,
    private readonly post: (batch: Batch) => void,
  ) {}

  command(id: ReaderId, command: Watching): void {
    if (command.type === "ack") {
      this.#find(id)?.take(command.next, command.units);
    } else {
      this.#remove(id);
      if (command.type === "watch") {
        const reader = new Reader(id, command.from, this.log, this.records);
        reader.following = this.#first;
        this.#first = reader;
      }
    }
    this.#settle();
    this.flush();
  }

  /** The way to the panels is cut: whoever still watches will say so. */
  removeAll(): void {
    this.#first = null;
    this.#settle();
  }

  /**
   * A notice of so many units was put in the log at this time: it goes out now, if there is enough, or soon. A timer
   * alone would not do: in a tab that is hidden for long it may come once a minute.
   */
  noted(units: number, time: number): void {
    if (!this.#first) return;
    if (this.#waiting === 0) this.#waitingSince = time;
    this.#waiting += units + NOTICE_UNITS;
    if (this.#hasty || this.#waiting >= BATCH_UNITS || time - this.#waitingSince > FLUSH_MS) {
      this.flush();
    } else if (!this.#armed) {
      this.#armed = true;
      after(FLUSH_MS, this.#timer);
    }
  }

  /** The page is going away: from now on nothing may wait, no timer will come. Or it is back, and it may again. */
  hurry(hasty: boolean): void {
    this.#hasty = hasty;
    this.flush();
  }

  /** Whether a reader was not sent all. */
  get behind(): boolean {
    for (let reader = this.#first; reader; reader = reader.following) if (reader.behind) return true;
    return false;
  }

  /** Sends what there is to send to everybody who can take it. */
  flush(): void {
    this.#waiting = 0;
    for (let reader = this.#first; reader; reader = reader.following) {
      while (reader.ready && this.#postNext(reader));
    }
  }

  /** False when it could not be done, for want of memory as likely as not: it is tried again next time. */
  #postNext(reader: Reader): boolean {
    try {
      this.post(reader.pack(this.#packer, this.#readBlob));
      return true;
    } catch {
      this.#packer.clear();
      return false;
    }
  }

  #timer = (): void => {
    this.#armed = false;
    this.flush();
  };

  /** Reads a Blob, puts its bytes in its place, and tells readers who were given only the place. */
  #readBlob = (order: Order): void => {
    const { log } = this;
    const record = log.record(order);
    readBytes(log.content(order) as Blob, order, (prefixed, bytes) => {
      if (bytes && order >= log.tail) log.fill(order, bytes);
      const kept = bytes !== null && log.keeps(prefixed.length);
      const content = kept ? prefixed : orderOnly(order);
      log.put(kept ? Kind.BlobBytes : Kind.BlobBytes | Flag.Unkept, record, now(), content.length, content);
      this.noted(content.length, now());
    });
  };

  /** What every reader has taken may leave the log. */
  #settle(): void {
    let taken = Number.POSITIVE_INFINITY;
    for (let reader = this.#first; reader; reader = reader.following) {
      if (reader.taken < taken) taken = reader.taken;
    }
    this.log.taken = taken;
    this.log.evict();
  }

  #find(id: ReaderId): Reader | null {
    let reader = this.#first;
    while (reader && reader.id !== id) reader = reader.following;
    return reader;
  }

  #remove(id: ReaderId): void {
    let before: Reader | null = null;
    for (let reader = this.#first; reader; reader = reader.following) {
      if (reader.id !== id) {
        before = reader;
        continue;
      }
      if (before) before.following = reader.following;
      else this.#first = reader.following;
    }
  }
}
