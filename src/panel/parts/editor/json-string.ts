import type { Fault } from "./fault";

const HEX = /[0-9a-f]{4}/iy;

function escapeFault(text: string, at: number): Fault | null {
  const letter = text.charAt(at + 1);
  if (letter === "u") {
    HEX.lastIndex = at + 2;
    return HEX.test(text) ? null : { at, message: "\\u takes four hex digits" };
  }
  // charAt gives "" at the end of the text, which every string holds: the missing quote is told then.
  return '"\\/bfnrt'.includes(letter) ? null : { at, message: `\\${letter} means nothing in JSON` };
}

/** The place behind the string that begins at `start`, or what is wrong with it. */
export function endOfString(text: string, start: number): number | Fault {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) {
      return unit === 0x0a || unit === 0x0d
        ? { at: start, message: 'This string is not closed: its line ends without "' }
        : { at, message: "A control character in a string must be escaped" };
    }
    if (unit !== 0x5c) continue;
    const fault = escapeFault(text, at);
    if (fault) return fault;
    at++;
  }
  return { at: start, message: 'This string is not closed: " is missing' };
}
