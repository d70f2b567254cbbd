/** Names that lead to the prototype of every object once somebody merges what was received. */
const POISON = new Set(["__proto__", "constructor", "prototype"]);

function withoutPoison(key: string, value: unknown): unknown {
  return POISON.has(key) ? undefined : value;
}

/**
 * `JSON.parse` without the keys `__proto__`, `constructor` and `prototype` at any depth (requirements W45).
 * Throws the SyntaxError of `JSON.parse`.
 */
export function parse(text: string): unknown {
  return JSON.parse(text, withoutPoison);
}

/** The same, with undefined for what is no JSON. */
export function tryParse(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
