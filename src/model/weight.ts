/** What a string and a Uint8Array take beside their content, about. */
const TEXT_OVERHEAD = 24;
const BYTES_OVERHEAD = 200;

/**
 * Bytes of memory that a payload takes, about. `size` is its size on the wire: a text that is longer there than in
 * code units is not ASCII, and takes two bytes a unit.
 */
export function weigh(payload: unknown, size: number): number {
  if (typeof payload === "string") return TEXT_OVERHEAD + payload.length * (size > payload.length ? 2 : 1);
  return payload instanceof Uint8Array ? BYTES_OVERHEAD + payload.length : 0;
}
