import { Mark } from "../meaning/mark";
import type { Said } from "../meaning/said";
import { Echoes } from "./echoes";
import { type Waiter, Waiting } from "./waiting";

/** Requests remembered for each way, open and answered ones apart. */
const MOST_OPEN = 10_000;

/** What a frame has to do with earlier ones. Rows and ms are -1 where there are none. */
export interface Pairing {
  /** Of {@link Mark}: Request, Reply, Echo. */
  marks: number;
  /** Row of the frame that this one answers, or gives back. */
  partner: number;
  /** Row of the request that has its (first) answer with this frame. */
  answered: number;
  /** Ms from the partner to this frame; 0 where the clock was put back in between. */
  latency: number;
}

interface Request extends Waiter {
  /** It was open together with another one of the same id. */
  ambiguous: boolean;
}

/** Requests of one side, by their id. */
class Requests {
  readonly open = new Waiting<Request>(MOST_OPEN);
  /** The last answered under an id: a subscription has many answers. */
  readonly answered = new Waiting<Request>(MOST_OPEN);
}

/** Pairs the frames of one socket: requests with replies, own messages with their echo. */
export class Replies {
  readonly #pairing: Pairing = { marks: 0, partner: -1, answered: -1, latency: -1 };
  readonly #page = new Requests();
  readonly #server = new Requests();
  readonly #echoes = new Echoes();

  /**
   * Takes in a frame of the socket. A reply belongs to the request of the other side whose id it names. Where an id is
   * open twice nobody can tell which one is meant: the frame is a reply without partner, and the older counts as
   * answered, so that their number is right. The object returned is the same each time.
   */
  frame(said: Said): Pairing {
    const pairing = this.#pairing;
    pairing.marks = 0;
    pairing.partner = -1;
    pairing.answered = -1;
    pairing.latency = -1;
    const { envelope } = said;
    if (envelope === null || said.unsent) return pairing;
    if (envelope.answers !== undefined) {
      this.#reply(said.sent ? this.#server : this.#page, envelope.answers, said.time);
    }
    if (envelope.asks && envelope.id !== undefined) {
      pairing.marks |= Mark.Request;
      const own = said.sent ? this.#page : this.#server;
      own.answered.take(envelope.id);
      own.open.add(envelope.id, { row: said.row, time: said.time, ambiguous: false });
    }
    if (pairing.marks === 0) {
      const sent = this.#echoes.frame(said);
      if (sent !== undefined) this.#pair(Mark.Echo, sent, said.time);
    }
    return pairing;
  }

  #reply({ open, answered }: Requests, id: string, time: number): void {
    const pairing = this.#pairing;
    const request = open.take(id);
    if (request === undefined) {
      const before = answered.first(id);
      if (before !== undefined) this.#pair(Mark.Reply, before, time);
      return;
    }
    pairing.answered = request.row;
    const other = open.first(id);
    if (other !== undefined) other.ambiguous = true;
    if (other !== undefined || request.ambiguous) pairing.marks |= Mark.Reply;
    else {
      this.#pair(Mark.Reply, request, time);
      answered.add(id, request);
    }
  }

  #pair(mark: number, partner: Waiter, time: number): void {
    const pairing = this.#pairing;
    pairing.marks |= mark;
    pairing.partner = partner.row;
    pairing.latency = Math.max(0, time - partner.time) || 0;
  }
}
