import type { SocketState } from "../protocol";

/** What the page's side knows of one socket. Times are in ms since the time origin. */
export interface SocketRecord {
  readonly number: number;
  readonly url: string;
  readonly asked: string;
  readonly createdAt: number;
  protocol: string;
  extensions: string;
  state: SocketState;
  openedAt: number | undefined;
  closedAt: number | undefined;
  code: number | undefined;
  reason: string | undefined;
  clean: boolean | undefined;
  failed: boolean;
  /** Frames so far, and how many of them the log no longer holds. */
  frames: number;
  evicted: number;
  /** Sockets are a linked list: arrays would go through the page's `Array.prototype`. */
  next: SocketRecord | null;
}

/** Most closed sockets whose facts are kept once the log holds nothing of them. */
const KEPT = 1000;

/** The sockets of this document, oldest first. */
export class Records {
  first: SocketRecord | null = null;
  #last: SocketRecord | null = null;
  #count = 0;
  #numbers = 0;

  add(url: string, asked: string, createdAt: number): SocketRecord {
    const record: SocketRecord = {
      number: ++this.#numbers,
      url,
      asked,
      createdAt,
      protocol: "",
      extensions: "",
      state: "connecting",
      openedAt: undefined,
      closedAt: undefined,
      code: undefined,
      reason: undefined,
      clean: undefined,
      failed: false,
      frames: 0,
      evicted: 0,
      next: null,
    };
    if (this.#last) this.#last.next = record;
    else this.first = record;
    this.#last = record;
    if (++this.#count > KEPT) this.#forgetOne();
    return record;
  }

  #forgetOne(): void {
    let before: SocketRecord | null = null;
    for (let record = this.first; record; record = record.next) {
      if (record.state === "closed" && record.evicted === record.frames && record.next) {
        if (before) before.next = record.next;
        else this.first = record.next;
        this.#count--;
        return;
      }
      before = record;
    }
  }
}
