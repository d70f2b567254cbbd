/**
 * - `missing`: it is not there
 * - `different`: it is of the expected type, with another value
 * - `type`: it is of another type
 */
type DifferenceKind = "missing" | "different" | "type";

/** One place where something is not as expected. */
export interface Difference {
  /**
   * Keys and indices, apart by dots: "payload.items.0.id"; "" is the whole. Of a list that is longer or shorter than
   * expected: its path and "length". "(name)", "(room)" and "(text)" are those of the frame.
   */
  path: string;
  expected: unknown;
  /** Undefined where it is missing. */
  actual: unknown;
  kind: DifferenceKind;
}
