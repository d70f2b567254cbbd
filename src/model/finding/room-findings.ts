import { counted } from "../amounts";
import type { RoomEvent } from "../room/room";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** Ms after a socket opened within which a page may still join: before that nothing is called forgotten. */
const JOINS_WITHIN = 5_000;
const ASKED = new Set(["joined", "rejoined", "doubled"]);

/** What went wrong with memberships. */
export function roomFindings(inspected: Inspected): Finding[] {
  const { events } = inspected.rooms;
  const early = collect(events.filter(({ kind, beforeAuth }) => beforeAuth && ASKED.has(kind)));
  const doubled = collect(events.filter(({ kind }) => kind === "doubled"));
  const forgotten = collect(forgottenOnes(inspected));
  return [
    ...finding(
      "join-before-auth",
      "warning",
      `${counted(early.evidence.count, "join")} sent before the page authenticated on the same socket: ${early.names}`,
      "Authenticate first and join when the server has accepted it: it may refuse the join, or take the page for nobody.",
      early.evidence,
    ),
    ...finding(
      "not-rejoined",
      "warning",
      `${counted(forgotten.rooms, "room")} not joined again after a reconnect: ${forgotten.names}`,
      "The server has forgotten the membership with the old socket: join again on each open, then fetch what was missed.",
      forgotten.evidence,
    ),
    ...finding(
      "double-join",
      "note",
      `${counted(doubled.evidence.count, "join")} for rooms that the socket was in or had asked for: ${doubled.names}`,
      "Often both the client library and the code that runs at each open join again: leave it to one of them.",
      doubled.evidence,
    ),
  ];
}

/**
 * Of what was told as forgotten, that of sockets which opened long enough ago, and on which the page didn't ask for the
 * room after all.
 */
function forgottenOnes({ rooms, session, now }: Inspected): RoomEvent[] {
  // Where frames were lost it may have asked, or have left before.
  if (session.sockets.some(({ lost }) => lost > 0)) return [];
  const told = rooms.events.filter(({ kind }) => kind === "forgotten");
  if (told.length === 0) return told;
  const key = ({ socket, room }: RoomEvent) => `${socket} ${room}`;
  const asked = new Set(rooms.events.filter(({ kind }) => ASKED.has(kind)).map(key));
  const settled = new Set<number>();
  for (const { number, openedAt, closedAt } of session.sockets) {
    if (openedAt !== undefined && (closedAt ?? now) - openedAt >= JOINS_WITHIN) settled.add(number);
  }
  return told.filter((event) => settled.has(event.socket) && !asked.has(key(event)));
}

function collect(events: readonly RoomEvent[]): { evidence: Evidence; rooms: number; names: string } {
  const evidence = new Evidence();
  const rooms = new Set<string>();
  for (const { row, socket, room } of events) {
    evidence.add(row, socket);
    rooms.add(room);
  }
  return { evidence, rooms: rooms.size, names: someOf(rooms) };
}

/** The first three names, shortened, and how many more there are. */
function someOf(names: ReadonlySet<string>): string {
  const first = [...names]
    .slice(0, 3)
    .map((name) => (name.length > 40 ? `${name.slice(0, 39)}\u2026` : name));
  const more = names.size - first.length;
  return more > 0 ? `${first.join(", ")} and ${counted(more, "other")}` : first.join(", ");
}
