/** Controls, line ends, and marks that turn or hide the text around them: what a line must not hand on as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNSEEN = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** U+2400 and up picture the ASCII controls: ␀ ␊ ␍ ␛. */
const PICTURES = 0x2400;
const DELETE_PICTURE = "\u2421";

function seen(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  if (code === 0x7f) return DELETE_PICTURE;
  return `\u2039U+${code.toString(16).toUpperCase().padStart(4, "0")}\u203a`;
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
