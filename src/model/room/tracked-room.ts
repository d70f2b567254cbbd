import type { Membership } from "../dialect/envelope";
import type { Room, RoomEvent, RoomState } from "./room";

/** More members than this are not kept for a room. */
const MOST_MEMBERS = 10_000;

/** A room with what it takes to follow it from socket to socket. Sockets are given by number, 0 is none. */
export class TrackedRoom implements Room {
  state: RoomState = "unconfirmed";
  members: Map<string, string> | undefined;
  readonly sent = { frames: 0, bytes: 0 };
  readonly received = { frames: 0, bytes: 0 };
  joins = 0;
  doubled = 0;
  /** The socket on which the page asked last, and has not left or been refused since. */
  asked = 0;
  /** The newest socket on which it asked, was confirmed, or was sent what goes to the room; 0 again once it is out. */
  held = 0;
  /** It was in on an earlier socket too, and has not been out since. */
  inherited = false;
  /** The server confirmed it, or sent what goes to its members, and the page has not been out since. */
  granted = false;
  /** What the page called itself when it asked. */
  self: string | undefined;
  /** The event that says that it was forgotten, for as long as that may turn out wrong. */
  forgotten: RoomEvent | undefined;
  /** The last frame that was counted, so that one naming the room twice counts once. */
  counted = 0;
  #membersOf = 0;

  constructor(readonly name: string) {}

  /** The page is out: nothing is known of who else is in. */
  out(state: "left" | "refused" | "lost"): void {
    this.state = state;
    this.members = undefined;
    if (state === "lost") return;
    this.held = 0;
    this.asked = 0;
    this.granted = false;
  }

  /** What was said of members on an earlier socket may be long untrue. */
  forgetMembersBefore(socket: number): void {
    if (this.#membersOf < socket) this.members = undefined;
  }

  /**
   * Takes in what a frame of a socket says of the members. A set: leaving and joining in one millisecond, or joining
   * five times, ends where it should (R-P8). An id without a name keeps the name told before.
   */
  tell({ change, members }: Membership, socket: number): void {
    this.forgetMembersBefore(socket);
    this.#membersOf = Math.max(this.#membersOf, socket);
    const before = this.members;
    const now = change === "set" ? new Map<string, string>() : (before ?? new Map<string, string>());
    for (const { id, name } of members) {
      if (change === "remove") now.delete(id);
      else if (now.size < MOST_MEMBERS || now.has(id)) now.set(id, name ?? before?.get(id) ?? "");
    }
    this.members = now;
  }

  /** Whether a membership names somebody, and not the page itself. False where one cannot tell. */
  another({ members }: Membership): boolean {
    const { self } = this;
    return (
      self !== undefined &&
      members.length > 0 &&
      !members.some(({ id, name }) => id === self || name === self)
    );
  }
}
