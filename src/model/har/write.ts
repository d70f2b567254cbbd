import type { Pieces } from "../capture-file/pieces";
import { type Snapshot, socketsOf } from "../capture-file/snapshot";
import type { Imprint, MaskReport } from "../capture-file/write";
import { pagesOf } from "./pages";
import { writeEntry } from "./write-entry";

/** The places of each socket's rows. */
function rowsBySocket({ rows }: Snapshot): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let order = 0; order < rows.length; order++) {
    const socket = rows.socket[order] ?? 0;
    const places = found.get(socket);
    if (places) places.push(order);
    else found.set(socket, [order]);
  }
  return found;
}

/** A HAR 1.2 with an entry a socket, in pieces. */
export function* writeHar(snapshot: Snapshot, imprint: Imprint, report: MaskReport): Pieces {
  const sockets = socketsOf(snapshot, report);
  const pages = pagesOf(sockets);
  const rows = rowsBySocket(snapshot);
  const head = {
    version: "1.2",
    creator: { name: "Sockeye", version: imprint.version },
    pages: [...pages.values()],
  };
  yield `{"log":${JSON.stringify(head).slice(0, -1)},"entries":[`;
  for (const [index, socket] of sockets.entries()) {
    yield index > 0 ? ",\n" : "\n";
    const pageref = pages.get(socket.document)?.id ?? "";
    yield* writeEntry(snapshot, socket, rows.get(socket.number) ?? [], pageref, report);
  }
  yield "\n]}}\n";
}
