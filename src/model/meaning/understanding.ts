import { type Capture, RowFlag } from "../capture";
import type { DialectId } from "../dialect/dialect";
import { Frame } from "../dialect/frame";
import { isJsonDialect } from "../dialect/socket-reading";
import type { Heartbeat } from "../heartbeat/heartbeat";
import type { Session } from "../session/session";
import { Sessions } from "../session/sessions";
import type { Socket } from "../socket";
import { Mark } from "./mark";
import { Meanings } from "./meanings";
import { SessionFolds, SocketMind } from "./minds";
import { isPoisonous } from "./poison";
import type { Said } from "./said";

/** Frames, and code units of text or bytes, read in one go: some 10 ms. */
const SLICE = 3000;
const SLICE_UNITS = 5_000_000;
/** A Blob that is being read is waited for until so many rows follow. */
const PATIENCE_ROWS = 2000;

/** A session whose frames are read again, because the user chose another dialect. */
interface Reread {
  readonly session: Session;
  row: number;
  readonly until: number;
}

/** Reads a capture's frames in order, once each, and folds what they say: rooms, heartbeats, replies, sessions. */
export class Understanding {
  readonly meanings = new Meanings();
  readonly sessions = new Sessions();
  #next = 0;
  #sockets = 0;
  #minds = new Map<number, SocketMind>();
  #folds = new Map<number, SessionFolds>();
  #rereads: Reread[] = [];
  #waitsFor: number | null = null;
  #answered: number[] = [];
  #rereadCount = 0;
  #paired = 0;
  #frame = new Frame();
  #said = { socket: null as unknown } as Said;

  constructor(private readonly capture: Capture) {}

  /** Rows before this one were read. */
  get next(): number {
    return this.#next;
  }

  /** Rows that were found to be answered since this was asked last. */
  takeAnswered(): number[] {
    return this.#answered.splice(0);
  }

  /** Moves when frames that were read have got another meaning. */
  get rereads(): number {
    return this.#rereadCount;
  }

  /** The row that can only be read when its content is back from the disk; null where none has to be. */
  get waitsFor(): number | null {
    return this.#waitsFor;
  }

  /** True while there is something to read: call `advance` again. */
  get behind(): boolean {
    return this.#rereads.length > 0 || (this.#next < this.capture.end && !this.#isAwaited(this.#next));
  }

