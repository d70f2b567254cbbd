/** What a hole asks for. */
export type Ask =
  | { kind: "now"; iso: boolean }
  | { kind: "uuid" }
  | { kind: "counter" }
  /** A whole number between two, both included. */
  | { kind: "random"; from: number; to: number }
  /** `path`: keys and indices into its JSON; null: its whole text. */
  | { kind: "last"; name: string; path: readonly string[] | null };

/** A word, or one in quotes: `"..."`, `'...'`, or `\"...\"` as inside a JSON string. */
const WORD = /\s*(?:\\"(.*?)\\"|"([^"]*)"|'([^']*)'|([^\s"'\\]+))/y;
const WHOLE = /^-?\d+$/;

/** What the words between the braces ask for, or why that is not known, in a sentence. */
export function askOf(body: string): Ask | string {
  const words = wordsOf(body.trim());
  const [kind, ...rest] = words ?? [];
  if (kind === undefined) return words ? "Nothing stands between the braces." : "A quote is not closed.";
  if (kind === "now") return nowOf(rest);
  if (kind === "uuid" || kind === "counter") {
    return rest.length === 0 ? { kind } : `{{${kind}}} takes nothing behind its name.`;
  }
  if (kind === "random") return randomOf(rest);
  if (kind === "last") return lastOf(rest);
  return `"${kind}" is none of now, uuid, random, counter and last.`;
}

function nowOf(rest: readonly string[]): Ask | string {
  if (rest.length === 0) return { kind: "now", iso: false };
  if (rest.length === 1 && rest[0] === "iso") return { kind: "now", iso: true };
  return "It is either {{now}} or {{now iso}}.";
}

function randomOf(rest: readonly string[]): Ask | string {
  const [from = Number.NaN, to = Number.NaN] = rest.map((word) =>
    WHOLE.test(word) ? Number(word) : Number.NaN,
  );
  if (rest.length !== 2 || !Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
    return "Two whole numbers have to follow, as in {{random 1 100}}.";
  }
  if (from > to) return "The first number is larger than the second.";
  return Number.isSafeInteger(to - from + 1)
    ? { kind: "random", from, to }
    : "The numbers are too far apart.";
}

function lastOf(rest: readonly string[]): Ask | string {
  const [name, path] = rest;
  if (name === undefined || rest.length > 2) {
    return 'A name, and a path if wanted, have to follow, as in {{last "joined" "payload.id"}}.';
  }
  return { kind: "last", name, path: path === undefined ? null : path.split(".") };
}

/** Null where a quote is not closed. */
function wordsOf(body: string): string[] | null {
  const words: string[] = [];
  WORD.lastIndex = 0;
  for (let at = 0; at < body.length; at = WORD.lastIndex) {
    const word = WORD.exec(body);
    if (word === null) return null;
    words.push(word[1] ?? word[2] ?? word[3] ?? word[4] ?? "");
  }
  return words;
}
