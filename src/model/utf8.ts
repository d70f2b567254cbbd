// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of one-byte characters starts at 0
const ASCII = /^[\x00-\x7f]*$/;

/** Bytes that the text takes as UTF-8. A lone surrogate counts 3, as U+FFFD, which is what a socket sends for it. */
export function utf8Bytes(text: string): number {
  if (ASCII.test(text)) return text.length;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      bytes += 1;
      continue;
    }
    const next = text.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) i++;
    bytes += 2;
  }
  return bytes;
}
