import { placeOf } from "../../model/place";
import type { Session } from "../../model/session/session";
import type { Socket } from "../../model/socket";
import type { Store } from "../store/store";
import { timeFor } from "../store/time-for";

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

/** What time it is for a socket: now, or the end of the file that it came from. Ms since 1970. */
export function nowOf(socket: Socket, { capture }: Store): number {
  return timeFor(socket, capture, Date.now());
}
