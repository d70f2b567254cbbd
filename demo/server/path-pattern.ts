/** The variables of a path that matches, or undefined when it does not match. */
type PathMatcher = (path: string) => Record<string, string> | undefined;

const VARIABLE = /\{([^{}]*)\}/;

/**
 * Compiles a path pattern such as `/ws/game/{gameId}`. A variable stands for one or more characters of one
 * segment and is URL-decoded; the rest is compared as it is.
 * @throws TypeError when the pattern is no absolute path or its variables are malformed.
 */
export function compilePattern(pattern: string): PathMatcher {
  if (typeof pattern !== "string" || !pattern.startsWith("/")) {
    throw new TypeError(`Pattern ${JSON.stringify(pattern)} must be a path that starts with "/"`);
  }
  const names: string[] = [];
  const source = pattern.split(VARIABLE).map((part, index) => {
    if (index % 2 === 0) return escapeLiteral(part, pattern);
    assertName(part, names, pattern);
    names.push(part);
    return "([^/]+?)";
  });
  const expression = new RegExp(`^${source.join("")}$`);

  return (path) => {
    const values = expression.exec(path)?.slice(1).map(decodeSegment);
    if (!values || values.includes(undefined)) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  };
}

function escapeLiteral(text: string, pattern: string): string {
  if (/[{}]/.test(text)) throw new TypeError(`Pattern "${pattern}" has a brace without its partner`);
  return text.replace(/[\\^$.*+?()[\]|]/g, "\\$&");
}

function assertName(name: string, taken: readonly string[], pattern: string): void {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new TypeError(`Pattern "${pattern}" has a bad variable name: "{${name}}"`);
  }
  if (taken.includes(name)) throw new TypeError(`Pattern "${pattern}" names "{${name}}" twice`);
}

function decodeSegment(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
