import { utf8Bytes } from "../../../model/utf8";

const LEAST_CODE = 1000;
const MOST_CODE = 4999;
/** What a browser puts in where no code came: on the wire they would break the protocol (RFC 6455 7.4.1). */
const NEVER_SENT: ReadonlySet<number> = new Set([1005, 1006, 1015]);
/** Longest reason that a close frame has room for. */
export const REASON_BYTES = 123;

/** What is wrong with a text as the code that a server closes with; empty: nothing. */
export function codeProblem(text: string): string {
  const code = Number(text.trim());
  if (!/^\s*\d+\s*$/.test(text) || code < LEAST_CODE || code > MOST_CODE) {
    return `A close code is a number from ${LEAST_CODE} to ${MOST_CODE}.`;
  }
  if (NEVER_SENT.has(code)) {
    return `${code} is never sent: the browser itself reports it.${code === 1006 ? " Choose Dropped for it." : ""}`;
  }
  return "";
}

/** What is wrong with a text as the reason of a close; empty: nothing. */
export function reasonProblem(text: string): string {
  const over = utf8Bytes(text) - REASON_BYTES;
  if (over <= 0) return "";
  return `${over} ${over === 1 ? "byte" : "bytes"} too long: a close frame has room for ${REASON_BYTES}.`;
}
