import type { Report } from "../secrets/names";
import type { Socket } from "../socket";
import { frameLine } from "./frame-line";
import type { Pieces } from "./pieces";
import { rowAt, type Snapshot, socketsOf } from "./snapshot";

/** What both formats say of themselves. */
export interface Imprint {
  /** Version of Sockeye. */
  version: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Told of each masked value, by socket; null masks nothing. */
export type MaskReport = ((socket: number) => Report) | null;

export const CAPTURE_VERSION = 1;

/** A socket's facts as they stand in files; what is counted from its frames is left to be counted again. */
export function socketFacts(socket: Socket): object {
  const { number, ordinal, sent, received, lost, imported, ...facts } = socket;
  return imported ? { ...facts, importedFrom: imported.file } : facts;
}

/** A capture file, in pieces: JSON Lines with a head, a line a socket, and a line a frame or loss in their order. */
export function* writeCapture(snapshot: Snapshot, imprint: Imprint, report: MaskReport): Pieces {
  const { sockets, rows } = snapshot;
  yield `${JSON.stringify({
    sockeye: "capture",
    version: CAPTURE_VERSION,
    creator: `Sockeye ${imprint.version}`,
    exported: new Date(imprint.at).toISOString(),
    sockets: sockets.length,
    rows: rows.length,
    masked: report !== null,
  })}\n`;
  for (const socket of socketsOf(snapshot, report)) {
    yield `${JSON.stringify({ type: "socket", socket: socket.number, ...socketFacts(socket) })}\n`;
  }
  for (let order = 0; order < rows.length; order++) {
    const number = rows.socket[order] ?? 0;
    yield* frameLine(yield* rowAt(snapshot, order, report?.(number) ?? null), { socket: number });
    yield "\n";
  }
}
