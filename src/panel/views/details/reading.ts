/** How a content can be shown. */
export interface Reading {
  /** Null where it is bytes that are no text. */
  text: string | null;
  json: "tree" | "large" | "none";
  /** Why what looks like JSON is none. */
  problem: string;
}

/** Up to here JSON is parsed without asking. */
const LARGE = 2_000_000;
const MESSAGE = 160;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what has them is hardly text
const NO_TEXT = /[\x00-\x08\x0e-\x1f]/;

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return NO_TEXT.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Why this is no JSON; empty when it is. */
export function jsonProblem(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return (error as Error).message.slice(0, MESSAGE);
  }
}

export function readContent(payload: string | Uint8Array): Reading {
  const text = typeof payload === "string" ? payload : decoded(payload);
  if (text === null || !/^\s*[[{]/.test(text)) return { text, json: "none", problem: "" };
  if (text.length > LARGE) return { text, json: "large", problem: "" };
  const problem = jsonProblem(text);
  return { text, json: problem === "" ? "tree" : "none", problem };
}
