/** Longer texts are cut: names come from frames. */
const LONGEST = 200;

/** A text as it reads in a cell of a Markdown table: on one line, nothing in it means anything to Markdown. */
export function markdownText(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks, and what a reader can't see
  return cut.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g, " ").replace(/[\\`*_{}[\]<>|#~&]/g, "\\$&");
}
