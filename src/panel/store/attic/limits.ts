/** All in bytes of memory, about. */
export interface Limits {
  /** Payloads in memory; what is beyond goes to disk, the oldest first. */
  memory: number;
  /** Payloads in memory when the disk refuses: what is beyond is let go. */
  most: number;
  /** What goes to disk in one piece, and comes back in one. */
  chunk: number;
  /** Pieces read last, for those who read on. */
  cache: number;
  /** Payloads that were brought back for rows in sight. */
  recalled: number;
}

/** A million frames of 200 bytes are not yet too much. */
const MEMORY = 256_000_000;
const CHUNK = 4_000_000;

/** The limits that follow from one. Tests ask for a small one. */
export function limitsOf(memory = MEMORY): Limits {
  const chunk = Math.min(CHUNK, Math.ceil(memory / 8));
  return { memory, most: 2 * memory, chunk, cache: 8 * chunk, recalled: 16 * chunk };
}
