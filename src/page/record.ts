import type { Created, Order, SocketState, Transport } from "../protocol";

/** What the page's side knows of one socket. */
export interface SocketRecord {
  readonly number: number;
  readonly transport: Transport;
  /** A WebSocket until it is closed; an EventSource is only listened to. */
  socket: WebSocket | null;
  state: SocketState;
  /** All that was told of it: most of what `Known` says. Times are in ms since the time origin. */
  facts: object;
  /** Order of its newest notice. */
  last: Order;
  /** Frames so far, and how many of them the log no longer holds. */
  frames: number;
  evicted: number;
  /** Sockets are a linked list: arrays would go through the page's `Array.prototype`. */
  next: SocketRecord | null;
}

/** Most closed sockets whose facts are kept once the log holds nothing of them. */
const KEPT = 1000;
/** Most sockets that are looked at, from the oldest on, to find one to forget: making a socket has to stay cheap. */
const LOOKED_AT = 100;

/** The sockets of this document, oldest first. */
export class Records {
  first: SocketRecord | null = null;
  #last: SocketRecord | null = null;
  #count = 0;
  #numbers = 0;

  /** @param tail order of the oldest notice in the log: sockets with none left in it may be forgotten */
  add(created: Created, createdAt: number, tail: Order): SocketRecord {
    const record: SocketRecord = {
      number: ++this.#numbers,
      transport: created.transport,
      socket: null,
      state: "connecting",
      facts: { ...created, createdAt, protocol: "", extensions: "", failed: false },
      last: 0,
      frames: 0,
      evicted: 0,
      next: null,
    };
    if (this.#last) this.#last.next = record;
    else this.first = record;
    this.#last = record;
    if (++this.#count > KEPT) this.#forgetOne(tail);
    return record;
  }

  find(number: number): SocketRecord | null {
    let record = this.first;
    while (record && record.number !== number) record = record.next;
    return record;
  }

  #forgetOne(tail: Order): void {
    let before: SocketRecord | null = null;
    let looked = 0;
    for (let record = this.first; record && looked < LOOKED_AT; record = record.next, looked++) {
      if (record.state === "closed" && record.last < tail && record.next) {
        if (before) before.next = record.next;
        else this.first = record.next;
        this.#count--;
        return;
      }
      before = record;
    }
  }
}
