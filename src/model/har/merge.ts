import type { Payload, ServerEvent } from "../capture";

/** A row of one socket, to be put in order with those of the others. */
export interface HarRow {
  /** The socket's place. */
  place: number;
  time: number;
  /** Place among the rows of all sockets; null where the file does not tell. */
  order: number | null;
  flags: number;
  size: number;
  payload: Payload;
  event?: ServerEvent | undefined;
}

/**
 * The rows of all sockets in the order that the file tells, else by time. Rows of one socket always keep theirs:
 * a time that lies before that of the row in front counts as equal.
 */
export function merged(rows: HarRow[]): HarRow[] {
  const ordered = rows.every(({ order }) => order !== null);
  if (ordered) return rows.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const latest = new Map<number, number>();
  const keyed = rows.map((row) => {
    const key = Math.max(row.time, latest.get(row.place) ?? 0);
    latest.set(row.place, key);
    return { row, key };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}
