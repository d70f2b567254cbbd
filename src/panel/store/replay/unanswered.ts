import type { Conditions } from "../../../conditions";

/** How long an answer is waited for. The worker answers within milliseconds, or is gone. */
const PATIENCE_MS = 3000;

/** Whether the two would have the tab believe the same. */
export function alike(one: Conditions | null, other: Conditions | null): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(conditions: Conditions | null): string {
  const { offline, hidden } = conditions ?? {};
  return JSON.stringify([
    offline && [offline.kind, offline.told, offline.code, offline.reason],
    hidden && [hidden.frozen, hidden.cached],
  ]);
}

/**
 * What the worker was asked for and has not answered. Until it has, what it says is older than what the user wants:
 * taken at its word, a switch that is toggled quickly would flicker.
 */
export class Unanswered {
  #asked: { conditions: Conditions | null; at: number }[] = [];

  constructor(private readonly now: () => number) {}

  get any(): boolean {
    return this.#asked.length > 0;
  }

  ask(conditions: Conditions | null): void {
    this.#asked.push({ conditions, at: this.now() });
  }

  /**
   * The worker has said what is in force.
   * @returns whether it is its last word, and no answer to a wish that was changed meanwhile
   */
  answered(conditions: Conditions | null): boolean {
    const since = this.now() - PATIENCE_MS;
    this.#asked = this.#asked.filter(({ at }) => at >= since);
    // Not asked for: another panel's wish, which the worker heard before this panel's.
    const answer = this.#asked.findIndex((asked) => alike(asked.conditions, conditions));
    this.#asked = this.#asked.slice(answer + 1);
    return !this.any;
  }

  forget(): void {
    this.#asked = [];
  }
}
