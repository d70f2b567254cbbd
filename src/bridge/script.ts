const SPACE = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y;
const STRICT = /(["'])use strict\1/y;
/** A semicolon, or a line's end where the next line cannot go on with the expression. */
const STATEMENT_ENDS = /\s*;|[^\S\n]*\n\s*(?!in\b|instanceof\b)[\w$"'!{}~]/y;
/** No other string (a directive of another kind), `#!`, `-->`, `<!--` or regular expression. */
const ORDINARY = /[\w$([{;!+~]|$/y;

/**
 * A module that imports or asks for its address. What it imports runs before the tap and would get the tap's message;
 * its address would be that of the Blob with the tap. `import(...)` is fine. Words in texts and comments count too.
 */
const IMPORTS =
  /(?<![\w$.])(?:import(?=\s*["'{*./]|\s+[\p{ID_Start}$_\\][^\s,;(]*\s*(?:[,/*]|from\b))|export\s*[*{])/u;

/** Where a match that begins here ends; -1 without one. */
function ends(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.test(text) ? expression.lastIndex : -1;
}

/**
 * What has to stand in front of something put before this script for it to go on meaning the same: a directive "use
 * strict" counts only where a script begins. Null where one can't be sure.
 */
export function directiveOf(script: string): string | null {
  try {
    const start = Math.max(0, ends(SPACE, script, 0));
    const strict = ends(STRICT, script, start);
    if (strict >= 0) return ends(STATEMENT_ENDS, script, strict) >= 0 ? '"use strict";' : null;
    return ends(ORDINARY, script, start) >= 0 ? "" : null;
  } catch {
    // Thousands of comments: too many for a regular expression.
    return null;
  }
}

/**
 * The script with the tap's program in front, on its first line, so that lines keep their numbers, and under its own
 * name in traces. Null where it would not go on meaning the same.
 * @param url the address that the page gave the script
 * @param program the text of the tap's program, a function
 */
export function withTap(script: string, url: string, program: string): string | null {
  const directive = directiveOf(script);
  // A program with lines of its own (while developing) would shift the script's. Built, only its texts have some.
  if (directive === null || IMPORTS.test(script) || program.includes("{\n")) return null;
  const call = `try{(${program.replaceAll("\n", "\\n")})(${JSON.stringify(url)})}catch{}`;
  const name =
    /^\S+$/.test(url) && !/^[^"'`\n]*\/\/[#@]\s+sourceURL=/m.test(script) ? `\n//# sourceURL=${url}` : "";
  return `${directive}${call};${script}${name}`;
}
