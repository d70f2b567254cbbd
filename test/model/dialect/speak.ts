import type { Dialect } from "../../../src/model/dialect/dialect";
import type { Envelope } from "../../../src/model/dialect/envelope";
import { Frame } from "../../../src/model/dialect/frame";

/** A frame of this content; objects are written as JSON. */
export function frameOf(sent: boolean, content: unknown): Frame {
  const raw = typeof content === "string" || content instanceof Uint8Array;
  return new Frame().set(sent, raw ? content : JSON.stringify(content));
}

/** What one dialect says of single frames. */
export function speak(dialect: Dialect) {
  const read = dialect.open();
  return {
    sent: (content: unknown): Envelope | null => read(frameOf(true, content)),
    received: (content: unknown): Envelope | null => read(frameOf(false, content)),
    fitsSent: (content: unknown) => dialect.fits(frameOf(true, content))?.weight ?? 0,
    fitsReceived: (content: unknown) => dialect.fits(frameOf(false, content))?.weight ?? 0,
  };
}
