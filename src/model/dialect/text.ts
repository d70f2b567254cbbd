import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { meaningOf } from "./vocabulary";

const TEXT: Evidence = { weight: 0.25, reason: "it is text of no known shape" };
const LONGEST_WORD = 24;
const WORD = /^[A-Za-z_][\w.:-]*$/;

function read(frame: Frame): Envelope | null {
  if (frame.bytes) return null;
  const { text } = frame;
  const name = text.length <= LONGEST_WORD && WORD.test(text) ? text : "text";
  const meaning = meaningOf(name);
  if (meaning?.kind !== "heartbeat") return { kind: "message", name };
  return { kind: "heartbeat", name, beat: meaning.beat };
}

/** Text that is no JSON object or list. A short word (`STOP`) is its own name. */
export const text: Dialect = {
  id: "text",
  title: "Text",
  fits: (frame) => (frame.bytes || frame.object || frame.array ? null : TEXT),
  open: () => read,
};
