import type { Attempt } from "./course";
import type { Outage } from "./facts";
import type { Fates } from "./fates";
import type { RoomReturns } from "./room-returns";

/** How a session went through an outage. */
export interface SessionReport {
  label: string;
  /** Secrets of its query are masked. */
  url: string;
  /** Whether it was open when the outage began. */
  connected: boolean;
  /** Whether a socket that was open then was not closed. */
  stayed: boolean;
  /** Whether the page was left meanwhile: nobody knows what it would have done. */
  left: boolean;
  /** Ms from the beginning until it was told of a close, or tried anew; null: it never noticed, as far as one can tell. */
  detected: number | null;
  attempts: Attempt[];
  /** Ms from the end until a new socket was open, negative when that was before the end; null: none was. */
  recovered: number | null;
  rooms: RoomReturns;
  fates: Fates;
  /** Frames of its sockets that are missing in the capture: the figures may be wrong by as many. */
  gaps: { frames: number /** There are more, of unknown number. */; uncounted: boolean };
  /** All in a sentence. */
  verdict: string;
}

/** What a simulated outage did. */
export interface OutageReport extends Outage {
  /** Ms. */
  duration: number;
  sessions: SessionReport[];
}
