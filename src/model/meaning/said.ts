import type { DialectId } from "../dialect/dialect";
import type { Envelope } from "../dialect/envelope";
import type { Socket } from "../socket";

/** A frame as the folds see it. One object serves all frames, so nobody may keep it. */
export interface Said {
  /** Its row in the capture. */
  row: number;
  socket: Socket;
  /** Ms since 1970. */
  time: number;
  /** Seen from the page. */
  sent: boolean;
  /** `send()` was called when the socket was closing: it never went out. */
  unsent: boolean;
  /** Bytes on the wire. */
  size: number;
  dialect: DialectId;
  /** Null where nothing is known of it: its dialect could not read it, or the content was not there. */
  envelope: Envelope | null;
  /** The text, if it is one and is there. */
  text: string | null;
}
