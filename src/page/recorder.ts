import { type Created, Flag, KIND_MASK, Kind } from "../protocol";
import { blobSize, byteLength, copyBytes, isBlob } from "./bytes";
import type { Content, Log } from "./log";
import { stringify } from "./natives";
import type { Records, SocketRecord } from "./record";

/**
 * Facts as JSON. A null prototype and primitives only, so that no `toJSON` of the page's is ever looked up.
 */
export function factsOf(fields: object): string {
  return stringify({ __proto__: null, ...fields });
}

/**
 * Writes down what the tap sees: in the log, and in the socket's record. Times are in ms since the time origin. It
 * throws nothing, whatever happens: its callers stand in the page's calls.
 */
export class Recorder {
  /**
   * While conditions are pretended: what is to become of what the page asked for (a getter, `send`, `close`), or of
   * what has come (a kind). Undefined: nothing else than ever. Of `send`: the flags of the frame that did not go out.
   */
  ask: ((what: string | Kind, record: SocketRecord, value: unknown) => unknown) | null = null;

  constructor(
    private readonly log: Log,
    private readonly records: Records,
    /** Called after each notice with the units it adds, and its time. */
    private readonly noted: (units: number, time: number) => void,
  ) {}

  created(facts: Created, time: number): SocketRecord {
    const record = this.records.add(facts, time, this.log.tail);
    this.#fact(Kind.Created, record, time, facts);
    return record;
  }

  /** @param facts the interface of the protocol that is named like the kind */
  fact(kind: Kind, record: SocketRecord, time: number, facts: object): void {
    const { state } = record;
    let more = {};
    if (kind === Kind.Opened) {
      record.state = "open";
      more = { openedAt: time };
    } else if (kind === Kind.Closed) {
      record.state = "closed";
      record.socket = null;
      more = { closedAt: time };
    } else if (kind === Kind.Failed) {
      more = { failed: true };
    } else {
      record.state = kind === Kind.Closing ? "closing" : kind === Kind.Retrying ? "connecting" : state;
    }
    record.facts = { ...record.facts, ...facts, ...more };
    this.#fact(kind, record, time, facts);
  }

  received(record: SocketRecord, time: number, data: unknown, flags = 0): void {
    this.#frame(Kind.TextReceived | flags, record, time, data);
  }

  /** What the bridge has to tell of a socket. `kind`: with flags. */
  note(record: SocketRecord, time: number, kind: number, content: unknown): void {
    if ((kind & KIND_MASK) > Kind.EventReceived) this.fact(kind as Kind, record, time, content as object);
    else this.#frame(kind, record, time, content);
  }

  /** A server-sent event. */
  happened(record: SocketRecord, time: number, type: string, id: string, data: string): void {
    const content = `${type}\n${id}\n${data}`;
    this.#put(Kind.EventReceived, record, time, content.length, content);
  }

  /**
   * @param out false when the socket was closing or closed, so that nothing went out
   * @param flags others
   */
  sent(record: SocketRecord, time: number, data: unknown, out: boolean, flags = 0): void {
    this.#frame(out ? Kind.TextSent | flags : Kind.TextSent | Flag.Unsent | flags, record, time, data);
  }

  /** @param kind the frame's kind if it is text, and flags */
  #frame(kind: number, record: SocketRecord, time: number, data: unknown): void {
    if (typeof data === "string") {
      this.#put(kind, record, time, data.length, data);
    } else if (isBlob(data as object)) {
      this.#put(kind + Kind.BlobSent - Kind.TextSent, record, time, blobSize(data), data as Blob);
    } else {
      const length = byteLength(data as object);
      const content = this.log.keeps(length) ? copyBytes(data as object, length) : null;
      this.#put(kind + Kind.BytesSent - Kind.TextSent, record, time, length, content);
    }
  }

  #fact(kind: Kind, record: SocketRecord, time: number, facts: object): void {
    const json = factsOf(facts);
    this.#put(kind, record, time, json.length, json);
  }

  #put(kind: number, record: SocketRecord, time: number, length: number, content: Content): void {
    try {
      this.log.put(kind, record, time, length, content);
      this.noted(length, time);
    } catch {
      // There is no memory left for another notice.
    }
  }
}
