/** A place in a text that is filled in later. */
export interface Hole {
  from: number;
  to: number;
}

/** The text with digits for its holes: what is JSON then will be JSON, in a string or as a value, and keeps its places. */
export function withDigits(text: string, holes: readonly Hole[]): string {
  let result = "";
  let done = 0;
  for (const { from, to } of holes) {
    result += text.slice(done, from) + "1".repeat(to - from);
    done = to;
  }
  return result + text.slice(done);
}
