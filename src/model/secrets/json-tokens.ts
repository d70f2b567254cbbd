const WORD = /[\w.+-]+/y;

/** The end of the JSON string that begins at `at`, behind its closing quote; the text's end when it has none. */
export function stringEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return quote + 1;
    end = quote + 1;
  }
}

/** The content of a JSON string token; as it stands where it is no valid one. */
export function stringContent(token: string): string {
  if (!token.includes("\\")) return token.slice(1, token.length > 1 && token.endsWith('"') ? -1 : undefined);
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1);
  }
}

/** The place of the next character that is no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && text.charCodeAt(next) <= 32) next++;
  return next;
}

/** The end of a number or word that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at + 1;
}
