import type { Capture } from "../../model/capture";
import type { ImportedFrom, Socket } from "../../model/socket";

/** When what a file tells of ends: nothing is known of what came after. Ms since 1970. */
const ends = new WeakMap<ImportedFrom, number>();

function endOf(file: ImportedFrom, capture: Capture): number {
  let end = 0;
  for (const { imported, createdAt, openedAt, closedAt } of capture.sockets) {
    if (imported === file) end = Math.max(end, createdAt, openedAt ?? 0, closedAt ?? 0);
  }
  for (let row = capture.start; row < capture.end; row++) {
    if (capture.socket(row).imported === file) end = Math.max(end, capture.time(row));
  }
  return end;
}

/** What time it is for a socket: now, or the end of the whole file that it came from. Ms since 1970. */
export function timeFor({ imported: file }: Socket, capture: Capture, now: number): number {
  if (!file) return now;
  let end = ends.get(file);
  if (end === undefined) {
    end = endOf(file, capture);
    ends.set(file, end);
  }
  return end;
}
