import { explainClose } from "../session/close-codes";
import { fitPolicy } from "../session/policy";
import { isWithin } from "../session/policy-search";
import type { Reconnect } from "../session/session";
import type { Socket } from "../socket";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** Ms within which a socket after a closed one is taken for the work of the same client. */
const SOON = 60_000;

/**
 * Sockets that a client probably opened although it had been closed on purpose (R-P5, R-W6). What the page meant is not
 * to be seen, so much has to come together: the socket before ended cleanly with 1000 or 1005 and no reason that tells
 * of a time-out, none of its heartbeats was missing at the end (R-W12: WarpKit gives up a dead connection with 1005
 * too), and the new one came exactly when the backoff, which at least three other reconnects show, would have opened
 * it. Where the page was not seen to call `close()`, and the server may have closed it, it is but a note.
 */
export function zombieFindings(inspected: Inspected): Finding[] {
  const { reconnects, session } = inspected;
  const sockets = new Map(session.sockets.map((socket) => [socket.number, socket]));
  const onPurpose: Reconnect[] = [];
  const usual: Reconnect[] = [];
  for (const reconnect of reconnects) {
    const deliberate = reconnect.delay <= SOON && endedOnPurpose(sockets.get(reconnect.from), inspected);
    (deliberate ? onPurpose : usual).push(reconnect);
  }
  if (onPurpose.length === 0) return [];
  const others = fitPolicy(usual);
  // Between nothing and a large ceiling any delay lies.
  if (!others || others.name === "at-once" || others.name === "full-jitter") return [];
  const zombies = onPurpose.filter((reconnect) =>
    isWithin(others.expected(reconnect.attempt), reconnect.delay),
  );
  const evidence = new Evidence();
  for (const { to } of zombies) evidence.add(-1, to);
  const sure = zombies.some(({ from }) => sockets.get(from)?.closedByPage);
  return finding(
    "zombie",
    sure ? "warning" : "note",
    `${named(zombies)} probably opened by a reconnect timer after the socket before had been closed on purpose`,
    "Cancel the pending timer when the page disconnects, and don't connect by `online` or visibility until it asks to.",
    evidence,
  );
}

function endedOnPurpose(socket: Socket | undefined, { heartbeats }: Inspected): boolean {
  if (!socket || socket.openedAt === undefined || socket.clean !== true) return false;
  const { code, reason = "" } = socket;
  if (code !== 1000 && code !== 1005) return false;
  // A known reason makes it another ending than the code alone.
  if (explainClose(code, reason).name !== explainClose(code).name) return false;
  if (/time|inactiv|idle|pong|heartbeat|restart|shut|limit|expire/i.test(reason)) return false;
  // The heartbeat for which it was given up may be among those that are missing.
  if (socket.lost > 0) return false;
  const beats = heartbeats.get(socket.number);
  const last = beats?.points.at(-1);
  // Where others were answered, one without an answer may be why it was closed (R-W12), however short the wait was.
  return !(last?.missed || (last?.rtt === null && beats?.rtt));
}

function named(zombies: readonly Reconnect[]): string {
  const first = zombies.slice(0, 3).map(({ to }) => `#${to}`);
  const more = zombies.length - first.length;
  return more > 0
    ? `${first.join(", ")} and ${more} more were`
    : `${first.join(", ")} ${first.length === 1 ? "was" : "were"}`;
}
