import type { Ask } from "./ask";

/** A place in a text that is to be filled. */
export interface Hole {
  /** Where its braces begin, and how many characters it takes with them. */
  at: number;
  length: number;
  /** As it stands. */
  text: string;
  /** Null where nobody knows what it asks for. */
  ask: Ask | null;
  /** Why not, in a sentence; empty where that is known. */
  problem: string;
}

/** Where a hole stands: in plain text, in JSON outside of a string, or in a string of JSON. */
export type Place = "text" | "json" | "literal";

/** Text between holes, or a hole. */
export type Piece = string | { hole: Hole; place: Place };
