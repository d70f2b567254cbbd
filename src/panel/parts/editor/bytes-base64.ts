import { base64Pieces } from "../../../model/capture-file/base64";
import type { Fault } from "./fault";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const VALUES = new Map([...`${LETTERS}+/`].map((char, value) => [char, value]));
VALUES.set("-", 62).set("_", 63);
const SPACE = /\s/;

/** Base64 of the bytes, with the standard alphabet and padding. */
export function base64Of(bytes: Uint8Array): string {
  return [...base64Pieces(bytes)].join("");
}

interface Digits {
  values: number[];
  padding: number;
  /** Where the last digit stands. */
  last: number;
}

function digitsOf(text: string): Digits | Fault {
  const values: number[] = [];
  let padding = 0;
  let last = 0;
  let alphabet = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (SPACE.test(char)) continue;
    if (char === "=") {
      padding++;
      if (padding > 2 || (values.length + padding) % 4 === 1)
        return { at, message: "= is one too many here" };
      continue;
    }
    const value = VALUES.get(char);
    if (value === undefined) {
      return { at, message: `${String.fromCodePoint(text.codePointAt(at) ?? 0)} is no base64 digit` };
    }
    if (padding > 0) return { at, message: "Nothing may follow the = at the end" };
    if (value > 61) {
      const kind = "+/".includes(char) ? "standard" : "url-safe";
      if (alphabet !== "" && alphabet !== kind) {
        return { at, message: `${char} is ${kind}, but a digit before it is ${alphabet}` };
      }
      alphabet = kind;
    }
    values.push(value);
    last = at;
  }
  return { values, padding, last };
}

/**
 * The bytes of base64, standard or url-safe but not both, with white space anywhere. Padding may be left out, and must
 * be right when it is there. No bit is let go: the last digit may not hold more than the bytes need.
 */
export function bytesOfBase64(text: string): Uint8Array | Fault {
  const digits = digitsOf(text);
  if ("message" in digits) return digits;
  const { values, padding, last } = digits;
  const rest = values.length % 4;
  if (rest === 1) return { at: last, message: "The last digit is one too many, or the text is cut off" };
  if (padding > 0 && (values.length + padding) % 4 !== 0) {
    return { at: text.lastIndexOf("="), message: "The padding is cut off: = is missing" };
  }
  // Two digits hold a byte and four bits, three hold two bytes and two bits.
  const spare = { 2: 16, 3: 4 }[rest];
  if (spare !== undefined && (values.at(-1) ?? 0) % spare !== 0) {
    return { at: last, message: `${text.charAt(last)} has bits beyond the last byte` };
  }
  const bytes = new Uint8Array(Math.floor((values.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let count = 0;
  for (const value of values) {
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = (held >> bits) & 0xff;
  }
  return bytes;
}
