import { Mark } from "../meaning/mark";
import type { Said } from "../meaning/said";
import { Evidence } from "./evidence";

/** Above this many bytes a frame is called large: it holds up everything behind it. */
const LARGE = 1_000_000;

const MOST_REQUESTS = 10_000;

/** The last thing that came on a socket. */
export interface Heard {
  row: number;
  /** Ms since 1970. */
  time: number;
}

/** Collects, frame by frame, what may be wrong in a session. Called for every frame, so it only notes what it must. */
export class Suspicions {
  readonly poisonous = new Evidence();
  readonly large = new Evidence();
  /** Sent when the socket was closing or closed. */
  readonly unsent = new Evidence();
  readonly invalid = new Evidence();
  /** Frames with which the page authenticates. */
  readonly auth = new Evidence();
  /** Frames that ask for a reply which has not come, by their row: the newest. */
  readonly requests = new Map<number, { socket: number; time: number }>();
  /** Bytes of the largest frame. */
  largest = 0;
  #heard = new Map<number, Heard>();
  #last: Heard = { row: -1, time: 0 };
  #lastSocket = -1;

  frame(said: Said, marks: number): void {
    const { number } = said.socket;
    if (said.sent) {
      if (said.unsent) this.unsent.add(said.row, number);
      else if (said.envelope?.kind === "auth") this.auth.add(said.row, number);
    } else this.#hear(number, said);
    if (marks & Mark.Request) this.#request(said);
    if (said.size > LARGE) {
      this.large.add(said.row, number);
      this.largest = Math.max(this.largest, said.size);
    }
    if ((marks & (Mark.Poisonous | Mark.Invalid)) === 0) return;
    if (marks & Mark.Poisonous) this.poisonous.add(said.row, number);
    if (marks & Mark.Invalid) this.invalid.add(said.row, number);
  }

  /** A frame that asked was answered. */
  answered(row: number): void {
    this.requests.delete(row);
  }

  /** The newest frame that came on a socket. */
  heard(socketNumber: number): Readonly<Heard> | undefined {
    return this.#heard.get(socketNumber);
  }

  #request({ row, socket, time }: Said): void {
    this.requests.set(row, { socket: socket.number, time });
    if (this.requests.size <= MOST_REQUESTS) return;
    for (const oldest of this.requests.keys()) {
      this.requests.delete(oldest);
      return;
    }
  }

  #hear(number: number, { row, time }: Said): void {
    if (number !== this.#lastSocket) {
      const known = this.#heard.get(number);
      this.#last = known ?? { row, time };
      if (!known) this.#heard.set(number, this.#last);
      this.#lastSocket = number;
    }
    this.#last.row = row;
    this.#last.time = time;
  }
}
