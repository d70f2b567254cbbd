import type { EnvelopeKind } from "../dialect/envelope";
import type { Course } from "./course";
import type { FrameFacts } from "./facts";

/** What became of a session's rooms, by name. Without a recovery only `before` is filled. */
export interface RoomReturns {
  /** The page was in when the outage began, and did not leave since. */
  before: string[];
  /** Of those: asked for again, once; more than once; not, but the server serves them again; not at all (so far). */
  rejoined: string[];
  twice: string[];
  served: string[];
  missing: string[];
}

const WISHES = new Set<EnvelopeKind>(["join", "subscribe"]);
const FAREWELLS = new Set<EnvelopeKind>(["leave", "unsubscribe"]);
/** What a server sends only to those who are in. */
const TO_MEMBERS = new Set<EnvelopeKind>([
  "join-confirmed",
  "message",
  "presence",
  "typing",
  "history",
  "member-joined",
  "member-left",
]);

/** Which rooms a page was in, and which of them it is in again. */
export function roomReturns(
  frames: readonly FrameFacts[],
  { alive, recovery }: Course,
  began: number,
): RoomReturns {
  const numbers = new Set(alive.map(({ number }) => number));
  const before = heldBefore(
    frames.filter(({ socket }) => numbers.has(socket)),
    began,
  );
  const returns: RoomReturns = { before: [...before], rejoined: [], twice: [], served: [], missing: [] };
  if (!recovery) return returns;
  const { asked, served } = since(frames.filter(({ socket }) => socket === recovery.number));
  for (const room of before) {
    const times = asked.get(room) ?? 0;
    if (times > 1) returns.twice.push(room);
    else if (times === 1) returns.rejoined.push(room);
    else if (served.has(room)) returns.served.push(room);
    else returns.missing.push(room);
  }
  return returns;
}

function heldBefore(frames: readonly FrameFacts[], began: number): Set<string> {
  const held = new Set<string>();
  for (const frame of frames) {
    const { kind, sent, time, rooms } = frame;
    const joined = sent ? WISHES.has(kind) && isOut(frame) : kind === "join-confirmed";
    // Who leaves a room while offline does not want it back.
    const left = sent ? FAREWELLS.has(kind) : kind === "join-refused";
    for (const room of rooms) {
      if (joined && time < began) held.add(room);
      else if (left) held.delete(room);
    }
  }
  return held;
}

function since(frames: readonly FrameFacts[]): { asked: Map<string, number>; served: Set<string> } {
  const asked = new Map<string, number>();
  const served = new Set<string>();
  for (const frame of frames) {
    for (const room of frame.rooms) {
      if (!frame.sent) {
        if (TO_MEMBERS.has(frame.kind)) served.add(room);
      } else if (isOut(frame) && WISHES.has(frame.kind)) asked.set(room, (asked.get(room) ?? 0) + 1);
      else if (isOut(frame) && FAREWELLS.has(frame.kind)) asked.delete(room);
    }
  }
  return { asked, served };
}

/** The page sent it, and it went its way. */
function isOut({ injected, unsent, withheld, late }: FrameFacts): boolean {
  return !injected && !unsent && (!withheld || late);
}
