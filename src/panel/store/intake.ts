import { MalformedBatch, type Notice, unpack } from "../../link/unpack";
import { type Capture, type Loss, type Payload, RowFlag } from "../../model/capture";
import { type Socket, unheard } from "../../model/socket";
import { utf8Bytes } from "../../model/utf8";
import {
  type Batch,
  type Created,
  type DocumentInfo,
  Flag,
  Kind,
  type LossReason,
  META_UNITS,
  NOTICE_UNITS,
  type Order,
} from "../../protocol";
import {
  readClosed,
  readClosing,
  readCreated,
  readDelivered,
  readEvent,
  readKnown,
  readOpened,
} from "./facts";
import type { Ear } from "./replay/ear";

/** A document's socket as seen here, with the count that shows what is missing. */
interface Seen {
  socket: Socket;
  frames: number;
}

const ORDER_BYTES = 8;

/**
 * Turns the notices of one document into rows of the capture: puts long contents together again, drops what came
 * twice, and makes a loss row of what did not come.
 */
export class Intake {
  /** The order of the first notice that has not come yet; where to go on after a break. */
  next: Order = 0;
  #sockets = new Map<number, Seen>();
  /** Rows whose Blob is still being read, by the order of their frame. */
  #pending = new Map<Order, number>();
  /** Rows of frames that pretended conditions withheld, by their order: they may go their way later. */
  #withheld = new Map<Order, number>();
  #parts: Notice[] = [];
  /** States of sockets whose document departed: it may come back, from the back/forward cache. */
  #before = new Map<Socket, Socket["state"]>();

  constructor(
    readonly document: DocumentInfo,
    private readonly capture: Capture,
    /** Hears what happens on sockets of the replay client. */
    private readonly ear: Ear,
  ) {}

  /** The document is there (again). A long content that was cut off by a break is sent again from its start. */
  restart(): void {
    this.#parts = [];
    for (const [socket, state] of this.#before) {
      if (socket.state === "gone") Object.assign(socket, { state, closedAt: undefined });
    }
    this.#before.clear();
  }

  /** The document is gone: sockets that never said so are over too, and Blobs it was reading may never come. */
  depart(at: number, abrupt = false): void {
    for (const seen of this.#sockets.values()) {
      const { socket } = seen;
      if (socket.state === "closed" || socket.state === "gone") continue;
      if (abrupt) this.#lose(seen, 0, "ended", at);
      this.#before.set(socket, socket.state);
      socket.state = "gone";
      socket.closedAt = at;
      if (socket.replay) this.ear.closed(socket, { code: 1006, reason: "The page is gone", clean: false });
    }
    for (const row of this.#pending.values()) this.capture.fill(row, null);
  }

  /** Takes a batch and returns how many units it counts, to be acknowledged. */
  take(batch: Batch): number {
    try {
      for (const notice of unpack(batch)) this.#read(notice);
    } catch (error) {
      // What is refused leaves a hole in the order, and the next batch makes a loss row of it.
      if (!(error instanceof MalformedBatch)) throw error;
    }
    const [, meta, text, bytes] = batch;
    return text.length + (bytes?.byteLength ?? 0) + (meta.length / META_UNITS) * NOTICE_UNITS;
  }

  #read(part: Notice): void {
    const begun = this.#parts[0];
    if (begun && (begun.kind !== part.kind || begun.order !== part.order)) this.#parts = [];
    if (part.kind !== Kind.Known) {
      if (part.order < this.next) return;
      if (part.order > this.next) this.#skipTo(part.order, this.document.timeOrigin + part.time);
    }
    if (part.flags & Flag.More) {
      this.#parts.push(part);
      return;
    }
    const notice = this.#parts.length > 0 ? joined([...this.#parts, part]) : part;
    this.#parts = [];
    if (notice.kind !== Kind.Known) this.next = notice.order + 1;
    this.#apply(notice);
  }

