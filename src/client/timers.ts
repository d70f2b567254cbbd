import type { Environment } from "./environment";

/** Timers by name; setting one again replaces it. */
export class Timers<Name extends string> {
  readonly #environment: Pick<Environment, "after">;
  readonly #cancels = new Map<Name, () => void>();

  constructor(environment: Pick<Environment, "after">) {
    this.#environment = environment;
  }

  /** `ms` from now. */
  set(name: Name, ms: number, task: () => void): void {
    this.clear(name);
    const cancel = this.#environment.after(ms, () => {
      this.#cancels.delete(name);
      task();
    });
    this.#cancels.set(name, cancel);
  }

  clear(name: Name): void {
    this.#cancels.get(name)?.();
    this.#cancels.delete(name);
  }

  clearAll(): void {
    for (const name of [...this.#cancels.keys()]) this.clear(name);
  }
}
