/** Controls, line ends, and marks that turn or hide the text around them: what a line must not hand on as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNSEEN = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const ESCAPES: Record<string, string> = { "\n": "\u21b5", "\r": "\\r", "\t": "\\t", "\0": "\\0" };

function seen(char: string): string {
  const hex = char.charCodeAt(0).toString(16);
  return ESCAPES[char] ?? (hex.length > 2 ? `\\u${hex.padStart(4, "0")}` : `\\x${hex.padStart(2, "0")}`);
}

/** Cuts text without cutting a character in two. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

/** The beginning of a text as one line, with what cannot be seen made visible. */
export function oneLine(text: string, length: number): string {
  const line = cut(text, length).replace(UNSEEN, seen);
  return text.length > length ? `${line}\u2026` : line;
}
