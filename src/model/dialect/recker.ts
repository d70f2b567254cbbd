import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";

const TEXT = "__heartbeat__";
const BEAT: Evidence = { weight: 3, reason: "it is the text `__heartbeat__` going out" };
const FOUND = Object.freeze({ name: "text" });

function isBeat(frame: Frame): boolean {
  return frame.sent && frame.bytes === null && frame.text === TEXT;
}

function read(frame: Frame): Envelope | null {
  return isBeat(frame) ? { kind: "heartbeat", name: TEXT, beat: "ask-any", found: FOUND } : null;
}

/** Recker's heartbeat. It has no envelope beside: whatever else its sockets say is of another dialect. */
export const recker: Dialect = {
  id: "recker",
  title: "Recker",
  fits: (frame) => (isBeat(frame) ? BEAT : null),
  open: () => read,
};
