import type { Store } from "../../store/store";

/** How many frames only the Heartbeats button hides: those that the filter would let through. */
export function hiddenHeartbeats({ capture, rows, understanding, filtering }: Store): number {
  const matches = filtering.withHeartbeats.peek();
  let count = 0;
  for (let row = capture.start; row < understanding.next; row++) {
    if (understanding.meanings.kind(row) !== "heartbeat" || !rows.shows(row)) continue;
    if (!matches || matches(capture, row)) count++;
  }
  return count;
}
