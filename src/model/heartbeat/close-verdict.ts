import { span } from "../amounts";
import type { Socket } from "../socket";

/** Silence shorter than this before a close is nothing special, in ms. */
const DEAD_AIR = 5_000;
const LONGEST_REASON = 60;
/** Reasons that servers and libraries give when they miss a sign of life, whatever the code (R-K2, R-U5). */
const MISSED_LIFE = /heart.?beat|no pong|ping timeout|pong timeout|inactiv|idle|keep.?alive/i;

/** Whether somebody closed a socket because a sign of life was missing, by the reason that was given. */
export function missedLife({ reason = "" }: Socket): boolean {
  return MISSED_LIFE.test(reason.slice(0, LONGEST_REASON));
}

/** What the close of a socket says of its heartbeat; nothing for one that is open or closed in the usual way. */
export function closeVerdict(socket: Socket, lastReceived: number | undefined): string[] {
  const { code, closedAt } = socket;
  if (closedAt === undefined || code === undefined) return [];
  const reason = (socket.reason ?? "").slice(0, LONGEST_REASON);
  const timedOut = missedLife(socket);
  const sentences: string[] = [];
  if (timedOut) {
    const looks = code === 1000 ? ", although code 1000 looks like a normal close" : "";
    sentences.push(`Closed with ${code} "${reason}": somebody missed a sign of life${looks}.`);
  }
  const since = lastReceived ?? socket.openedAt;
  const silence = since === undefined ? 0 : closedAt - since;
  if ((code === 1006 || timedOut) && silence >= DEAD_AIR) {
    sentences.push(
      `Dead air: nothing was received in the last ${span(silence)} before it closed with ${code}.`,
    );
  }
  return sentences;
}
