import { RowFlag } from "../../../model/capture";
import type { Socket } from "../../../model/socket";
import type { Store } from "../store";

/** Which captured frames a script is made of. */
export type Source = { kind: "range" } | { kind: "shown" } | { kind: "socket"; number: number };

/** The rows of one socket, and how many frames of others lie between them. */
export interface Picked {
  socket: Socket;
  rows: number[];
  others: number;
}

/** The rows in question, or why there are none, in a sentence. */
export function pick(store: Store, source: Source): Picked | { why: string } {
  const { capture, rows, understanding } = store;
  if (understanding.behind) return { why: "Frames are still being read: try again in a moment." };
  if (source.kind === "socket") {
    const socket = capture.sockets[source.number - 1];
    const found: number[] = [];
    for (let row = capture.start; socket && row < capture.end; row++) {
      if (capture.socket(row) === socket && rows.shows(row) && isFrame(store, row)) found.push(row);
    }
    if (!socket || found.length === 0) return { why: `#${source.number} has no frames.` };
    return { socket, rows: found, others: 0 };
  }
  const range = store.replay.range.peek();
  if (source.kind === "range" && !range) return { why: whyNoRange(store) };
  const [from, to] = range && source.kind === "range" ? placesOf(store, range) : [0, rows.length];
  return ofOneSocket(store, from, to) ?? { why: "No frames are shown: clear the filter." };
}

/** Why no selected frames can be taken; empty where they can. */
export function whyNoRange({ replay }: Store): string {
  return replay.range.value ? "" : "Select several frames in Frames first (Shift+click).";
}

/** Sockets with frames that a script can be made of: what is chosen in the tree or selected first, then the newest. */
export function socketsToOffer(store: Store, most: number): Socket[] {
  const { filtering, selected, capture, rows } = store;
  const choice = filtering.chosen.peek();
  const row = selected.peek();
  const number =
    choice && "socket" in choice
      ? choice.socket
      : row !== null && rows.shows(row)
        ? capture.socket(row).number
        : -1;
  const sockets = store
    .sockets()
    .filter((socket) => store.framesOf(socket) > 0)
    .reverse();
  const first = sockets.filter((socket) => socket.number === number);
  return [...first, ...sockets.filter((socket) => socket.number !== number)].slice(0, most);
}

function placesOf({ rows }: Store, [first, last]: readonly [number, number]): [number, number] {
  return [rows.indexOf(first), rows.indexOf(last + 1)];
}

function ofOneSocket(store: Store, from: number, to: number): Picked | null {
  const { capture, rows } = store;
  const bySocket = new Map<Socket, number[]>();
  let count = 0;
  for (let at = from; at < to; at++) {
    const row = rows.at(at);
    if (!isFrame(store, row)) continue;
    const socket = capture.socket(row);
    const found = bySocket.get(socket);
    if (found) found.push(row);
    else bySocket.set(socket, [row]);
    count++;
  }
  let best: Picked | null = null;
  for (const [socket, found] of bySocket) {
    if (!best || found.length > best.rows.length) {
      best = { socket, rows: found, others: count - found.length };
    }
  }
  return best;
}

/** What never went out, and what the panel itself gave to the page, is no frame between page and server. */
function isFrame({ capture }: Store, row: number): boolean {
  const flags = capture.flags(row);
  if (flags & (RowFlag.Loss | RowFlag.Unsent)) return false;
  return (flags & (RowFlag.Injected | RowFlag.Sent)) !== RowFlag.Injected;
}
