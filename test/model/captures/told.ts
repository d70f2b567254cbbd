import { readFileSync } from "node:fs";
import type { Capture } from "../../../src/model/capture";
import { CaptureReader } from "../../../src/model/capture-file/read";
import type { FindingId } from "../../../src/model/finding/finding";
import { findingsOf } from "../../../src/model/finding/findings";
import { Mark } from "../../../src/model/meaning/mark";
import { Understanding } from "../../../src/model/meaning/understanding";
import { fitPolicy } from "../../../src/model/session/policy";
import type { Session } from "../../../src/model/session/session";
import { imported } from "../../support/a-capture";

const FOLDER = new URL("../../captures/", import.meta.url);

/** A capture as it is understood, in words that a test can compare with what the documents say. */
export class Told {
  readonly understanding: Understanding;

  constructor(readonly capture: Capture) {
    this.understanding = new Understanding(capture);
    // Once in any case: sockets without frames are met, too.
    this.understanding.advance();
    while (this.understanding.behind && this.understanding.waitsFor === null) this.understanding.advance();
  }

  socket(number: number) {
    const socket = this.capture.sockets[number - 1];
    if (!socket) throw new Error(`no socket ${number}`);
    return socket;
  }

  /** The dialects that a socket speaks: sent, received. */
  dialects(number: number): string[] {
    const { reading } = this.understanding.mind(this.socket(number));
    return [reading.sent.dialect, reading.received.dialect];
  }

  rows(...sockets: number[]): number[] {
    const rows = Array.from({ length: this.capture.end }, (_, row) => row);
    return sockets.length > 0
      ? rows.filter((row) => sockets.includes(this.capture.socket(row).number))
      : rows;
  }

  /** "> join room:join [a, b]" of a row. */
  line(row: number): string {
    const { kind, name, rooms } = this.understanding.meanings.at(row);
    const way = this.capture.flags(row) & 1 ? ">" : "<";
    return `${way} ${kind} ${name}${rooms.length > 0 ? ` [${rooms.join(", ")}]` : ""}`;
  }

  lines(...sockets: number[]): string[] {
    return this.rows(...sockets).map((row) => this.line(row));
  }

  /** What is said on these sockets, each way of saying it once, in alphabetical order. */
  said(...sockets: number[]): string[] {
    return [...new Set(this.lines(...sockets))].sort();
  }

  marked(mark: keyof typeof Mark): number[] {
    return this.rows().filter((row) => this.understanding.meanings.marks(row) & Mark[mark]);
  }

  /** "how the answer reads <- how the question reads", for all that have a partner by this mark. */
  pairs(mark: "Reply" | "Echo"): string[] {
    return this.marked(mark).map((row) => {
      const partner = this.understanding.meanings.partner(row);
      return `${this.line(row)} <- ${partner < 0 ? "?" : this.line(partner)}`;
    });
  }

  /** The requests that nobody answered. */
  unanswered(): string[] {
    const answered = new Set(this.marked("Answered"));
    return this.marked("Request")
      .filter((row) => !answered.has(row))
      .map((row) => this.line(row));
  }

  session(number: number): Session {
    const session = this.understanding.sessions.of(number);
    if (!session) throw new Error(`no session of ${number}`);
    return session;
  }

  sessions(): number[][] {
    return this.understanding.sessions.all.map(({ sockets }) => sockets.map((socket) => socket.number));
  }

  /** The rooms of a socket's session as the panel shows them at the end of the file. */
  #settled(session: Session) {
    const { rooms } = this.understanding.folds(session);
    const last = session.sockets[session.sockets.length - 1];
    if (last) rooms.settle(last, this.end(session));
    return rooms;
  }

  rooms(number: number): { [room: string]: { state: string; joins: number; doubled: number } } {
    const { rooms } = this.#settled(this.session(number));
    return Object.fromEntries(
      [...rooms].map(([name, { state, joins, doubled }]) => [name, { state, joins, doubled }]),
    );
  }

  /** The ids of a room's members, null where nothing is known of them. */
  members(number: number, room: string): string[] | null {
    const members = this.#settled(this.session(number)).rooms.get(room)?.members;
    return members ? [...members.keys()].sort() : null;
  }

  /** "#3 rejoined room-abc", with "early" behind it where it was before auth. */
  events(number: number): string[] {
    return this.#settled(this.session(number)).events.map(
      ({ socket, kind, room, beforeAuth }) => `#${socket} ${kind} ${room}${beforeAuth ? " early" : ""}`,
    );
  }

  /** The last that a file knows of a session. */
  end({ sockets }: Session): number {
    const numbers = sockets.map(({ number }) => number);
    const times = this.rows(...numbers).map((row) => this.capture.time(row));
    for (const { createdAt, closedAt } of sockets) times.push(createdAt, closedAt ?? 0);
    return times.reduce((a, b) => Math.max(a, b), 0);
  }

  beats(number: number) {
    const socket = this.socket(number);
    return this.understanding.heartbeat(socket).summary(socket, this.end(this.session(number)));
  }

  /** The attempt's number and the delay in ms, of each reconnect. */
  reconnects(number: number): [attempt: number, delay: number][] {
    return this.session(number).reconnects.map(({ attempt, delay }) => [attempt, delay]);
  }

  policy(number: number) {
    return fitPolicy(this.session(number).reconnects);
  }

  findings(number: number) {
    const session = this.session(number);
    const { suspicions } = this.understanding.folds(session);
    const heartbeats = new Map(session.sockets.map((socket) => [socket.number, this.beats(socket.number)]));
    const rooms = this.#settled(session);
    return findingsOf({ session, rooms, heartbeats, suspicions, now: this.end(session) });
  }

  /** The kinds of findings, but for those that hang on how a recording happened to go. */
  found(number: number, ...perhaps: FindingId[]): FindingId[] {
    return this.findings(number)
      .map(({ id }) => id)
      .filter((id) => !perhaps.includes(id))
      .sort();
  }

  finding(number: number, id: FindingId) {
    return this.findings(number).find((finding) => finding.id === id);
  }
}

/** The lines of a capture file under `test/captures`. */
function linesOf(name: string): string[] {
  return readFileSync(new URL(`${name}.jsonl`, FOLDER), "utf8").split("\n");
}

/** Reads a capture file. */
function captured(lines: readonly string[]): Capture {
  const reader = new CaptureReader();
  for (const line of lines) reader.line(line);
  return imported(reader.end());
}

export function tell(name: string): Told {
  return new Told(captured(linesOf(name)));
}
