import type { Environment } from "./environment";
import { Timers } from "./timers";

/**
 * Notices that nothing at all is received any more, as clients do whose servers ping (reconnecting 30; field.md,
 * section D, "dead-peer watchdog"). One timer however many messages come: when it rings it is set again for what is left.
 */
export class Watchdog {
  readonly #environment: Pick<Environment, "now" | "after">;
  readonly #silence: number;
  readonly #silent: () => void;
  readonly #timers: Timers<"look">;
  #heard = 0;

  /** `silence` is ms, 0 turns it off; `silent` is called once when so much time passed without a message. */
  constructor(environment: Pick<Environment, "now" | "after">, silence: number, silent: () => void) {
    this.#environment = environment;
    this.#silence = silence;
    this.#silent = silent;
    this.#timers = new Timers(environment);
  }

  start(): void {
    this.hear();
    if (this.#silence > 0) this.#timers.set("look", this.#silence, () => this.#look());
  }

  stop(): void {
    this.#timers.clearAll();
  }

  /** Something was received. */
  hear(): void {
    this.#heard = this.#environment.now();
  }

  #look(): void {
    // A clock that was set back must not make it wait for longer than the silence.
    const quiet = Math.max(0, this.#environment.now() - this.#heard);
    if (quiet >= this.#silence) this.#silent();
    else this.#timers.set("look", this.#silence - quiet, () => this.#look());
  }
}
