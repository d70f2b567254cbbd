/** A payload that takes more leaves its beginning in memory when it goes to disk: a list needs no more of it. */
const LARGE = 64_000;
/** More than a preview shows. */
const HEAD = { units: 1000, bytes: 100 };

/** The beginning of a large payload; null where it is not large. */
export function headOf(payload: string | Uint8Array): string | Uint8Array | null {
  if (payload.length < LARGE) return null;
  // A slice of a string would keep the whole one in memory; a clone is a copy.
  return typeof payload === "string"
    ? structuredClone(payload.slice(0, HEAD.units))
    : payload.slice(0, HEAD.bytes);
}
