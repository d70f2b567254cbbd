import { type Capture, type Loss, type Payload, RowFlag, type ServerEvent } from "../capture";
import { Columns } from "../columns";
import { maskPayload } from "../secrets/mask-payload";
import { maskSocket } from "../secrets/mask-socket";
import type { Report } from "../secrets/names";
import type { Socket } from "../socket";
import { utf8Bytes } from "../utf8";
import type { Pieces } from "./pieces";

/** What is written to a file: it stays as it is while the capture goes on. */
export interface Snapshot {
  sockets: readonly Socket[];
  rows: Columns<Payload>;
  /** By place of the row. */
  events: ReadonlyMap<number, ServerEvent>;
  /** The row of the capture at each place. */
  origins: readonly number[];
}

/** A row of a snapshot. */
export interface SnapshotRow {
  /** Place among the rows. */
  order: number;
  time: number;
  /** The socket's number. */
  socket: number;
  flags: number;
  size: number;
  payload: Payload;
  event: ServerEvent | undefined;
  masked: boolean;
}

/**
 * Copies the rows from `floor` on of these sockets. Payloads are not copied: nobody changes them. Those on disk stay
 * there until they are written.
 */
export function takeSnapshot(capture: Capture, sockets: readonly Socket[], floor: number): Snapshot {
  const numbers = new Set(sockets.map(({ number }) => number));
  const rows = new Columns<Payload>();
  const events = new Map<number, ServerEvent>();
  const origins: number[] = [];
  for (let row = Math.max(floor, capture.start); row < capture.end; row++) {
    const { number } = capture.socket(row);
    if (!numbers.has(number)) continue;
    const event = capture.event(row);
    if (event) events.set(rows.length, event);
    origins.push(row);
    rows.push(capture.time(row), number, capture.flags(row), capture.size(row), capture.payload(row));
  }
  return {
    sockets: sockets.map((socket) => ({
      ...socket,
      sent: { ...socket.sent },
      received: { ...socket.received },
    })),
    rows,
    events,
    origins,
  };
}

/** The row at a place; its secrets are masked when there is somebody to report them to. */
export function* rowAt(
  { rows, events, origins }: Snapshot,
  order: number,
  report: Report | null,
): Pieces<SnapshotRow> {
  const flags = rows.flags[order] ?? 0;
  let payload = rows.payload[order] ?? null;
  if (payload === null && flags & RowFlag.Stored) payload = (yield { row: origins[order] ?? -1 }) ?? null;
  const shown = report && isContent(payload) ? maskPayload(payload, report) : payload;
  return {
    order,
    time: rows.time[order] ?? 0,
    socket: rows.socket[order] ?? 0,
    flags,
    size: rows.size[order] ?? 0,
    payload: shown,
    event: events.get(order),
    masked: shown !== payload,
  };
}

/** The sockets, with their secrets masked when there is somebody to report them to. */
export function socketsOf({ sockets }: Snapshot, report: ((socket: number) => Report) | null): Socket[] {
  return sockets.map((socket) => (report ? maskSocket(socket, report(socket.number)) : socket));
}

export function isContent(payload: Payload): payload is string | Uint8Array {
  return typeof payload === "string" || payload instanceof Uint8Array;
}

export function lossOf({ flags, payload }: { flags: number; payload: Payload }): Loss | null {
  return flags & RowFlag.Loss && payload && !isContent(payload) ? payload : null;
}

/** The size that a payload has by itself. A frame may say another: a lone surrogate, or secrets masked. */
export function naturalSize(payload: string | Uint8Array): number {
  return typeof payload === "string" ? utf8Bytes(payload) : payload.length;
}
