import { compare } from "./compare";
import type { Difference } from "./difference";

/** More are not read. */
const MOST = 100;

/**
 * Where a JSON value is not as expected, at most 100 places. Objects may have more keys than expected; lists are compared
 * element by element and have the same length, unless the expected one ends with "..."; "{{any}}" is any value. Never throws.
 */
export function differences(expected: unknown, actual: unknown): Difference[] {
  const found: Difference[] = [];
  for (const difference of compare(expected, actual)) {
    found.push(difference);
    if (found.length === MOST) break;
  }
  return found;
}
