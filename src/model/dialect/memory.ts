/** How many entries a reader remembers before it forgets the oldest. */
export const REMEMBERED = 10_000;

/** A map that forgets its oldest entry when it grows past {@link REMEMBERED}. */
export class Memory<V> {
  readonly #entries = new Map<string, V>();

  get size(): number {
    return this.#entries.size;
  }

  get(key: string | undefined): V | undefined {
    return key === undefined ? undefined : this.#entries.get(key);
  }

  /** Remembers the value under the key, as the newest. */
  set(key: string, value: V): void {
    // Taken out first: a map keeps the place of a key that it has.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > REMEMBERED) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
  }
}
