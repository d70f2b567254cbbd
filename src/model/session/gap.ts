import type { Socket } from "../socket";

/**
 * Longest wait of a usual backoff, in ms: the cap of 30 s that most clients have (PhilJS P06, Recker R-K3, SignalR),
 * 20 % jitter on top (R-K3), and 1 s, to which browsers round the timers of a hidden page.
 */
export const LONGEST_BACKOFF = 37_000;

/**
 * Longest pause that is still bridged, in ms, where the one before ended as sockets do that a page offline or hidden
 * leaves behind: 10 minutes. A client that waits for `online` or for being visible (W29 to W32, R-W14) has no backoff
 * then, so the pause says nothing; much longer ones are as likely a new beginning.
 */
export const LONGEST_PAUSE = 600_000;

/**
 * Codes with which the network or the server goes away, or a client without a code of its own lets go (R-W12: WarpKit
 * closes with 1005 when the browser goes offline).
 */
const INTERRUPTED = new Set([1001, 1005, 1006, 1012, 1013]);

/** Ms from the end of one socket to the beginning of another; null where the end is not known. */
export function gapBetween(before: Socket, after: Socket): number | null {
  if (before.closedAt === undefined) return null;
  const gap = after.createdAt - before.closedAt;
  return Number.isFinite(gap) ? gap : null;
}

/**
 * Whether a socket may be the next try of a client that had the other before, judged by time alone: it begins when the
 * other had ended (never before: two at the same time are two clients), and within {@link LONGEST_BACKOFF}, or within
 * {@link LONGEST_PAUSE} where the other was interrupted.
 */
export function follows(before: Socket, after: Socket): boolean {
  const gap = gapBetween(before, after);
  if (gap === null || gap < 0) return false;
  if (gap <= LONGEST_BACKOFF) return true;
  const interrupted = before.state === "gone" || (before.code !== undefined && INTERRUPTED.has(before.code));
  return interrupted && gap <= LONGEST_PAUSE;
}
