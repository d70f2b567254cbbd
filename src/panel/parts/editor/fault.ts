/** What is wrong with a text, and where. */
export interface Fault {
  /** Code units from the text's beginning. */
  at: number;
  message: string;
}

/** Line and column of a place in a text, both from 1; columns count code units, as editors do. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}
