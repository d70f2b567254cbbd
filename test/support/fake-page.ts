import type { Link } from "../../src/link/link";
import type { Notice } from "../../src/link/unpack";
import type { Batch, DocumentId, DocumentInfo, PanelCommand, PanelNotice } from "../../src/protocol";
import { Flag, Kind } from "../../src/protocol";

type Packed = Omit<Notice, "order" | "kind"> & { kind: number };

/** Packs notices after the layout that stands at `Batch` in the protocol. */
export function packBatch(first: number, base: number, notices: readonly Packed[], reader = 1): Batch {
  const units: number[] = [];
  let text = "";
  const bytes: number[] = [];
  for (const notice of notices) {
    const micros = Math.round((notice.time - base) * 1000);
    units.push(
      (((notice.flags | notice.kind) & 0xff) << 8) | ((notice.flags & 0x300) >> 2) | (notice.socket >> 16),
      notice.socket & 0xffff,
      (micros >> 16) & 0xffff,
      micros & 0xffff,
      (notice.length >>> 16) & 0xffff,
      notice.length & 0xffff,
    );
    text += notice.text;
    for (const byte of notice.bytes ?? []) bytes.push(byte);
  }
  const meta = units.map((unit) => String.fromCharCode(unit)).join("");
  return [`${reader} ${first} ${base}`, meta, text, bytes.length > 0 ? new Uint8Array(bytes).buffer : null];
}

/**
 * A page that speaks to the panel: says what its sockets do, keeps the order, and packs it. What it says is held
 * back until `flush`, which makes one batch of it.
 */
export class FakePage {
  readonly document: DocumentInfo;
  /** Ms since the time origin; tests move it. */
  clock = 0;
  #order = 0;
  #first = 0;
  #said: Packed[] = [];

  constructor(
    private readonly tell: (notice: PanelNotice) => void,
    { id = "document-1", frameId = 0, url = "https://example.test/app", timeOrigin = 1_700_000_000_000 } = {},
  ) {
    this.document = { id: id as DocumentId, frameId, url, timeOrigin };
  }

  arrive(): void {
    this.tell({ type: "document", document: this.document });
  }

  depart(): void {
    this.tell({ type: "departed", document: this.document.id });
  }

  /** @param replay the key by which the panel had it opened */
  created(socket: number, url: string, asked = "", replay?: string): void {
    this.#fact(Kind.Created, socket, { url, asked, ...(replay !== undefined && { replay }) });
  }

  opened(socket: number, protocol = "", extensions = ""): void {
    this.#fact(Kind.Opened, socket, { protocol, extensions });
  }

  /** A frame that was withheld has gone its way. */
  delivered(socket: number, order: number): void {
    this.#fact(Kind.Delivered, socket, { order });
  }

  failed(socket: number): void {
    this.#fact(Kind.Failed, socket, {});
  }

  closing(socket: number, code?: number, reason?: string): void {
    this.#fact(Kind.Closing, socket, { code, reason });
  }

  closed(socket: number, code: number, reason = "", clean = code !== 1006): void {
    this.#fact(Kind.Closed, socket, { code, reason, clean });
  }

  /** In front of what the log still holds: it has no order of its own. */
  known(socket: number, facts: object): void {
    const text = JSON.stringify(facts);
    this.#say({
      kind: Kind.Known,
      flags: 0,
      socket,
      time: this.clock,
      length: text.length,
      text,
      bytes: null,
    });
  }

  sent(socket: number, content: string | Uint8Array, flags = 0): number {
    return this.#frame(socket, content, Kind.TextSent, Kind.BytesSent, flags);
  }

  received(socket: number, content: string | Uint8Array, flags = 0): number {
    return this.#frame(socket, content, Kind.TextReceived, Kind.BytesReceived, flags);
  }

  /** A frame whose Blob is still being read; returns its order. */
  blobReceived(socket: number, size: number): number {
    const { clock: time } = this;
    this.#say({ kind: Kind.BlobReceived, flags: 0, socket, time, length: size, text: "", bytes: null });
    return this.#order++;
  }

  blobBytes(socket: number, order: number, content: Uint8Array): void {
    const bytes = new Uint8Array(8 + content.length);
    new DataView(bytes.buffer).setFloat64(0, order, true);
    bytes.set(content, 8);
    const { clock: time } = this;
    this.#say({ kind: Kind.BlobBytes, flags: 0, socket, time, length: bytes.length, text: "", bytes });
    this.#order++;
  }

  /** A frame of this size whose content was not kept. */
  unkept(socket: number, size: number): void {
    const { clock: time } = this;
    this.#say({
      kind: Kind.TextReceived,
      flags: Flag.Unkept,
      socket,
      time,
      length: size,
      text: "",
      bytes: null,
    });
    this.#order++;
  }

  /** As if the next notices had been lost on the way. */
  skip(orders: number): void {
    this.flush();
    this.#order += orders;
    this.#first = this.#order;
  }

  /** What was said since, as one batch. */
  take(): Batch | null {
    if (this.#said.length === 0) return null;
    const batch = packBatch(this.#first, this.#said[0]?.time ?? 0, this.#said);
    this.#said = [];
    this.#first = this.#order;
    return batch;
  }

  flush(): void {
    const batch = this.take();
    if (batch) this.tell({ type: "batch", document: this.document.id, batch });
  }

  #fact(kind: number, socket: number, facts: object): void {
    const text = JSON.stringify(facts);
    this.#say({ kind, flags: 0, socket, time: this.clock, length: text.length, text, bytes: null });
    this.#order++;
  }

  #frame(socket: number, content: string | Uint8Array, text: number, bytes: number, flags: number): number {
    const common = { flags, socket, time: this.clock, length: content.length };
    if (typeof content === "string") this.#say({ ...common, kind: text, text: content, bytes: null });
    else this.#say({ ...common, kind: bytes, text: "", bytes: content });
    return this.#order++;
  }

  #say(notice: Packed): void {
    this.#said.push(notice);
  }
}

/** The panel's end of a link whose other end is the test. */
export class FakeLink implements Link<PanelCommand, PanelNotice> {
  readonly sent: PanelCommand[] = [];
  #listener: ((notice: PanelNotice) => void) | null = null;

  send(command: PanelCommand): void {
    this.sent.push(command);
  }

  receive(listener: (notice: PanelNotice) => void): void {
    this.#listener = listener;
  }

  readonly tell = (notice: PanelNotice): void => {
    this.#listener?.(notice);
  };
}
