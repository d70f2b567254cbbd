/**
 * Finds the parts of a JSON text by their places in it, one level at a time and without recursion: numbers keep all
 * their digits, keys their order and their doubles, and a hundred thousand levels cost nothing until they are opened.
 * The text must be valid JSON (JSON.parse says so, natively and iteratively).
 */

export interface JsonPart {
  /** Place of the key with its quotes; null in an array. */
  key: { start: number; end: number } | null;
  start: number;
  end: number;
}

const Char = {
  Quote: 0x22,
  Backslash: 0x5c,
  OpenArray: 0x5b,
  CloseArray: 0x5d,
  OpenObject: 0x7b,
  CloseObject: 0x7d,
};
const BRACKET_OR_QUOTE = /["[\]{}]/g;
const END_OF_LITERAL = /[,\]}\s]/g;
const NOT_SPACE = /[^ \t\n\r]/g;

function indexFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

export function skipSpace(text: string, from: number): number {
  return indexFrom(NOT_SPACE, text, from);
}

function endOfString(text: string, start: number): number {
  let quote = start;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === Char.Backslash) slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
}

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    const char = text.charCodeAt(at);
    if (Number.isNaN(char)) return at;
    if (char === Char.Quote) at = endOfString(text, at);
    else {
      depth += char === Char.OpenArray || char === Char.OpenObject ? 1 : -1;
      at++;
      if (depth === 0) return at;
    }
    at = indexFrom(BRACKET_OR_QUOTE, text, at);
  }
}

/** True for the start of an array or object. */
export function isContainer(text: string, start: number): boolean {
  const char = text.charCodeAt(start);
  return char === Char.OpenArray || char === Char.OpenObject;
}

function endOfValue(text: string, start: number): number {
  if (isContainer(text, start)) return endOfContainer(text, start);
  return text.charCodeAt(start) === Char.Quote
    ? endOfString(text, start)
    : indexFrom(END_OF_LITERAL, text, start);
}

/** The members of the object, or the elements of the array, that starts here. */
export function partsOf(text: string, start: number): JsonPart[] {
  const parts: JsonPart[] = [];
  const keyed = text.charCodeAt(start) === Char.OpenObject;
  let at = skipSpace(text, start + 1);
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === Char.CloseArray || char === Char.CloseObject) break;
    let key: JsonPart["key"] = null;
    if (keyed) {
      key = { start: at, end: endOfString(text, at) };
      at = skipSpace(text, skipSpace(text, key.end) + 1);
    }
    const end = endOfValue(text, at);
    parts.push({ key, start: at, end });
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === 0x2c) at = skipSpace(text, at + 1);
  }
  return parts;
}
