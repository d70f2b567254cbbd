import { byteLength } from "./bytes";

/** Longest reason that a close frame has room for, in UTF-8 bytes. */
const REASON_BYTES = 123;

/** Whether a page may close with this code: 1000 and 3000-4999 (requirements K26). */
export function isClosable(code: number): boolean {
  return code === 1000 || (Number.isInteger(code) && code >= 3000 && code <= 4999);
}

/** The reason cut to 123 UTF-8 bytes, between characters: `close()` throws at more (reconnecting 31). */
export function cutReason(reason: string): string {
  if (byteLength(reason) <= REASON_BYTES) return reason;
  let cut = "";
  let bytes = 0;
  for (const character of reason) {
    bytes += byteLength(character);
    if (bytes > REASON_BYTES) break;
    cut += character;
  }
  return cut;
}

/** What may be handed to `close()`. A reason alone gets code 1000. Throws a RangeError at any other code (K26). */
export function closeArguments(code?: number, reason = ""): { code?: number; reason: string } {
  if (code !== undefined && !isClosable(code)) {
    throw new RangeError(`Close code ${code} is not allowed: a page may close with 1000 or 3000-4999 only`);
  }
  const cut = cutReason(reason);
  if (code === undefined) return cut === "" ? { reason: "" } : { code: 1000, reason: cut };
  return { code, reason: cut };
}