  #skipTo(order: Order, time: number): void {
    // How many notices is known, but not of which sockets: the row stands at the first one, for the whole document.
    const socket = this.#sockets.values().next().value?.socket;
    const payload: Loss = { count: order - this.next, why: "refused" };
    if (socket) this.capture.append({ time, socket, flags: RowFlag.Loss, size: 0, payload });
    this.next = order;
  }

  #apply(notice: Notice): void {
    const time = this.document.timeOrigin + notice.time;
    if (notice.kind === Kind.Created) {
      // After a gap a socket may have been told of before its beginning comes.
      if (!this.#sockets.has(notice.socket)) this.#create(notice.socket, readCreated(notice.text), time);
      return;
    }
    if (notice.kind === Kind.Known) {
      this.#know(notice, time);
      return;
    }
    const seen = this.#sockets.get(notice.socket);
    // The page forgot it: it was closed long ago, and these are its last facts.
    if (!seen) return;
    const { socket } = seen;
    switch (notice.kind) {
      case Kind.Opened:
        Object.assign(socket, { state: "open", openedAt: time }, readOpened(notice.text));
        if (socket.replay) this.ear.opened(socket);
        return;
      case Kind.Failed:
        socket.failed = true;
        if (socket.replay) this.ear.failed(socket);
        return;
      case Kind.Retrying:
        socket.state = "connecting";
        return;
      case Kind.Closing:
        Object.assign(socket, { state: "closing", closedByPage: true }, readClosing(notice.text));
        return;
      case Kind.Closed: {
        const closed = readClosed(notice.text);
        Object.assign(socket, { state: "closed", closedAt: time }, closed);
        if (socket.transport === "EventSource") socket.code = undefined;
        if (socket.replay) this.ear.closed(socket, closed);
        return;
      }
      case Kind.Delivered: {
        const { order } = readDelivered(notice.text);
        const row = this.#withheld.get(order);
        if (row === undefined) return;
        this.#withheld.delete(order);
        this.capture.deliver(row);
        if (socket.replay && !(this.capture.flags(row) & RowFlag.Sent)) {
          this.ear.received(socket, this.capture.payload(row) as Payload);
        }
        return;
      }
      case Kind.BlobBytes:
        this.#fill(notice);
        return;
      default:
        this.#frame(seen, notice, time);
    }
  }

  #create(local: number, { transport, url, asked, replay }: Created, time: number): Seen {
    const socket = this.capture.addSocket({
      document: this.document.id,
      ordinal: local,
      documentUrl: this.document.url,
      frameId: this.document.frameId,
      worker: this.document.worker,
      transport,
      url,
      asked: asked === "" ? [] : asked.split(","),
      ...unheard(),
      state: "connecting",
      createdAt: time,
      ...(replay !== undefined && { replay: "page" as const }),
    });
    const seen = { socket, frames: 0 };
    this.#sockets.set(local, seen);
    if (replay !== undefined) this.ear.created(replay, socket);
    return seen;
  }

  #know(notice: Notice, time: number): void {
    const { timeOrigin } = this.document;
    const known = readKnown(notice.text);
    const seen =
      this.#sockets.get(notice.socket) ?? this.#create(notice.socket, known, timeOrigin + known.createdAt);
    const { protocol, extensions, state, code, reason, clean, failed = false, pretended } = known;
    const before = seen.socket.state;
    Object.assign(seen.socket, { protocol, extensions, state, code, reason, clean, failed, pretended });
    if (known.openedAt !== undefined) seen.socket.openedAt = timeOrigin + known.openedAt;
    if (known.closedAt !== undefined) seen.socket.closedAt = timeOrigin + known.closedAt;
    if (seen.socket.replay && before !== state) this.#retell(seen.socket, before);
    const lost = known.before - seen.frames;
    if (lost > 0) this.#lose(seen, lost, known.why, time);
    for (const [order, row] of this.#pending) if (order < notice.order) this.capture.fill(row, null);
    // What follows starts at this notice's order; everything before it is now accounted for.
    if (notice.order > this.next) this.next = notice.order;
  }

  /** What a socket went through while nothing of it came. */
  #retell(socket: Socket, before: Socket["state"]): void {
    const { openedAt, state, code = 1006, reason = "", clean = false } = socket;
    if (before === "connecting" && openedAt !== undefined) this.ear.opened(socket);
    if (state === "closed") this.ear.closed(socket, { code, reason, clean });
  }

  #lose(seen: Seen, count: number, why: LossReason, time: number): void {
    seen.frames += count;
    this.capture.append({ time, socket: seen.socket, flags: RowFlag.Loss, size: 0, payload: { count, why } });
  }

  #fill(notice: Notice): void {
    const bytes = notice.bytes;
    if (!bytes || bytes.length < ORDER_BYTES)
      throw new MalformedBatch("a Blob's bytes do not say whose they are");
    const order = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true);
    const row = this.#pending.get(order);
    if (row === undefined) return;
    this.#pending.delete(order);
    this.capture.fill(row, notice.flags & Flag.Unkept ? null : bytes.slice(ORDER_BYTES));
  }

  #frame(seen: Seen, notice: Notice, time: number): void {
    const { kind } = notice;
    const sent = kind === Kind.TextSent || kind === Kind.BytesSent || kind === Kind.BlobSent;
    const blob = kind === Kind.BlobSent || kind === Kind.BlobReceived;
    const binary = kind >= Kind.BytesSent && kind <= Kind.BlobReceived;
    const unkept = (notice.flags & Flag.Unkept) !== 0;
    let flags = (sent ? RowFlag.Sent : 0) | (binary ? RowFlag.Binary : 0);
    if (notice.flags & Flag.Unsent) flags |= RowFlag.Unsent;
    if (notice.flags & Flag.Injected) flags |= RowFlag.Injected;
    if (notice.flags & Flag.Withheld) flags |= RowFlag.Withheld;
    if (unkept) flags |= RowFlag.Unkept;
    else if (blob) flags |= RowFlag.Pending;
    const event = kind === Kind.EventReceived && !unkept ? readEvent(notice.text) : undefined;
    const text = event?.data ?? notice.text;
    const payload: Payload = unkept || blob ? null : (notice.bytes?.slice() ?? onTheWire(text, sent));
    const size = typeof payload === "string" ? utf8Bytes(payload) : notice.length;
    const row = this.capture.append({ time, socket: seen.socket, flags, size, payload, event });
    if (blob && !unkept) this.#pending.set(notice.order, row);
    if (flags & RowFlag.Withheld) this.#withheld.set(notice.order, row);
    // What is withheld comes to nobody, unless it is delivered later.
    else if (seen.socket.replay && !sent && payload !== null) this.ear.received(seen.socket, payload);
    seen.frames++;
  }
}

/** `send` puts U+FFFD on the wire for a lone surrogate (it takes a USVString). */
function onTheWire(text: string, sent: boolean): string {
  return sent ? text.toWellFormed() : text;
}

function joined(parts: Notice[]): Notice {
  const last = parts[parts.length - 1] as Notice;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (!last.bytes) return { ...last, length, text: parts.map((part) => part.text).join("") };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.bytes ?? [], at);
    at += part.length;
  }
  return { ...last, length, bytes };
}
