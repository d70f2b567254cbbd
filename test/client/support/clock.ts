interface Timer {
  at: number;
  order: number;
  task: () => void;
}

/** A clock that stands until it is moved by hand. */
export class Clock {
  /** ms since 1970. */
  now = 1_000_000;
  #timers: Timer[] = [];
  #order = 0;

  /** Timers that are still to come. */
  get pending(): number {
    return this.#timers.length;
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.now + ms, order: this.#order++, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves on, and runs on its way what is due. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = this.#timers
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.now = Math.max(this.now, due.at);
      due.task();
    }
    this.now = end;
  }
}