  /** Reads the next slice of rows, up to one whose content is on disk. */
  advance(): void {
    this.#waitsFor = null;
    this.#meet();
    let units = 0;
    for (let frames = 0; frames < SLICE && units < SLICE_UNITS; frames++) {
      const job = this.#rereads[0];
      if (job && job.row >= job.until) {
        this.#rereads.shift();
        this.#rereadCount++;
        continue;
      }
      const row = job ? job.row : this.#next;
      if (row >= this.capture.end || this.#isAwaited(row)) return;
      const again = job && this.sessions.of(this.capture.socket(row).number) === job.session;
      if (job ? again : !this.meanings.has(row)) {
        if (this.capture.flags(row) & RowFlag.Stored) {
          this.#waitsFor = row;
          return;
        }
        this.#read(row);
        units += this.capture.size(row);
      }
      if (job) job.row++;
      else this.#next++;
    }
  }

  /** Rows were dropped from the capture. */
  trim(): void {
    const { start } = this.capture;
    this.meanings.dropBefore(start);
    this.#next = Math.max(this.#next, start);
    for (const job of this.#rereads) job.row = Math.max(job.row, start);
  }

  /** Lets go of what is remembered of sessions all of whose sockets are gone for good. */
  forget(gone: (socketNumber: number) => boolean): void {
    for (const number of this.#minds.keys()) {
      const session = this.sessions.of(number);
      if (!session || session.sockets.some((socket) => !gone(socket.number))) continue;
      this.#minds.delete(number);
      this.#folds.delete(session.id);
    }
  }

  /** Rows were appended again, as `moved` says, and are about to be dropped: they mean what they meant. */
  follow(moved: (row: number) => number, floor: number): void {
    const sessions = new Set<Session>();
    for (let row = this.capture.start; row < floor; row++) {
      if (moved(row) === row) continue;
      this.meanings.copy(row, moved);
      const session = this.sessions.of(this.capture.socket(row).number);
      if (session) sessions.add(session);
    }
    // What was folded names rows as they were.
    for (const session of sessions) this.#readAgain(session, floor, this.capture.end);
  }

  /** What the sockets of this session said together. */
  folds(session: Session): SessionFolds {
    let folds = this.#folds.get(session.id);
    if (!folds) {
      folds = new SessionFolds();
      this.#folds.set(session.id, folds);
    }
    return folds;
  }

  heartbeat(socket: Socket): Heartbeat {
    return this.mind(socket).heartbeat;
  }

  /** How one socket's frames are read. */
  mind(socket: Socket): SocketMind {
    let mind = this.#minds.get(socket.number);
    if (!mind) {
      mind = new SocketMind(socket);
      this.#minds.set(socket.number, mind);
    }
    return mind;
  }

  /** Reads a socket's frames by this dialect, whatever they look like; null: as they look. Its session is read again. */
  choose(socket: Socket, dialect: DialectId | null): void {
    this.#meet();
    const session = this.sessions.of(socket.number);
    if (!session) return;
    this.mind(socket).choose(dialect);
    this.#readAgain(session, this.capture.start, this.#next);
  }

  /** Forgets what a session's sockets said, but for what the user chose, and reads these rows of theirs again. */
  #readAgain(session: Session, row: number, until: number): void {
    this.#folds.delete(session.id);
    for (const socket of session.sockets) {
      const { chosen } = this.mind(socket);
      const mind = new SocketMind(socket);
      mind.choose(chosen);
      this.#minds.set(socket.number, mind);
    }
    this.#rereadCount++;
    this.#rereads = this.#rereads.filter((job) => job.session !== session);
    this.#rereads.push({ session, row, until });
  }

  /** Sockets that were not known yet, with or without frames. */
  #meet(): void {
    const { sockets } = this.capture;
    for (; this.#sockets < sockets.length; this.#sockets++) {
      this.sessions.add(sockets[this.#sockets] as Socket);
    }
  }

  #isAwaited(row: number): boolean {
    return (this.capture.flags(row) & RowFlag.Pending) !== 0 && this.capture.end - row < PATIENCE_ROWS;
  }

  #read(row: number): void {
    const { capture, meanings } = this;
    const flags = capture.flags(row);
    if (flags & RowFlag.Loss) return;
    const socket = capture.socket(row);
    const mind = this.mind(socket);
    const payload = capture.payload(row);
    const content = typeof payload === "string" || payload instanceof Uint8Array ? payload : null;
    const sent = (flags & RowFlag.Sent) !== 0;
    const reading = content === null ? null : mind.read(this.#frame.set(sent, content));
    const said = this.#said;
    said.row = row;
    said.socket = socket;
    said.time = capture.time(row);
    said.sent = sent;
    said.unsent = (flags & RowFlag.Unsent) !== 0;
    said.size = capture.size(row);
    said.dialect = reading?.dialect ?? (flags & RowFlag.Binary ? "binary" : "text");
    said.envelope = reading?.envelope ?? null;
    said.text = typeof content === "string" ? content : null;
    const { envelope } = said;
    let marks = content === null ? Mark.Unread : this.#marksOf(said);
    const partner = this.#fold(said, mind, marks);
    marks |= this.#paired;
    // The messages behind the first are of the same bytes.
    said.size = 0;
    for (const further of (!said.unsent && envelope?.further) || NOTHING) {
      said.envelope = further;
      this.#fold(said, mind, 0);
      marks |= this.#paired;
    }
    meanings.put(row, {
      kind: envelope?.kind ?? "unknown",
      dialect: said.dialect,
      name: capture.event(row)?.type ?? envelope?.name ?? "",
      rooms: envelope?.rooms ?? NOTHING,
      marks,
      partner,
    });
  }

  /** What is so of a frame by itself. */
  #marksOf({ envelope, text, dialect }: Said): number {
    let marks = envelope?.unfamiliar ? Mark.Unfamiliar : 0;
    if (text === null) return marks;
    if (envelope === null && isJsonDialect(dialect)) marks |= Mark.Invalid;
    return this.#frame.json !== undefined && isPoisonous(text) ? marks | Mark.Poisonous : marks;
  }

  /** Takes one message in: what it has to do with earlier ones is in `#paired`; returns its partner's row. */
  #fold(said: Said, mind: SocketMind, marks: number): number {
    const pairing = mind.replies.frame(said);
    this.#paired = pairing.marks;
    if (pairing.answered >= 0) {
      this.meanings.mark(pairing.answered, Mark.Answered);
      this.#answered.push(pairing.answered);
    }
    mind.heartbeat.frame(said);
    const session = this.sessions.of(said.socket.number);
    if (session) this.folds(session).frame(said, marks | pairing.marks, pairing.answered);
    return pairing.partner;
  }
}

const NOTHING: readonly never[] = [];
