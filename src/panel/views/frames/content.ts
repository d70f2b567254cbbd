import { type Capture, type Loss, RowFlag } from "../../../model/capture";
import type { LossReason } from "../../../protocol";
import { plainHex, spacedHex } from "../../parts/hex";
import { counted } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";

/** Characters of a text that reach the DOM for its row. */
const PREVIEW = 300;
const PREVIEW_BYTES = 24;

const REASONS: Record<LossReason, string> = {
  backlog: "older than what a page keeps while nobody watches",
  slow: "the panel could not keep up",
  away: "the way to the page was cut for too long",
  paused: "recording was off",
  refused: "what the page sent did not make sense",
  ended: "its worker was ended before it could tell of them",
};

/** "1,234 frames of #3 are missing: ..." */
export function lossText({ count, why }: Loss, socketNumber: number): string {
  // Of what was refused nothing is known but how much it was at most: not all notices are frames.
  if (why === "refused") return `Up to ${counted(count, "frame")} of this page are missing: ${REASONS[why]}`;
  if (why === "ended")
    return `Frames of the last moments of #${socketNumber} may be missing: ${REASONS[why]}`;
  return `${counted(count, "frame")} of #${socketNumber} ${count === 1 ? "is" : "are"} missing: ${REASONS[why]}`;
}

export const READING = "reading\u2026";
export const LOADING = "loading\u2026";
export const UNKEPT =
  "content not kept: too large, or not read in time, or neither memory nor disk had room for it";
export const UNSENT = "not sent (socket was closing)";

/** What a frame's row shows of its content, and whether those are words of ours instead of the content. */
export function previewOf(capture: Capture, row: number): { text: string; ours: boolean } {
  const flags = capture.flags(row);
  if (flags & RowFlag.Unkept) return { text: UNKEPT, ours: true };
  if (flags & RowFlag.Pending) return { text: READING, ours: true };
  const payload = capture.head(row);
  if (payload === null && flags & RowFlag.Stored) return { text: LOADING, ours: true };
  if (typeof payload === "string") return { text: oneLine(payload, PREVIEW), ours: false };
  if (!(payload instanceof Uint8Array)) return { text: "", ours: true };
  const more = payload.length > PREVIEW_BYTES ? " \u2026" : "";
  return { text: spacedHex(payload, PREVIEW_BYTES) + more, ours: false };
}

/** What a copy of the row holds: text as it is, bytes as hex; null where there is nothing to copy. */
export function copiedText(capture: Capture, row: number): string | null {
  const payload = capture.payload(row);
  if (payload instanceof Uint8Array) return plainHex(payload);
  return typeof payload === "string" ? payload : null;
}
