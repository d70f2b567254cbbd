import type { Order } from "../protocol";
import {
  addEventListener,
  defineProperty,
  NativeArrayBuffer,
  NativeDataView,
  NativeFileReader,
  NativeUint8Array,
  readArrayBuffer,
  readByteLength,
  readResult,
  setBytes,
  setFloat64,
} from "./natives";

const ORDER_BYTES = 8;

/** With a length of its own: any other would be asked of the page's `%TypedArray%.prototype`. */
function measured(bytes: Uint8Array, length: number): Uint8Array {
  defineProperty(bytes, "length", { __proto__: null, value: length } as PropertyDescriptor);
  return bytes;
}

/** What stands in the place of a Blob's bytes that could not be read, or not be kept: its frame's order. */
export function orderOnly(order: Order): Uint8Array {
  const buffer = new NativeArrayBuffer(ORDER_BYTES);
  setFloat64(new NativeDataView(buffer), 0, order, true);
  return measured(new NativeUint8Array(buffer), ORDER_BYTES);
}

/**
 * Reads a Blob. `done` gets its bytes with their frame's order in front (the content of `Kind.BlobBytes`), and the
 * bytes alone; null and only the order in front where the Blob could not be read. Without a promise: one asks what
 * it is resolved with for `then`, and itself for its constructor, both of which the page may have patched.
 */
export function readBytes(
  blob: Blob,
  order: Order,
  done: (prefixed: Uint8Array, bytes: Uint8Array | null) => void,
): void {
  const reader = new NativeFileReader();
  addEventListener(reader, "loadend", () => {
    const buffer = readResult(reader);
    if (buffer === null) {
      done(orderOnly(order), null);
      return;
    }
    const length = readByteLength(buffer);
    const bytes = measured(new NativeUint8Array(buffer), length);
    const whole = measured(new NativeUint8Array(ORDER_BYTES + length), ORDER_BYTES + length);
    setBytes(whole, orderOnly(order), 0);
    setBytes(whole, bytes, ORDER_BYTES);
    done(whole, bytes);
  });
  readArrayBuffer(reader, blob);
}
