import type { Fault } from "./fault";

function digit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

function shown(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** The bytes of hex digits: two a byte, with white space between bytes, and `0x` before those that stand alone. */
export function bytesOfHex(text: string): Uint8Array | Fault {
  const bytes = new Uint8Array(text.length >> 1);
  let count = 0;
  let alone = true;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      alone = true;
      at++;
      continue;
    }
    if (alone && unit === 0x30 && (text.charCodeAt(at + 1) | 0x20) === 0x78) {
      at += 2;
      if (at >= text.length || isSpace(text.charCodeAt(at))) {
        return { at: at - 2, message: "0x without digits" };
      }
    }
    alone = false;
    const high = digit(text.charCodeAt(at));
    if (high < 0) return { at, message: `${shown(text, at)} is no hex digit` };
    const low = at + 1 < text.length ? digit(text.charCodeAt(at + 1)) : -1;
    if (low < 0) {
      const ends = at + 1 >= text.length || isSpace(text.charCodeAt(at + 1));
      if (!ends) return { at: at + 1, message: `${shown(text, at + 1)} is no hex digit` };
      return { at, message: `${shown(text, at)} is half a byte: each takes two digits` };
    }
    bytes[count++] = high * 16 + low;
    at += 2;
  }
  return bytes.slice(0, count);
}
