import type { OfflineKind } from "../../conditions";
import type { LossReason } from "../../protocol";
import type { EnvelopeKind } from "../dialect/envelope";

export type OutageKind = OfflineKind | "hidden";

/** A simulated outage. Times are ms since 1970. */
export interface Outage {
  /** When the panel asked for it, and for its end. */
  began: number;
  ended: number;
  kind: OutageKind;
  /** Whether the page was told, by `offline` and `online`. */
  told: boolean;
}

/** What happened in an outage, as far as the panel knows. */
export interface OutageFacts extends Outage {
  sessions: SessionFacts[];
}

/** A session: only sockets and frames of the page itself, both in order of time. */
export interface SessionFacts {
  label: string;
  url: string;
  sockets: SocketFacts[];
  frames: FrameFacts[];
  losses: LossFacts[];
}

export interface SocketFacts {
  number: number;
  createdAt: number;
  openedAt?: number | undefined;
  closedAt?: number | undefined;
  code?: number | undefined;
  /** It was closed in the eyes of the page only. */
  pretended: boolean;
  failed: boolean;
  /** Its document went away before it closed: nobody was told of its end. */
  gone: boolean;
}

export interface FrameFacts {
  /** The socket's number. */
  socket: number;
  time: number;
  sent: boolean;
  /** The panel put it in: nothing of the page's doing. */
  injected: boolean;
  withheld: boolean;
  /** It was withheld and went its way later. */
  late: boolean;
  /** `send()` on a closing or closed socket. */
  unsent: boolean;
  /** Of a sent frame: the same for the same content; null where its content is not there. */
  digest: string | null;
  name: string;
  rooms: readonly string[];
  kind: EnvelopeKind;
}

/** Frames that are missing in the capture; `count` 0: nobody knows how many. */
interface LossFacts {
  socket: number;
  count: number;
  why: LossReason;
}

/** Ms before an outage, and after it, in which frames and closes still have to do with it. */
export const BEFORE = 60_000;
export const AFTERMATH = 60_000;
