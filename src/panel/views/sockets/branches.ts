import { placeOf } from "../../../model/place";
import type { Session } from "../../../model/session/session";
import type { ImportedFrom, Socket } from "../../../model/socket";
import type { Choice } from "../../store/filtering";

/** A line with others under it. */
interface Group<Kind extends string, Level extends number> {
  kind: Kind;
  id: string;
  level: Level;
  open: boolean;
  sockets: Socket[];
  choice: Choice;
}

/** A line of the tree, from the top. */
export type Branch =
  | { kind: "all"; id: "all"; level: 1; choice: null }
  | (Group<"place", 1> & { place: string })
  | (Group<"file", 1> & { file: ImportedFrom })
  | (Group<"session", 2> & { session: Session })
  | { kind: "socket"; id: string; level: 2 | 3; socket: Socket; choice: Choice };

function socketLine(socket: Socket, level: 2 | 3): Branch {
  return { kind: "socket", id: `#${socket.number}`, level, socket, choice: { socket: socket.number } };
}

/** Which session a socket belongs to. */
type SessionOf = (socketNumber: number) => Session | undefined;

/** The lines below a place or file: sockets that have a session together stand under it, where its first one would. */
function members(sockets: readonly Socket[], folded: ReadonlySet<string>, sessionOf: SessionOf): Branch[] {
  const together = new Map<Session, Socket[]>();
  const order: (Socket | Session)[] = [];
  for (const socket of sockets) {
    const session = sessionOf(socket.number);
    const known = session && together.get(session);
    if (known) known.push(socket);
    else {
      if (session) together.set(session, [socket]);
      order.push(session ?? socket);
    }
  }
  return order.flatMap((each): Branch[] => {
    if (!("sockets" in each)) return [socketLine(each, 2)];
    const own = together.get(each) ?? [];
    const [first] = own;
    if (first && own.length === 1) return [socketLine(first, 2)];
    const id = `session ${each.id}`;
    const open = !folded.has(id);
    const choice = { session: each.id };
    const line: Branch = { kind: "session", id, level: 2, open, session: each, sockets: own, choice };
    return open ? [line, ...own.map((socket) => socketLine(socket, 3))] : [line];
  });
}

/**
 * The lines in sight: all sockets, then the places of the page's sockets in the order they were first used, each with
 * its sessions and sockets, then imported files with theirs. `folded` holds the ids of lines whose sockets are not
 * shown.
 */
export function branches(
  sockets: readonly Socket[],
  files: readonly ImportedFrom[],
  folded: ReadonlySet<string>,
  sessionOf: SessionOf,
): Branch[] {
  const places = new Map<string, Socket[]>();
  const imports = new Map<number, Socket[]>(files.map(({ id }) => [id, []]));
  for (const socket of sockets) {
    if (socket.imported) {
      imports.get(socket.imported.id)?.push(socket);
      continue;
    }
    const place = placeOf(socket);
    const group = places.get(place);
    if (group) group.push(socket);
    else places.set(place, [socket]);
  }
  const lines: Branch[] =
    sockets.length + files.length > 0 ? [{ kind: "all", id: "all", level: 1, choice: null }] : [];
  for (const [place, own] of places) {
    const id = `at ${place}`;
    const open = !folded.has(id);
    lines.push({ kind: "place", id, level: 1, open, place, sockets: own, choice: { place } });
    if (open) lines.push(...members(own, folded, sessionOf));
  }
  for (const file of files) {
    const id = `from ${file.id}`;
    const own = imports.get(file.id) ?? [];
    const open = !folded.has(id);
    lines.push({ kind: "file", id, level: 1, open, file, sockets: own, choice: { file: file.id } });
    if (open) lines.push(...members(own, folded, sessionOf));
  }
  return lines;
}

export function sameChoice(a: Choice | null, b: Choice | null): boolean {
  if (!a || !b) return a === b;
  if ("socket" in a) return "socket" in b && a.socket === b.socket;
  if ("session" in a) return "session" in b && a.session === b.session;
  if ("file" in a) return "file" in b && a.file === b.file;
  if ("evidence" in a) return "evidence" in b && a.evidence === b.evidence;
  return "place" in b && a.place === b.place;
}
