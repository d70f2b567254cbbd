import { placeOf } from "../../model/place";
import type { Session } from "../../model/session/session";
import type { ImportedFrom, Socket } from "../../model/socket";
import type { Store } from "../store/store";

function isOf(session: Session, store: Store): boolean {
  const chosen = store.filtering.chosen.value;
  if (!chosen) return true;
  if ("session" in chosen) return session.id === chosen.session;
  if ("socket" in chosen) return session.sockets.some(({ number }) => number === chosen.socket);
  if ("evidence" in chosen)
    return session.sockets.some(({ number }) => chosen.evidence.sockets.includes(number));
  const first = session.sockets[0];
  if (!first) return false;
  if ("file" in chosen) return first.imported?.id === chosen.file;
  return !first.imported && placeOf(first) === chosen.place;
}

/** The sessions of what is chosen in the tree (of a socket, the one it belongs to), without what a Clear took away. */
export function sessionsInSight(store: Store): Session[] {
  const inSight = new Set(store.sockets());
  return store.understanding.sessions.all.filter(
    (session) => isOf(session, store) && session.sockets.some((socket) => inSight.has(socket)),
  );
}

/** When what a file tells of ends: nothing is known of what came after. */
const ends = new WeakMap<ImportedFrom, number>();

function endOf(file: ImportedFrom, { capture }: Store): number {
  let end = 0;
  for (const { imported, createdAt, openedAt, closedAt } of capture.sockets) {
    if (imported === file) end = Math.max(end, createdAt, openedAt ?? 0, closedAt ?? 0);
  }
  for (let row = capture.start; row < capture.end; row++) {
    if (capture.socket(row).imported === file) end = Math.max(end, capture.time(row));
  }
  return end;
}

/** What time it is for a socket: now, or the end of the file that it came from. Ms since 1970. */
export function nowOf(socket: Socket, store: Store): number {
  const file = socket.imported;
  if (!file) return Date.now();
  let end = ends.get(file);
  if (end === undefined) {
    end = endOf(file, store);
    ends.set(file, end);
  }
  return end;
}
