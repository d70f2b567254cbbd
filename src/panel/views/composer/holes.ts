import { holes } from "../../../model/template/holes";
import type { Hole } from "../../parts/editor/template-holes";

/** Where the holes of a text stand. */
export function holesIn(text: string): Hole[] {
  return holes(text).map(({ at, length }) => ({ from: at, to: at + length }));
}
