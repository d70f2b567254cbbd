import type { EnvelopeKind } from "../dialect/envelope";
import type { Said } from "../meaning/said";
import type { Socket } from "../socket";
import { Memberships } from "./memberships";
import type { Room, RoomEvent } from "./room";
import { TrackedRoom } from "./tracked-room";

const MOST_ROOMS = 100_000;
/** Wishes to join whose answer may name nothing but their id. */
const MOST_ASKING = 5_000;
/** How long a page may take to ask again after a reconnect: it may have to authenticate first. In ms. */
const PATIENCE = 5_000;

/**
 * The rooms of one session, over all its sockets; a later socket has a higher number. A frame belongs to the rooms that
 * its envelope names, and to no others. A room that was only ever written to or heard from, but never asked for, is
 * `unconfirmed` with no joins: as far as anybody can tell the page is in. It can't be forgotten: nobody saw it wanted.
 */
export class Rooms {
  readonly #rooms = new Map<string, TrackedRoom>();
  /** In insertion order. */
  readonly rooms: ReadonlyMap<string, Room> = this.#rooms;
  /** How often a frame named a room that is not kept, because 100,000 others are. */
  untracked = 0;

  readonly #memberships = new Memberships();
  /** The rooms that a wish with an id was for, on the newest socket. */
  #asking = new Map<string, readonly string[]>();
  /** The same of the time before there were too many. */
  #askingBefore = new Map<string, readonly string[]>();
  #socket: Socket | undefined;
  /** Of the newest socket. */
  #spoke = false;
  #authenticated = false;
  #settled = false;
  #lastTime = 0;
  #frames = 0;
  /** Frames of the session were lost: a leave, or a wish to join, may have been among them, so nothing is forgotten. */
  #lossy = false;

  /** Memberships as they changed, oldest first: the newest 5,000. */
  get events(): readonly RoomEvent[] {
    return this.#memberships.log.kept;
  }

  /** How many older events are not kept. */
  get eventsLost(): number {
    return this.#memberships.log.lost;
  }

  /** Takes in a frame of the session. */
  frame(said: Said): void {
    if (said.unsent) return;
    if (said.socket !== this.#socket) this.#follow(said.socket);
    if (this.#newest(said.socket)) {
      this.#spoke ||= said.sent;
      this.#lastTime = said.time;
    }
    const { envelope } = said;
    if (envelope === null) return;
    if (envelope.kind === "auth" || envelope.kind === "auth-result") this.#authenticate(said);
    if (envelope.answers !== undefined && !said.sent) this.#answer(said, envelope.answers);
    if (envelope.rooms === undefined) return;
    this.#frames++;
    for (const name of envelope.rooms) {
      const room = this.#room(name, envelope.kind !== "heartbeat");
      if (room === undefined || room.counted === this.#frames) continue;
      room.counted = this.#frames;
      const traffic = said.sent ? room.sent : room.received;
      traffic.frames++;
      traffic.bytes += said.size;
      if (said.sent) this.#memberships.wish(room, said);
      else this.#memberships.word(room, said);
    }
    if (said.sent && isWish(envelope.kind)) this.#ask(envelope.id, envelope.rooms);
  }

  /**
   * To be called with the newest socket of the session once its frames are taken in, before anybody looks. Rooms of the
   * sockets before that were not asked for again are then `lost`, as soon as the page has sent something else on that
   * socket, or has let 5 s pass. Where it asks later after all, that is taken back. `now`: ms since 1970.
   */
  settle(current: Socket, now: number): void {
    if (current.openedAt === undefined && current.state !== "open") return;
    if (current !== this.#socket) this.#follow(current);
    if (!this.#newest(current) || this.#settled || this.#lossy || current.lost > 0) return;
    const age = Math.min(now, current.closedAt ?? now) - (current.openedAt ?? current.createdAt);
    if (!this.#spoke && !(age >= PATIENCE)) return;
    this.#settled = true;
    this.#memberships.forget(current);
  }

  #newest(socket: Socket): boolean {
    return socket.number === this.#socket?.number;
  }

  #room(name: string, create: boolean): TrackedRoom | undefined {
    const known = this.#rooms.get(name);
    if (known !== undefined || !create) return known;
    if (this.#rooms.size >= MOST_ROOMS) {
      this.untracked++;
      return undefined;
    }
    const room = new TrackedRoom(name);
    this.#rooms.set(name, room);
    return room;
  }

  /** Goes on to a later socket. What the one before had time to ask for and did not, it forgot. */
  #follow(socket: Socket): void {
    const before = this.#socket;
    // Something of an older socket that came late: what was settled may have to be settled again.
    if (before !== undefined && socket.number <= before.number) {
      if (socket.number < before.number) this.#settled = false;
      return;
    }
    if (before !== undefined) {
      const age = this.#lastTime - (before.openedAt ?? before.createdAt);
      this.#lossy ||= before.lost > 0;
      if (!this.#lossy && (this.#spoke || age >= PATIENCE)) this.#memberships.forget(before);
    }
    this.#socket = socket;
    this.#spoke = false;
    this.#authenticated = false;
    this.#settled = false;
    this.#lastTime = 0;
    this.#asking = new Map();
    this.#askingBefore = new Map();
  }

  /** Joins that came before the first auth of their socket are flagged, unless that may not be the first. */
  #authenticate(said: Said): void {
    if (!this.#newest(said.socket) || this.#authenticated) return;
    this.#authenticated = true;
    if (!said.sent || said.envelope?.kind !== "auth" || said.socket.lost > 0) return;
    this.#memberships.flagUnauthenticated(said.socket.number);
  }

  #ask(id: string | undefined, rooms: readonly string[]): void {
    if (id === undefined) return;
    if (this.#asking.size >= MOST_ASKING) {
      this.#askingBefore = this.#asking;
      this.#asking = new Map();
    }
    this.#asking.set(id, rooms);
  }

  /** A reply that names the id of a wish to join is about the rooms of that wish. */
  #answer(said: Said, id: string): void {
    const kind = said.envelope?.kind;
    const names = this.#newest(said.socket)
      ? (this.#asking.get(id) ?? this.#askingBefore.get(id))
      : undefined;
    if (names === undefined || !(kind === "ack" || kind === "error" || isVerdict(kind))) return;
    if (!this.#asking.delete(id)) this.#askingBefore.delete(id);
    const failed = said.envelope?.good === false;
    const refused = kind === "error" || kind === "join-refused" || failed;
    // Of several rooms a confirmation that did not go well names those that it confirms (MQTT's SUBACK).
    const granted = failed && kind === "join-confirmed" ? new Set(said.envelope?.rooms) : null;
    for (const name of names) {
      const room = this.#rooms.get(name);
      if (room === undefined || room.asked !== said.socket.number) continue;
      this.#memberships.decide(room, said, granted ? granted.has(name) : !refused);
    }
  }
}

function isWish(kind: EnvelopeKind): boolean {
  return kind === "join" || kind === "subscribe";
}

function isVerdict(kind: EnvelopeKind | undefined): boolean {
  return kind === "join-confirmed" || kind === "join-refused";
}
