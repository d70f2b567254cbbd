import { placeOf } from "../../../model/place";
import type { ImportedFrom, Socket } from "../../../model/socket";
import type { Choice } from "../../store/filtering";

/** A line of the tree, from the top. */
export type Branch =
  | { kind: "all"; id: "all"; level: 1; choice: null }
  | { kind: "place"; id: string; level: 1; open: boolean; place: string; sockets: Socket[]; choice: Choice }
  | {
      kind: "file";
      id: string;
      level: 1;
      open: boolean;
      file: ImportedFrom;
      sockets: Socket[];
      choice: Choice;
    }
  | { kind: "socket"; id: string; level: 2; socket: Socket; choice: Choice };

function socketLine(socket: Socket): Branch {
  return { kind: "socket", id: `#${socket.number}`, level: 2, socket, choice: { socket: socket.number } };
}

/**
 * The lines in sight: all sockets, then the places of the page's sockets in the order they were first used, each with
 * its sockets, then imported files with theirs. `folded` holds the ids of lines whose sockets are not shown.
 */
export function branches(
  sockets: readonly Socket[],
  files: readonly ImportedFrom[],
  folded: ReadonlySet<string>,
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
  for (const [place, members] of places) {
    const id = `at ${place}`;
    const open = !folded.has(id);
    lines.push({
      kind: "place",
      id,
      level: 1,
      open,
      place,
      sockets: members,
      choice: { place },
    });
    if (open) lines.push(...members.map(socketLine));
  }
  for (const file of files) {
    const id = `from ${file.id}`;
    const members = imports.get(file.id) ?? [];
    const open = !folded.has(id);
    lines.push({ kind: "file", id, level: 1, open, file, sockets: members, choice: { file: file.id } });
    if (open) lines.push(...members.map(socketLine));
  }
  return lines;
}

export function sameChoice(a: Choice | null, b: Choice | null): boolean {
  if (!a || !b) return a === b;
  if ("socket" in a) return "socket" in b && a.socket === b.socket;
  if ("file" in a) return "file" in b && a.file === b.file;
  return "place" in b && a.place === b.place;
}
