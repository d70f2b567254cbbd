import { type Capture, RowFlag } from "../capture";
import { dialectOf } from "../dialect/all";
import type { Envelope } from "../dialect/envelope";
import { Frame } from "../dialect/frame";
import type { Meanings } from "./meanings";

/** Frames of the same socket that are read first: dialects name things by what went before. */
const BEFORE = 2000;
/** Bytes of all of them: somebody waits. */
const MOST_BYTES = 2_000_000;

/**
 * All that a frame's dialect finds in it. A list keeps but a few columns of it, so the frame is read again, after those
 * of its socket that came before it (as far as they are in memory).
 */
export function explain(capture: Capture, meanings: Meanings, row: number): Envelope | null {
  if (!meanings.has(row)) return null;
  const id = meanings.dialect(row);
  const socket = capture.socket(row);
  const rows = [row];
  let bytes = 0;
  for (let at = row - 1; at >= capture.start && rows.length < BEFORE; at--) {
    if (capture.socket(at) !== socket || meanings.dialect(at) !== id) continue;
    bytes += capture.size(at);
    if (bytes > MOST_BYTES) break;
    rows.push(at);
  }
  const read = dialectOf(id).open();
  const frame = new Frame();
  let envelope: Envelope | null = null;
  for (const at of rows.reverse()) {
    const payload = capture.payload(at);
    const content = typeof payload === "string" || payload instanceof Uint8Array ? payload : null;
    envelope = content === null ? null : read(frame.set((capture.flags(at) & RowFlag.Sent) !== 0, content));
  }
  return envelope;
}
