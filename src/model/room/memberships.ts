import type { EnvelopeKind } from "../dialect/envelope";
import type { Said } from "../meaning/said";
import type { Socket } from "../socket";
import { confirmsJoins } from "./confirmations";
import { EventLog } from "./event-log";
import type { RoomEvent, RoomEventKind } from "./room";
import type { TrackedRoom } from "./tracked-room";

/** What a server sends only to those who are in. */
const TO_MEMBERS = new Set<EnvelopeKind>([
  "message",
  "presence",
  "typing",
  "history",
  "member-joined",
  "member-left",
]);

/** The events that say that the page asked to join. */
const WISHES = new Set<RoomEventKind>(["joined", "rejoined", "doubled"]);

/** Who is in, and how it came to that: the states of a session's rooms. */
export class Memberships {
  readonly log = new EventLog();
  /** The rooms that the page is in, on whatever socket. */
  readonly #in = new Set<TrackedRoom>();
  /** A wish to join was confirmed in this session, whatever the dialect is known for. */
  #confirming = false;

  /** What the page wants of a room. */
  wish(room: TrackedRoom, said: Said): void {
    const kind = said.envelope?.kind;
    if (kind === "join" || kind === "subscribe") this.#join(room, said);
    else if (kind === "leave" || kind === "unsubscribe") this.#out("left", room, said);
  }

  #join(room: TrackedRoom, said: Said): void {
    const { socket, row, time, envelope } = said;
    room.joins++;
    if (room.held > socket.number) return;
    if (room.asked === socket.number) {
      // It may have left in between, where frames were lost.
      if (socket.lost > 0) return;
      room.doubled++;
      this.#tell("doubled", room, socket, row, time);
      return;
    }
    const again = room.held > 0 && (room.held < socket.number || room.inherited);
    this.#takeBack(room, socket);
    room.forgetMembersBefore(socket.number);
    room.self = envelope?.sender ?? envelope?.membership?.members[0]?.id;
    if (room.held !== socket.number || room.state !== "confirmed") {
      room.state = this.#confirming || confirmsJoins(said.dialect) ? "requested" : "unconfirmed";
    }
    room.asked = socket.number;
    this.#hold(room, socket);
    this.#tell(again ? "rejoined" : "joined", room, socket, row, time);
  }

  /** What the server says of a room. */
  word(room: TrackedRoom, said: Said): void {
    const { kind, membership } = said.envelope ?? {};
    const { number } = said.socket;
    if (room.held <= number) {
      const waiting = room.asked === number && room.state !== "confirmed";
      if (kind === "join-refused") this.#out("refused", room, said);
      else if (kind === "join-confirmed") {
        // Somebody else's joining may go by the same name as the answer to ours.
        const all = membership === undefined || membership.change === "set";
        const own = all || (waiting && membership.change === "add" && !room.another(membership));
        if (own) this.#confirm(room, said);
      } else if (kind === "left") {
        if (membership === undefined || membership.members.some(({ id }) => id === room.self)) {
          this.#out("left", room, said);
        }
      } else if (kind === "history" && said.dialect === "philjs" && waiting) this.#confirm(room, said);
      else if (kind !== undefined && TO_MEMBERS.has(kind)) this.#hear(room, said.socket);
    }
    const out = room.state === "left" || room.state === "refused";
    if (membership !== undefined && room.held <= number && !out) room.tell(membership, number);
  }

  /** The server serves on this socket a room that an earlier one had: it is not lost, though not asked for. */
  #hear(room: TrackedRoom, socket: Socket): void {
    room.granted = true;
    if (room.held === 0 || room.held === socket.number) return;
    room.state = "unconfirmed";
    this.#takeBack(room, socket);
    this.#hold(room, socket);
  }

  #confirm(room: TrackedRoom, said: Said): void {
    const { socket } = said;
    if (room.state === "confirmed" && room.held === socket.number) return;
    // Who confirms one wish is expected to confirm them all.
    if (room.asked === socket.number && !this.#confirming) {
      this.#confirming = true;
      for (const other of this.#in) {
        if (other.state === "unconfirmed" && other.asked === socket.number) other.state = "requested";
      }
    }
    this.#takeBack(room, socket);
    room.forgetMembersBefore(socket.number);
    room.state = "confirmed";
    room.granted = true;
    this.#hold(room, socket);
    this.#tell("confirmed", room, socket, said.row, said.time);
  }

  #out(state: "left" | "refused", room: TrackedRoom, said: Said): void {
    if (room.held > said.socket.number || room.state === state) return;
    room.out(state);
    this.#in.delete(room);
    this.#tell(state, room, said.socket, said.row, said.time);
  }

  #hold(room: TrackedRoom, socket: Socket): void {
    room.inherited = room.held > 0 && (room.inherited || room.held < socket.number);
    room.held = socket.number;
    this.#in.add(room);
  }

  #takeBack(room: TrackedRoom, socket: Socket): void {
    if (room.forgotten?.socket === socket.number) this.log.withdraw(room.forgotten);
    room.forgotten = undefined;
  }

  /** The server answers the page's wish to join. */
  decide(room: TrackedRoom, said: Said, good: boolean): void {
    if (good) this.#confirm(room, said);
    else this.#out("refused", room, said);
  }

  /** The page let this socket pass without asking for the rooms that it had before. */
  forget(socket: Socket): void {
    for (const room of this.#in) {
      if (room.held >= socket.number) continue;
      // Others were confirmed and this one never was: who was not let in can't have been forgotten.
      if (this.#confirming && room.state === "requested" && !room.granted) continue;
      room.out("lost");
      this.#in.delete(room);
      room.forgotten = this.#tell("forgotten", room, socket, -1, socket.openedAt ?? socket.createdAt);
    }
  }

  /** Flags the wishes to join on a socket, up to now, as made before the page authenticated. */
  flagUnauthenticated(socket: number): void {
    const events = [...this.log.newestOf(socket)];
    // The server let the page in without: there it authenticates for something else.
    const confirmed = new Set(events.filter(({ kind }) => kind === "confirmed").map(({ room }) => room));
    for (const event of events) {
      if (WISHES.has(event.kind) && !confirmed.has(event.room)) event.beforeAuth = true;
    }
  }

  #tell(kind: RoomEventKind, room: TrackedRoom, socket: Socket, row: number, time: number): RoomEvent {
    return this.log.add({ kind, room: room.name, socket: socket.number, row, time, beforeAuth: false });
  }
}
