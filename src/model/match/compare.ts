import type { Difference } from "./difference";

/** Stands for any value. */
export const ANY = "{{any}}";
/** As the last element of a list: whatever follows. */
export const REST = "...";

interface Pair {
  path: string;
  expected: unknown;
  actual: unknown;
}

/**
 * Goes through what is expected and tells where a value is not so, in order. Without recursion, because the depth of a
 * frame is the sender's choice; by own keys alone.
 */
export function* compare(expected: unknown, actual: unknown): Generator<Difference> {
  const open: Pair[] = [{ path: "", expected, actual }];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if (pair.expected === ANY) continue;
    const type = typeOf(pair.expected);
    if (type !== typeOf(pair.actual)) yield { ...pair, kind: "type" };
    else if (type === "list") yield* compareLists(pair, open);
    else if (type === "object") yield* compareObjects(pair, open);
    else if (!Object.is(pair.expected, pair.actual) && pair.expected !== pair.actual) {
      yield { ...pair, kind: "different" };
    }
  }
}

function* compareLists({ path, ...pair }: Pair, open: Pair[]): Generator<Difference> {
  const expected = pair.expected as unknown[];
  const actual = pair.actual as unknown[];
  const loose = expected[expected.length - 1] === REST;
  const count = loose ? expected.length - 1 : expected.length;
  if (loose ? actual.length < count : actual.length !== count) {
    yield { path: below(path, "length"), expected: count, actual: actual.length, kind: "different" };
  }
  for (let index = Math.min(count, actual.length) - 1; index >= 0; index--) {
    open.push({ path: below(path, String(index)), expected: expected[index], actual: actual[index] });
  }
}

function* compareObjects({ path, ...pair }: Pair, open: Pair[]): Generator<Difference> {
  const actual = pair.actual as Record<string, unknown>;
  const found: Pair[] = [];
  for (const [key, expected] of Object.entries(pair.expected as object)) {
    const at = below(path, key);
    if (Object.hasOwn(actual, key)) found.push({ path: at, expected, actual: actual[key] });
    else yield { path: at, expected, actual: undefined, kind: "missing" };
  }
  while (found.length > 0) open.push(found.pop() as Pair);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
