import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";

const BYTES: Evidence = { weight: 0.25, reason: "it is binary of no known shape" };

function read(frame: Frame): Envelope | null {
  return frame.bytes ? { kind: "message", name: "binary" } : null;
}

/** Binary frames that no dialect claims. */
export const binary: Dialect = {
  id: "binary",
  title: "Binary",
  fits: (frame) => (frame.bytes ? BYTES : null),
  open: () => read,
};
