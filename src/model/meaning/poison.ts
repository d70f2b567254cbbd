const KEY = /"(?:__proto__|constructor|prototype)"\s*:/;
/** Escapes that may hide a letter or an underscore, not those of a quote or backslash, which would make other keys. */
const ESCAPED = /\\u00(4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])/gi;

/** Whether a JSON text has a key that would poison objects it is merged into (`__proto__` and its kin), at any depth. */
export function isPoisonous(json: string): boolean {
  // Most texts hold none of the words, and looking for a word is far cheaper than matching.
  if (json.includes("__proto__") || json.includes("constructor") || json.includes("prototype")) {
    if (KEY.test(json)) return true;
  }
  if (!json.includes("\\u00")) return false;
  return KEY.test(json.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}
