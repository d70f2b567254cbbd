import type { Hole } from "./hole";
import { piecesOf } from "./pieces";

/** The holes of a text, in order, also those that nothing can fill: their `problem` says why. */
export function holes(text: string): Hole[] {
  if (!text.includes("{{")) return [];
  return piecesOf(text).flatMap((piece) => (typeof piece === "string" ? [] : [piece.hole]));
}
