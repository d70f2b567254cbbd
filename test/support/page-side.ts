import { unpack } from "../../src/link/unpack";
import { Log } from "../../src/page/log";
import { Readers } from "../../src/page/readers";
import { Records, type SocketRecord } from "../../src/page/record";
import { Recorder } from "../../src/page/recorder";
import {
  type Batch,
  type DocumentId,
  type DocumentInfo,
  Kind,
  type Order,
  type ReaderId,
  type Watching,
} from "../../src/protocol";

export const DOCUMENT: DocumentInfo = {
  id: "d1" as DocumentId,
  frameId: 0,
  url: "https://app.example/",
  timeOrigin: 1_000_000,
};

/** The page's side without a page: what the tap would call, and the batches that come out. */
export class PageSide {
  readonly log = new Log();
  readonly records = new Records();
  readonly batches: Batch[] = [];
  readonly readers = new Readers(this.log, this.records, (batch) => this.batches.push(batch));
  readonly recorder = new Recorder(this.log, this.records, (units, time) => this.readers.noted(units, time));
  /** Milliseconds since the time origin; each notice is one later. */
  time = 0;

  open(url = "wss://app.example/ws"): SocketRecord {
    const record = this.recorder.created({ transport: "WebSocket", url, asked: "" }, this.time++);
    this.recorder.fact(Kind.Opened, record, this.time++, { protocol: "", extensions: "" });
    return record;
  }

  receive(record: SocketRecord, ...frames: unknown[]): void {
    for (const frame of frames) this.recorder.received(record, this.time++, frame);
  }

  send(record: SocketRecord, ...frames: unknown[]): void {
    for (const frame of frames) this.recorder.sent(record, this.time++, frame, true);
  }

  command(command: Watching, reader = 1): void {
    this.readers.command(reader as ReaderId, command);
  }

  watch(from: Order | "now" = 0, reader = 1): void {
    this.command({ type: "watch", from }, reader);
  }

  /** Sends what waits, and takes the batches that came out. */
  take(): Batch[] {
    this.readers.flush();
    return this.batches.splice(0);
  }

  /** The same, read. */
  notices() {
    return this.take().flatMap((batch) => [...unpack(batch)]);
  }
}
