/** So many values of a field in the frames and the address of a socket. */
export interface Tallied {
  field: string;
  socket: number;
  count: number;
}

/** Counts what is masked, by field and socket. */
export class Tally {
  total = 0;
  #counts = new Map<string, Tallied>();

  add(field: string, socket: number): void {
    this.total++;
    const key = `${socket} ${field}`;
    const known = this.#counts.get(key);
    if (known) known.count++;
    else this.#counts.set(key, { field, socket, count: 1 });
  }

  /** The most frequent first. */
  list(): Tallied[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || a.socket - b.socket);
  }
}
