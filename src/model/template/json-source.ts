import { skipSpace, stringContent, stringEnd, wordEnd } from "../secrets/json-tokens";

const TOKEN = /["[\]{}]/g;
const INDEX = /^(?:0|[1-9]\d{0,8})$/;

/** A value in the source of a JSON text: where it begins, and the place behind its end. */
export interface Span {
  from: number;
  to: number;
}

/** A field of an object, or an element of a list, whose key is its index. */
export interface Child extends Span {
  key: string;
}

/** The parts of the object or list that begins at `at` in a valid JSON text; none for any other value. */
export function* children(text: string, at: number): Generator<Child> {
  const close = text[at] === "{" ? "}" : text[at] === "[" ? "]" : null;
  if (close === null) return;
  let next = skipSpace(text, at + 1);
  for (let index = 0; next < text.length && text[next] !== close; index++) {
    let key = String(index);
    if (close === "}") {
      const end = stringEnd(text, next);
      key = stringContent(text.slice(next, end));
      next = skipSpace(text, skipSpace(text, end) + 1);
    }
    const to = valueEnd(text, next);
    yield { key, from: next, to };
    next = skipSpace(text, to);
    if (text[next] === ",") next = skipSpace(text, next + 1);
  }
}

/** The place of the value at a path in a valid JSON text; null where nothing is. Of a key that is there twice the last counts. */
export function valueAt(text: string, path: readonly string[]): Span | null {
  let from = skipSpace(text, 0);
  let found: Span = { from, to: valueEnd(text, from) };
  for (const key of path) {
    if (text[from] === "[" && !INDEX.test(key)) return null;
    let child: Child | null = null;
    for (const one of children(text, from)) if (one.key === key) child = one;
    if (child === null) return null;
    found = child;
    from = child.from;
  }
  return found;
}

/** The place behind the value that begins at `at`. */
function valueEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  if (text[at] !== "{" && text[at] !== "[") return wordEnd(text, at);
  let depth = 0;
  TOKEN.lastIndex = at;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if (token[0] === '"') TOKEN.lastIndex = stringEnd(text, token.index);
    else if (token[0] === "{" || token[0] === "[") depth++;
    else if (--depth === 0) return token.index + 1;
  }
  return text.length;
}
