import type { Socket } from "../socket";

/** How the sockets of a session follow one another. */
export interface Reconnect {
  /** Numbers of the socket that ended and of the one that followed. */
  readonly from: number;
  readonly to: number;
  /** Ms from the end of the one to the beginning of the other. */
  readonly delay: number;
  /** 1 for the first try after a connection that opened; counts up while tries fail. */
  readonly attempt: number;
}

/** Sockets of one page that continue each other: inferred, and shown as inferred. */
export interface Session {
  readonly id: number;
  /** What stands for it: the place of its sockets, tokens and all other query left out. */
  readonly place: string;
  /** Oldest first, at least one. */
  readonly sockets: readonly Socket[];
  readonly reconnects: readonly Reconnect[];
  /** Why they are taken for one, in words; empty for a single socket. */
  readonly reason: string;
}
