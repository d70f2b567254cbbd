/** Calls a task after so many ms, never at once; what it returns takes that back. */
export type After = (ms: number, task: () => void) => () => void;

/** The one timer of a run: it can be halted, and goes on with what was left. */
export class Countdown {
  #cancel: (() => void) | null = null;
  /** When it ends, by the clock; what is left while it is halted. */
  #due = 0;
  #left = 0;

  constructor(
    private readonly now: () => number,
    private readonly after: After,
    private readonly ended: () => void,
  ) {}

  /** Begins anew. */
  start(ms: number): void {
    this.halt();
    this.#due = this.now() + ms;
    const cancel = this.after(ms, () => {
      // A timer that was taken back may fire all the same.
      if (this.#cancel !== cancel) return;
      this.#cancel = null;
      this.ended();
    });
    this.#cancel = cancel;
  }

  /** Stops the clock. */
  halt(): void {
    if (!this.#cancel) return;
    this.#left = Math.max(0, this.#due - this.now());
    this.#cancel();
    this.#cancel = null;
  }

  /** Goes on after a halt. */
  resume(): void {
    this.start(this.#left);
  }
}
