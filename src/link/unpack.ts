import { type Batch, Flag, KIND_MASK, Kind, META_UNITS, type Order } from "../protocol";

/** One notice of a batch. `time` is in ms since the document's time origin. */
export interface Notice {
  order: Order;
  kind: Kind;
  /** Bits of {@link Flag}. */
  flags: number;
  /** The socket's number within its document. */
  socket: number;
  time: number;
  /** Code units of text, or bytes, of the content; of the whole content where it was not kept. */
  length: number;
  /** The content where it is text. */
  text: string;
  /** The content where it is binary. */
  bytes: Uint8Array | null;
}

/** A batch that contradicts itself: the page (or what took its place) did not play by the protocol. */
export class MalformedBatch extends Error {}

const KINDS: ReadonlySet<number> = new Set(Object.values(Kind));
const TEXTLESS: ReadonlySet<number> = new Set([
  Kind.BytesSent,
  Kind.BytesReceived,
  Kind.BlobSent,
  Kind.BlobReceived,
  Kind.BlobBytes,
]);
const BLOBS: ReadonlySet<number> = new Set([Kind.BlobSent, Kind.BlobReceived]);

function number(text: string | undefined, what: string): number {
  const value = Number(text);
  if (!text || !Number.isFinite(value)) throw new MalformedBatch(`${what} is not a number`);
  return value;
}

/** Reads a batch's head: who it is for, the order of its first notice, and its base time. */
function readHead(head: string): { reader: number; first: Order; base: number } {
  const [reader, first, base] = head.split(" ");
  const order = number(first, "first");
  if (!Number.isSafeInteger(order) || order < 0) throw new MalformedBatch("first is not an order");
  return { reader: number(reader, "reader"), first: order, base: number(base, "base") };
}

/**
 * Reads a batch (its layout stands at {@link Batch}).
 * @throws MalformedBatch where its columns do not fit together
 */
export function* unpack(batch: Batch): Generator<Notice> {
  const [head, meta, text, bytes] = batch;
  const { first, base } = readHead(head);
  if (meta.length % META_UNITS !== 0) throw new MalformedBatch("meta is cut off");
  let order = first;
  let textAt = 0;
  let bytesAt = 0;
  for (let at = 0; at < meta.length; at += META_UNITS) {
    const unit = (offset: number) => meta.charCodeAt(at + offset);
    const kind = (unit(0) >> 8) & KIND_MASK;
    const flags = ((unit(0) >> 8) & ~KIND_MASK) | ((unit(0) & 0xc0) << 2);
    if (!KINDS.has(kind)) throw new MalformedBatch(`no such kind of notice: ${kind}`);
    const length = unit(4) * 0x10000 + unit(5);
    const notice: Notice = {
      order,
      kind: kind as Kind,
      flags,
      socket: (unit(0) & 0x3f) * 0x10000 + unit(1),
      time: base + ((unit(2) << 16) | unit(3)) / 1000,
      length,
      text: "",
      bytes: null,
    };
    const contained = kind === Kind.BlobBytes || !(flags & Flag.Unkept || BLOBS.has(kind));
    if (contained) {
      if (TEXTLESS.has(kind)) {
        if (bytesAt + length > (bytes?.byteLength ?? 0)) throw new MalformedBatch("bytes are cut off");
        notice.bytes = bytes ? new Uint8Array(bytes, bytesAt, length) : new Uint8Array(0);
        bytesAt += length;
      } else {
        if (textAt + length > text.length) throw new MalformedBatch("text is cut off");
        notice.text = text.slice(textAt, textAt + length);
        textAt += length;
      }
    }
    yield notice;
    if (kind !== Kind.Known && !(flags & Flag.More)) order++;
  }
  if (textAt !== text.length) throw new MalformedBatch("text is left over");
}
