import { type Closed, type Closing, type Created, Flag, Kind, type Opened } from "../protocol";
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

  opened(record: SocketRecord, time: number, facts: Opened): void {
    record.state = "open";
    record.openedAt = time;
    record.protocol = facts.protocol;
    record.extensions = facts.extensions;
    this.#fact(Kind.Opened, record, time, facts);
  }

  failed(record: SocketRecord, time: number): void {
    record.failed = true;
    this.#fact(Kind.Failed, record, time, {});
  }

  retrying(record: SocketRecord, time: number): void {
    record.state = "connecting";
    this.#fact(Kind.Retrying, record, time, {});
  }

  closing(record: SocketRecord, time: number, facts: Closing): void {
    record.state = "closing";
    record.code = facts.code;
    record.reason = facts.reason;
    this.#fact(Kind.Closing, record, time, facts);
  }

  closed(record: SocketRecord, time: number, facts: Closed): void {
    record.state = "closed";
    record.closedAt = time;
    record.code = facts.code;
    record.reason = facts.reason;
    record.clean = facts.clean;
    this.#fact(Kind.Closed, record, time, facts);
  }

  received(record: SocketRecord, time: number, data: unknown): void {
    if (typeof data === "string") this.#put(Kind.TextReceived, record, time, data.length, data);
    else this.#binary(Kind.BytesReceived, record, time, data as object);
  }

  /** A server-sent event. */
  happened(record: SocketRecord, time: number, type: string, id: string, data: string): void {
    const content = `${type}\n${id}\n${data}`;
    this.#put(Kind.EventReceived, record, time, content.length, content);
  }

  /** @param out false when the socket was closing or closed, so that nothing went out */
  sent(record: SocketRecord, time: number, data: unknown, out: boolean): void {
    const flags = out ? 0 : Flag.Unsent;
    if (typeof data === "string") this.#put(Kind.TextSent | flags, record, time, data.length, data);
    else this.#binary(Kind.BytesSent | flags, record, time, data as object);
  }

  #binary(kind: number, record: SocketRecord, time: number, data: object): void {
    if (isBlob(data)) {
      this.#put(kind + Kind.BlobSent - Kind.BytesSent, record, time, blobSize(data), data);
      return;
    }
    const length = byteLength(data);
    this.#put(kind, record, time, length, this.log.keeps(length) ? copyBytes(data, length) : null);
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
