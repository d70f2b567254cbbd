import { dialectOf, dialects } from "./all";
import { Decision } from "./decision";
import type { DialectId, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { isBrokenJson, isJsonDialect, isLast } from "./made-of-json";

/** A frame as read. One object serves all frames of a socket, so nobody may keep it. */
export interface Reading {
  /** The dialect that read it: not always the one that its direction speaks. */
  dialect: DialectId;
  /** Null for a text that should be JSON and is broken. */
  envelope: Envelope | null;
}

export { isJsonDialect };

function lastResort(frame: Frame): DialectId {
  if (frame.bytes) return "binary";
  return frame.object || frame.array ? "untyped" : "text";
}

/** A bare `2` or `3` is Engine.IO's heartbeat only where Engine.IO is spoken: a server's `2` on WarpKit is none (R-W15). */
function isStrayDigit({ text }: Frame, own: DialectId, dialect: DialectId): boolean {
  return own === "socket.io" && dialect !== own && text.length === 1;
}

/** Reads the frames of one socket, in order, each direction in the dialect that it speaks. */
export class SocketReading {
  readonly sent: Decision;
  readonly received: Decision;
  readonly #url: string;
  readonly #readers = new Map<DialectId, Read>();
  readonly #reading: Reading = { dialect: "untyped", envelope: null };

  constructor(facts: SocketFacts) {
    this.#url = facts.url;
    this.sent = new Decision(dialects, facts);
    this.received = new Decision(dialects, facts);
    this.sent.other = this.received;
    this.received.other = this.sent;
  }

  /** The subprotocol, once it is negotiated. */
  setProtocol(protocol: string): void {
    const facts = { url: this.#url, protocol };
    this.sent.hint(facts);
    this.received.hint(facts);
  }

  /** Both directions by hand; null gives the decision back to the frames. */
  choose(id: DialectId | null): void {
    this.sent.choose(id);
    this.received.choose(id);
  }

  /** Reads the next frame of the socket. */
  read(frame: Frame): Reading {
    const decision = frame.sent ? this.sent : this.received;
    const { settled } = decision;
    let own = settled ? undefined : decision.weigh(frame);
    const { dialect, byHand } = decision;
    if (byHand || !isLast(dialect)) {
      const envelope = this.#reader(dialect)(frame);
      if (envelope) {
        if (settled) decision.trust();
        return this.#read(dialect, envelope);
      }
    }
    if (settled) own = decision.weigh(frame);
    if (isJsonDialect(dialect) && isBrokenJson(frame) && (own === undefined || isLast(own)))
      return this.#read(dialect, null);
    let reader = own && !isStrayDigit(frame, own, dialect) ? own : lastResort(frame);
    let envelope = reader === dialect && !isLast(reader) ? null : this.#reader(reader)(frame);
    if (!envelope) {
      reader = lastResort(frame);
      envelope = this.#reader(reader)(frame);
    }
    if (settled && envelope?.kind !== "heartbeat") decision.miss(reader);
    return this.#read(reader, envelope);
  }

  #read(dialect: DialectId, envelope: Envelope | null): Reading {
    this.#reading.dialect = dialect;
    this.#reading.envelope = envelope;
    return this.#reading;
  }

  #reader(id: DialectId): Read {
    let read = this.#readers.get(id);
    if (!read) {
      read = dialectOf(id).open();
      this.#readers.set(id, read);
    }
    return read;
  }
}
