/** Most frames that a finding names. */
const MOST_ROWS = 20;

/** What shows one kind of trouble: the first frames of it, how many there are, and their sockets. Bounded. */
export class Evidence {
  readonly rows: number[] = [];
  readonly sockets = new Set<number>();
  count = 0;
  /** Of all rows, also those that are not kept; -1 without any. */
  oldest = -1;
  newest = -1;

  /** @param row -1 where no frame shows it */
  add(row: number, socket: number): void {
    this.sockets.add(socket);
    if (row < 0) return;
    this.count++;
    if (this.oldest < 0 || row < this.oldest) this.oldest = row;
    if (row > this.newest) this.newest = row;
    if (this.rows.length < MOST_ROWS) this.rows.push(row);
  }
}
