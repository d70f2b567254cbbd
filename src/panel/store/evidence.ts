import type { Capture } from "../../model/capture";
import type { Matcher } from "../../model/filter/matcher";

/** Frames that show something, to be shown alone. */
export interface Evidence {
  /** What they show, in one line. */
  readonly title: string;
  /** Their rows, oldest first; none: all frames of the sockets. */
  readonly rows: readonly number[];
  /** How many there are in all; more than `rows` where not all are known. */
  readonly count: number;
  /** Numbers of their sockets, at least one. */
  readonly sockets: readonly number[];
}

/** Lets through exactly these frames. */
export function matchesEvidence({ rows, sockets }: Evidence): Matcher {
  if (rows.length === 0) {
    const numbers = new Set(sockets);
    return (capture: Capture, row: number) => numbers.has(capture.socket(row).number);
  }
  const shown = new Set(rows);
  return (_, row) => shown.has(row);
}
