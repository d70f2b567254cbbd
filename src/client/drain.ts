import type { Environment } from "./environment";
import type { Link } from "./link";

/** How often to look, in ms: sockets do not tell when they have sent (requirements K14, R-K7). */
const LOOK_EVERY = 10;

/** Waits until few enough bytes wait in the socket. */
export class Drain {
  readonly #environment: Pick<Environment, "after">;
  readonly #stops = new Set<() => void>();

  constructor(environment: Pick<Environment, "after">) {
    this.#environment = environment;
  }

  /** Resolves when at most `mark` bytes wait; rejects when the socket ends before. */
  below(mark: number, link: Link): Promise<void> {
    if (link.bufferedAmount <= mark) return Promise.resolve();
    return new Promise((resolve, reject) => {
      let cancel = (): void => {};
      const stop = (): void => {
        cancel();
        reject(new Error("The connection was lost before everything was sent"));
      };
      const look = (): void => {
        if (link.bufferedAmount > mark) {
          cancel = this.#environment.after(LOOK_EVERY, look);
          return;
        }
        this.#stops.delete(stop);
        resolve();
      };
      this.#stops.add(stop);
      look();
    });
  }

  /** The socket is gone. */
  abort(): void {
    for (const stop of this.#stops) stop();
    this.#stops.clear();
  }
}
