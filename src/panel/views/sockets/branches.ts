import { placeOf } from "../../../model/place";
import type { Socket } from "../../../model/socket";
import type { Choice } from "../../store/filtering";

/** A line of the tree, from the top. */
export type Branch =
  | { kind: "all"; id: "all"; level: 1; choice: null }
  | { kind: "place"; id: string; level: 1; open: boolean; place: string; sockets: Socket[]; choice: Choice }
  | { kind: "socket"; id: string; level: 2; socket: Socket; choice: Choice };

/** The lines in sight: all sockets, then the places in the order they were first used, each with its sockets. */
export function branches(sockets: readonly Socket[], folded: ReadonlySet<string>): Branch[] {
  const places = new Map<string, Socket[]>();
  for (const socket of sockets) {
    const place = placeOf(socket);
    const group = places.get(place);
    if (group) group.push(socket);
    else places.set(place, [socket]);
  }
  const lines: Branch[] = sockets.length > 0 ? [{ kind: "all", id: "all", level: 1, choice: null }] : [];
  for (const [place, members] of places) {
    const open = !folded.has(place);
    lines.push({
      kind: "place",
      id: `at ${place}`,
      level: 1,
      open,
      place,
      sockets: members,
      choice: { place },
    });
    if (!open) continue;
    for (const socket of members) {
      lines.push({
        kind: "socket",
        id: `#${socket.number}`,
        level: 2,
        socket,
        choice: { socket: socket.number },
      });
    }
  }
  return lines;
}

export function sameChoice(a: Choice | null, b: Choice | null): boolean {
  if (!a || !b) return a === b;
  return "socket" in a ? "socket" in b && a.socket === b.socket : "place" in b && a.place === b.place;
}
