import { skipSpace, stringContent, stringEnd, wordEnd } from "./json-tokens";
import { isSecretField, MASK, type Report } from "./names";

/** What becomes of a string that is no secret by its field's name: it may hold an address, or JSON. */
type InString = (token: string) => string;

const WORD = /[\w+-]/;
const NUMBER = /^-?\d/;
/** `max_tokens: 4096` counts tokens; it is none. */
const PLURAL = /s$/i;

/**
 * Masks the values of secret fields, at every depth and in one pass: strings and numbers, and all strings and numbers
 * below a field that is an object or a list. Everything else stays as it is, digit by digit and space by space. The
 * text need not be valid JSON (it may be cut off): then it is read as far as it makes sense.
 */
export function maskJson(text: string, report: Report, inString: InString): string {
  const parts: string[] = [];
  let kept = 0;
  let depth = 0;
  /** The secret field whose value comes next. */
  let field: string | null = null;
  /** The secret field whose value is the object or list that we are in, and how deep that stands. */
  let within: { field: string; depth: number } | null = null;

  const put = (from: number, to: number, replacement: string) => {
    parts.push(text.slice(kept, from), replacement);
    kept = to;
  };

  for (let at = skipSpace(text, 0); at < text.length; ) {
    const char = text[at] ?? "";
    const secret: string | null = within?.field ?? field;
    if (char === '"') {
      const end = stringEnd(text, at);
      const token = text.slice(at, end);
      const next = skipSpace(text, end);
      if (text[next] === ":") {
        const name = stringContent(token);
        field = isSecretField(name) ? name : null;
        at = next + 1;
        continue;
      }
      if (secret !== null) {
        if (token.length > 2 && token !== `"${MASK}"`) {
          put(at, end, `"${MASK}"`);
          report(secret);
        }
      } else {
        const masked = inString(token);
        if (masked !== token) put(at, end, masked);
      }
      field = null;
      at = end;
    } else if (char === "{" || char === "[") {
      if (field !== null && !within) within = { field, depth };
      field = null;
      depth++;
      at++;
    } else if (char === "}" || char === "]") {
      depth--;
      if (within && depth <= within.depth) within = null;
      field = null;
      at++;
    } else if (WORD.test(char)) {
      const end = wordEnd(text, at);
      const countable = within === null && field !== null && PLURAL.test(field);
      if (secret !== null && !countable && NUMBER.test(text.slice(at, at + 2))) {
        put(at, end, `"${MASK}"`);
        report(secret);
      }
      field = null;
      at = end;
    } else {
      if (char === ",") field = null;
      at++;
    }
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(kept);
}
