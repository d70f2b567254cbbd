const MAX_REASON_BYTES = 123;

/** Cuts a close reason to what a close frame holds (123 UTF-8 bytes) without splitting a character. */
export function clipReason(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= MAX_REASON_BYTES) return reason;
  let end = MAX_REASON_BYTES;
  while (isContinuation(bytes[end])) end -= 1;
  return bytes.toString("utf8", 0, end);
}

/** @throws RangeError for a code that RFC 6455 7.4 keeps off the wire. */
export function assertSendableCode(code: number): void {
  const standard = code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
  const own = code >= 3000 && code <= 4999;
  if (Number.isInteger(code) && (standard || own)) return;
  throw new RangeError(`Close code ${code} cannot be sent: use 1000-1003, 1007-1014 or 3000-4999`);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0b1100_0000) === 0b1000_0000;
}
