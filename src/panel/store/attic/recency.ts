/** Values by how lately they were used, and what they weigh together. */
export class Recency<Key, Value> {
  #entries = new Map<Key, { value: Value; weight: number }>();
  #weight = 0;

  constructor(private readonly limit: number) {}

  keys(): IterableIterator<Key> {
    return this.#entries.keys();
  }

  /** The value; that it was asked for makes it the latest. */
  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: Key, value: Value, weight: number): void {
    this.delete(key);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
  }

  delete(key: Key): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  /** Lets go of the earliest ones beyond the limit, but of none that is needed, and returns their keys. */
  trim(needed: (key: Key) => boolean): Key[] {
    const gone: Key[] = [];
    for (const key of this.#entries.keys()) {
      if (this.#weight <= this.limit) break;
      if (needed(key)) continue;
      this.delete(key);
      gone.push(key);
    }
    return gone;
  }
}
