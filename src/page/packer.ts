import { BATCH_NOTICES, BATCH_UNITS, type Batch, Flag, META_UNITS, NOTICE_UNITS } from "../protocol";
import {
  apply,
  defineProperty,
  fromCharCode,
  min,
  NativeArrayBuffer,
  NativeUint8Array,
  NativeUint16Array,
  round,
  setBytes,
  slice,
  typedArrayBounds,
} from "./natives";
import type { SocketRecord } from "./record";

/** Farthest a notice's time may be from the batch's base: 32 bits of microseconds. */
const FARTHEST_MS = 2_000_000;

/** Fills one batch after another (layout: {@link Batch}). Its buffers are used again for each. */
export class Packer {
  #meta = new NativeUint16Array(BATCH_NOTICES * META_UNITS);
  #metaBuffer = typedArrayBounds.buffer(this.#meta);
  #metaLength = 0;
  #text = "";
  #bytesBuffer = new NativeArrayBuffer(BATCH_UNITS);
  #bytes = new NativeUint8Array(this.#bytesBuffer);
  #bytesLength = 0;
  #base = 0;

  get empty(): boolean {
    return this.#metaLength === 0;
  }

  /** Units of the batch so far, notices included. */
  get units(): number {
    return this.#content + (this.#metaLength / META_UNITS) * NOTICE_UNITS;
  }

  get #content(): number {
    return this.#text.length + this.#bytesLength;
  }

  get #room(): number {
    return BATCH_UNITS - this.#content;
  }

  /** Whether a notice of this time fits in at all. */
  takes(time: number): boolean {
    if (this.empty) return true;
    if (this.#metaLength === BATCH_NOTICES * META_UNITS || this.#room <= 0) return false;
    return time - this.#base < FARTHEST_MS && this.#base - time < FARTHEST_MS;
  }

  /**
   * Puts in a notice whose content is `length` units from `offset` on, or as much of it as there is room for.
   * @returns units put in; when more are left the notice is flagged and has to be gone on with
   */
  put(
    kind: number,
    record: SocketRecord,
    time: number,
    content: string | Uint8Array | null,
    offset: number,
    length: number,
  ): number {
    if (this.empty) this.#base = time;
    if (content === null) {
      this.#note(kind, record.number, time, length);
      return length;
    }
    const left = length - offset;
    // A content that would fit in a batch of its own is not cut.
    if (left > this.#room && left <= BATCH_UNITS && !this.empty) return -1;
    const units = min(left, this.#room);
    this.#note(units < left ? kind | Flag.More : kind, record.number, time, units);
    if (typeof content === "string") {
      this.#text += units === content.length ? content : slice(content, offset, offset + units);
    } else {
      const part = new NativeUint8Array(typedArrayBounds.buffer(content), offset, units);
      setBytes(this.#bytes, part, this.#bytesLength);
      this.#bytesLength += units;
    }
    return units;
  }

  /** The batch for this reader, whose first notice has this order; the next one starts empty. */
  finish(reader: number, first: number): Batch {
    const units = new NativeUint16Array(this.#metaBuffer, 0, this.#metaLength);
    // `apply` would ask the page's `%TypedArray%.prototype` for it.
    defineProperty(units, "length", { __proto__: null, value: this.#metaLength } as PropertyDescriptor);
    const meta = apply(fromCharCode, undefined, units as unknown as number[]);
    const bytes = this.#bytesLength === 0 ? null : this.#copiedBytes();
    const batch: Batch = [`${reader} ${first} ${this.#base}`, meta, this.#text, bytes];
    this.clear();
    return batch;
  }

  /** Throws away what was put in. */
  clear(): void {
    this.#metaLength = 0;
    this.#text = "";
    this.#bytesLength = 0;
  }

  #copiedBytes(): ArrayBuffer {
    const buffer = new NativeArrayBuffer(this.#bytesLength);
    setBytes(new NativeUint8Array(buffer), new NativeUint8Array(this.#bytesBuffer, 0, this.#bytesLength), 0);
    return buffer;
  }

  #note(kind: number, socket: number, time: number, length: number): void {
    const meta = this.#meta;
    const at = this.#metaLength;
    const micros = round((time - this.#base) * 1000);
    // The array keeps sixteen bits: the two highest flags, which do not fit beside the others, go below them.
    meta[at] = (kind << 8) | ((kind >>> 8) << 6) | (socket >>> 16);
    meta[at + 1] = socket;
    meta[at + 2] = micros >> 16;
    meta[at + 3] = micros;
    meta[at + 4] = length / 0x10000;
    meta[at + 5] = length;
    this.#metaLength += META_UNITS;
  }
}
