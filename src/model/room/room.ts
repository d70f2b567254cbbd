import type { Traffic } from "../socket";

/**
 * Where a page stands with a room.
 * - `requested`: it asked to join, and the dialect has a confirmation that has not come yet
 * - `confirmed`: the server said so
 * - `unconfirmed`: it asked, and its dialect knows no confirmation: it is in as far as anybody can tell
 * - `refused`: the server said no
 * - `left`: it left, or was told that it is out
 * - `lost`: it was in on a socket that is no more, and has not asked again on the one that followed
 */
export type RoomState = "requested" | "confirmed" | "unconfirmed" | "refused" | "left" | "lost";

/** One room of a session. */
export interface Room {
  readonly name: string;
  state: RoomState;
  /** By id, with a name where one was told; undefined where nothing was ever said of members. */
  members: Map<string, string> | undefined;
  readonly sent: Traffic;
  readonly received: Traffic;
  /** How often the page asked to join, on all sockets of the session. */
  joins: number;
  /** Of those, how often it asked while it was in or had asked already on the same socket. */
  doubled: number;
}

/**
 * What happened to a membership.
 * - `joined`: asked for on a socket where it was not in yet; `rejoined`: the same after an earlier socket of the session
 *   had it; `doubled`: asked for again although it was in, or had asked
 * - `confirmed`, `refused`, `left`: as the words say; `forgotten`: in on the socket before, never asked for on this one
 *   (told when the next socket follows, or the session is looked at)
 */
export type RoomEventKind =
  | "joined"
  | "rejoined"
  | "doubled"
  | "confirmed"
  | "refused"
  | "left"
  | "forgotten";

/** One point of a room's timeline. */
export interface RoomEvent {
  readonly kind: RoomEventKind;
  readonly room: string;
  /** The socket's number. */
  readonly socket: number;
  /** The frame's row; -1 where no frame says it. */
  readonly row: number;
  /** Ms since 1970. */
  readonly time: number;
  /**
   * Whether the page authenticates on this socket, and had not yet, by frame or handshake, nor been let in without: set
   * later, when the auth frame is seen.
   */
  beforeAuth: boolean;
}
