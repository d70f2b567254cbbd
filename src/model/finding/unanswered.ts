import { counted } from "../amounts";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** A request that is older than this, in ms, and has no reply is told of; servers may take a while. */
const PATIENCE = 30_000;

/** Requests that nobody answered: old ones, or those of a socket that is over. What is lost may have been the answer. */
export function unansweredFindings({ suspicions, session, now }: Inspected): Finding[] {
  const evidence = new Evidence();
  const over = new Set<number>();
  for (const { number, state, lost } of session.sockets) {
    if (lost > 0) return [];
    if (state === "closed" || state === "gone") over.add(number);
  }
  for (const [row, { socket, time }] of suspicions.requests) {
    if (over.has(socket) || now - time > PATIENCE) evidence.add(row, socket);
  }
  return finding(
    "unanswered",
    "note",
    `${counted(evidence.count, "request")} without a reply`,
    "Give requests a time limit and tell the user when it is over; a reply that was lost with its socket never comes.",
    evidence,
  );
}
