/** Something that waits for its partner. */
export interface Waiter {
  readonly row: number;
  /** Ms since 1970. */
  readonly time: number;
}

interface Entry<W> {
  readonly key: string;
  readonly waiter: W;
  done: boolean;
}

interface Queue<W> {
  entries: Entry<W>[];
  /** Place of the first that still waits. */
  first: number;
}

/** What is done with is cleared away when it is so much. */
const CLEARED_AT = 1_000;

/** What waits under a key, first come first served; bounded, the one that has waited longest is dropped first. */
export class Waiting<W extends Waiter> {
  readonly #queues = new Map<string, Queue<W>>();
  readonly #most: number;
  /** All in the order in which they came. A Map would do, but is slow to tell its first key once many were deleted. */
  #order: Entry<W>[] = [];
  #oldest = 0;
  size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(key: string, waiter: W): void {
    if (this.size >= this.#most) this.#dropOldest();
    if (this.#order.length > 2 * this.size + CLEARED_AT) {
      this.#order = this.#order.filter(({ done }) => !done);
      this.#oldest = 0;
    }
    const entry = { key, waiter, done: false };
    this.#order.push(entry);
    const queue = this.#queues.get(key);
    if (queue === undefined) this.#queues.set(key, { entries: [entry], first: 0 });
    else queue.entries.push(entry);
    this.size++;
  }

  /** How many wait under a key. */
  count(key: string): number {
    const queue = this.#queues.get(key);
    return queue === undefined ? 0 : queue.entries.length - queue.first;
  }

  /** The first under a key, left where it is. */
  first(key: string): W | undefined {
    const queue = this.#queues.get(key);
    return queue?.entries[queue.first]?.waiter;
  }

  /** The first under a key, which waits no longer. */
  take(key: string): W | undefined {
    const queue = this.#queues.get(key);
    const entry = queue?.entries[queue.first];
    if (queue === undefined || entry === undefined) return undefined;
    entry.done = true;
    queue.first++;
    this.size--;
    if (queue.first === queue.entries.length) this.#queues.delete(key);
    else if (queue.first >= CLEARED_AT) {
      queue.entries.splice(0, queue.first);
      queue.first = 0;
    }
    return entry.waiter;
  }

  /** Drops those that began to wait before a time, up to the first that did not. */
  dropBefore(time: number): void {
    while ((this.#head()?.waiter.time ?? time) < time) this.#dropOldest();
  }

  #head(): Entry<W> | undefined {
    while (this.#order[this.#oldest]?.done) this.#oldest++;
    return this.#order[this.#oldest];
  }

  #dropOldest(): void {
    // Under its key the oldest of all is the first.
    const entry = this.#head();
    if (entry !== undefined) this.take(entry.key);
  }
}
