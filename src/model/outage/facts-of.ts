import { type Capture, type Loss, RowFlag } from "../capture";
import { base64Pieces } from "../capture-file/base64";
import type { EnvelopeKind } from "../dialect/envelope";
import type { Understanding } from "../meaning/understanding";
import { placeOf } from "../place";
import { digest } from "../reply/digest";
import type { Socket } from "../socket";
import { BEFORE, type FrameFacts, type Outage, type OutageFacts, type SessionFacts } from "./facts";

/** What tells of rooms, however long ago it was. */
const OF_ROOMS = new Set<EnvelopeKind>([
  "join",
  "subscribe",
  "leave",
  "unsubscribe",
  "join-confirmed",
  "join-refused",
]);

/**
 * What a capture tells of an outage: the sessions of these sockets that lived in it or began after it. Sockets that were
 * read from a file are left out; what the replay client sends on its own is its own. All rows should have been read; of those on disk the content is
 * not known, so bring them back first.
 */
export function factsOf(
  capture: Capture,
  understanding: Understanding,
  sockets: readonly Socket[],
  outage: Outage,
): OutageFacts {
  const bySocket = sessionsOf(understanding, sockets, outage.began);
  for (let row = capture.start; row < capture.end; row++) {
    const session = bySocket.get(capture.socket(row).number);
    if (!session) continue;
    if (capture.flags(row) & RowFlag.Loss) {
      const { count, why } = capture.payload(row) as Loss;
      session.losses.push({ socket: capture.socket(row).number, count, why });
      continue;
    }
    const recent = capture.time(row) >= outage.began - BEFORE;
    if (recent || OF_ROOMS.has(understanding.meanings.kind(row))) {
      session.frames.push(frameOf(capture, understanding, row, recent));
    }
  }
  const { began, ended, kind, told } = outage;
  return { began, ended, kind, told, sessions: [...new Set(bySocket.values())] };
}

function sessionsOf(
  { sessions }: Understanding,
  sockets: readonly Socket[],
  began: number,
): Map<number, SessionFacts> {
  const bySocket = new Map<number, SessionFacts>();
  for (const socket of sockets) {
    if (bySocket.has(socket.number)) continue;
    const all = sessions.of(socket.number)?.sockets ?? [socket];
    const own = all.filter(({ imported }) => !imported);
    if (!own.some(({ closedAt }) => closedAt === undefined || closedAt >= began)) continue;
    const facts: SessionFacts = {
      label: placeOf(socket),
      url: socket.url,
      sockets: own.map(
        ({ number, createdAt, openedAt, closedAt, code, pretended = false, failed, state }) => {
          return { number, createdAt, openedAt, closedAt, code, pretended, failed, gone: state === "gone" };
        },
      ),
      frames: [],
      losses: [],
    };
    for (const { number } of own) bySocket.set(number, facts);
  }
  return bySocket;
}

function frameOf(capture: Capture, { meanings }: Understanding, row: number, compared: boolean): FrameFacts {
  const flags = capture.flags(row);
  const sent = (flags & RowFlag.Sent) !== 0;
  const socket = capture.socket(row);
  const payload = sent && compared ? capture.payload(row) : null;
  return {
    socket: socket.number,
    time: capture.time(row),
    sent,
    injected: (flags & RowFlag.Injected) !== 0 && !socket.replay,
    withheld: (flags & RowFlag.Withheld) !== 0,
    late: (flags & RowFlag.Late) !== 0,
    unsent: (flags & RowFlag.Unsent) !== 0,
    digest: digestOf(payload),
    name: meanings.name(row),
    rooms: meanings.rooms(row),
    kind: meanings.kind(row),
  };
}

function digestOf(payload: ReturnType<Capture["payload"]>): string | null {
  if (typeof payload === "string") return digest(payload);
  return payload instanceof Uint8Array ? `bytes ${digest([...base64Pieces(payload)].join(""))}` : null;
}
