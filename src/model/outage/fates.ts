import type { EnvelopeKind } from "../dialect/envelope";
import type { Course } from "./course";
import { AFTERMATH, BEFORE, type FrameFacts, type Outage } from "./facts";
import { Repeats } from "./repeats";

/** Frames of each direction, seen from the page. */
export interface BothWays {
  sent: number;
  received: number;
}

/** What became of a session's frames. Frames that the panel put in are not counted. */
export interface Fates {
  /** Withheld for good; withheld, and went their way later. */
  lost: BothWays;
  late: BothWays;
  /** Sent again after the recovery, with the same content: what had gone out before; what had not. */
  doubled: number;
  resent: number;
  /** Of those: sent again before one that was sent earlier. */
  reordered: number;
  /** `send()` on a closing or closed socket. */
  refused: number;
  /**
   * About: sent in the first second after the recovery and never before, so perhaps kept by the page meanwhile. Null
   * where there was no new socket.
   */
  buffered: number | null;
  /** Sent frames that could not be compared with others, because their content is not there. */
  uncompared: number;
}

/** Conditions of the page begin and end a little after the panel says so. */
const SLACK = 1000;
const FIRST_MOMENT = 1000;
/** What a client says on each connection, or over and over. */
const ROUTINE = new Set<EnvelopeKind>([
  "heartbeat",
  "join",
  "leave",
  "subscribe",
  "unsubscribe",
  "auth",
  "connect",
  "ack",
  "typing",
  "presence",
  "system",
]);

/** What became of a session's frames in an outage. */
export function fatesOf(frames: readonly FrameFacts[], { recovery, stayed }: Course, outage: Outage): Fates {
  const { began, ended } = outage;
  const again = recovery?.openedAt ?? (stayed ? ended : Infinity);
  const until = Math.max(ended, recovery?.openedAt ?? ended) + AFTERMATH;
  const repeats = new Repeats();
  const fates: Fates = {
    lost: { sent: 0, received: 0 },
    late: { sent: 0, received: 0 },
    doubled: 0,
    resent: 0,
    reordered: 0,
    refused: 0,
    buffered: recovery ? 0 : null,
    uncompared: 0,
  };
  for (const frame of frames) {
    const { time, sent, injected, withheld, late, unsent, digest, kind } = frame;
    if (injected || time < began - BEFORE || time > until) continue;
    if (sent && unsent && time >= began && time < again) fates.refused++;
    else if (withheld && time >= began && time <= ended + SLACK) {
      (late ? fates.late : fates.lost)[sent ? "sent" : "received"]++;
    }
    if (!sent || ROUTINE.has(kind)) continue;
    const gone = !unsent && (!withheld || late);
    if (digest === null) fates.uncompared++;
    else if (time < again) repeats.before(digest, gone);
    else if (gone) {
      const repeat = repeats.after(digest);
      if (repeat) {
        fates[repeat.lost ? "resent" : "doubled"]++;
        if (repeat.overtaken) fates.reordered++;
      } else if (recovery && frame.socket === recovery.number && time < again + FIRST_MOMENT) {
        fates.buffered = (fates.buffered ?? 0) + 1;
      }
    }
  }
  return fates;
}
