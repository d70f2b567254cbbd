const KEY = /"(?:__proto__|constructor|prototype)"\s*:/;

/** Whether a JSON text has a key that would poison objects it is merged into (`__proto__` and its kin), at any depth. */
export function isPoisonous(text: string): boolean {
  // Most texts hold none of the words, and looking for a word is far cheaper than matching.
  const suspicious = text.includes("__proto__") || text.includes("constructor") || text.includes("prototype");
  return suspicious && KEY.test(text);
}
