import { counted, grouped } from "../../parts/words/count";
import type { ImportReport } from "../../store/exchange";

/** What became of an import, in a sentence. */
export function summary({ file, refused, sockets, frames, named }: ImportReport): string {
  if (refused !== undefined) return `${file} was not imported. ${refused}`;
  if (sockets === 0) return `Nothing of ${file} could be imported.`;
  const share =
    frames === named ? counted(frames, "frame") : `${grouped(frames)} of ${counted(named, "frame")}`;
  return `${share} of ${counted(sockets, "socket")} imported from ${file}.`;
}
