import type { BeatPoint, HeartbeatSummary } from "../heartbeat/summary";
import type { Socket } from "../socket";
import type { Heard } from "./suspicions";

/** A silence at the end of a socket, or of one that is still open. */
export interface DeadAir {
  /** Ms. */
  silence: number;
  /** Beats of the page that nothing answered. */
  unanswered: number;
  /** Frames that show it. */
  rows: readonly number[];
}

/** Ms that an answer may take, and a silence has to last at least. */
const PATIENCE = 2_000;
/** On a socket that is still open, where the answer may yet come. */
const LONG_PATIENCE = 10_000;
/** A server that gives signs of life itself is silent after so many intervals. */
const INTERVALS = 2.5;

/**
 * The silence before a socket's end, or up to `now` (ms since 1970) where it is open; null where there is none, or it
 * can't be told: frames of the socket were lost, or it has no heartbeat to expect an answer from.
 */
export function deadAirOf(
  socket: Socket,
  beats: HeartbeatSummary | undefined,
  heard: Readonly<Heard> | undefined,
  now: number,
): DeadAir | null {
  if (!beats || socket.lost > 0 || socket.openedAt === undefined) return null;
  const open = socket.closedAt === undefined;
  // Nothing more will happen on a socket from a file, so its silence means nothing.
  if (open && (socket.imported || socket.state !== "open")) return null;
  const end = socket.closedAt ?? now;
  if (beats.direction === "page") return unansweredPage(beats, heard, end, open);
  return beats.direction === "server" ? silentServer(beats, heard, end) : null;
}

function unansweredPage(
  { points, interval, rtt }: HeartbeatSummary,
  heard: Readonly<Heard> | undefined,
  end: number,
  open: boolean,
): DeadAir | null {
  const asked = unansweredAtEnd(points, open);
  const first = asked[0];
  // Something may have come that is no answer: then the connection was alive.
  if (!first || (heard && heard.time > first.time)) return null;
  if (open && rtt === null) return null;
  const patience = open ? Math.max(LONG_PATIENCE, 2 * (interval ?? 0)) : PATIENCE;
  if (!(end - first.time >= patience)) return null;
  const silence = end - (heard?.time ?? first.time);
  return { silence, unanswered: asked.length, rows: asked.map(({ row }) => row) };
}

/** The newest beats that have no answer, oldest first. A beat counts as missed only when the next one went out. */
function unansweredAtEnd(points: readonly BeatPoint[], open: boolean): readonly BeatPoint[] {
  let from = points.length;
  while (from > 0) {
    const point = points[from - 1] as BeatPoint;
    if (point.rtt !== null || !(point.missed || open)) break;
    from--;
  }
  return points.slice(from);
}

function silentServer(
  { interval, gaps, beats, points }: HeartbeatSummary,
  heard: Readonly<Heard> | undefined,
  end: number,
): DeadAir | null {
  const last = points.at(-1);
  if (interval === null || beats < 3 || !last) return null;
  const silence = end - Math.max(last.time, heard?.time ?? 0);
  // No silence that it kept before: beats that were captured twice make the usual interval short.
  if (!(silence >= Math.max(PATIENCE, INTERVALS * interval, gaps?.max ?? 0))) return null;
  return { silence, unanswered: 0, rows: [heard && heard.time > last.time ? heard.row : last.row] };
}
