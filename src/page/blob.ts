import type { Order } from "../protocol";
import {
  NativeArrayBuffer,
  NativeDataView,
  NativeUint8Array,
  readBlob,
  readByteLength,
  setBytes,
  setFloat64,
  settle,
} from "./natives";

const ORDER_BYTES = 8;

/**
 * Reads a Blob. `done` gets its bytes with their frame's order in front (the content of `Kind.BlobBytes`), and the
 * bytes alone; null and only the order in front where the Blob could not be read.
 */
export function readBytes(
  blob: Blob,
  order: Order,
  done: (prefixed: Uint8Array, bytes: Uint8Array | null) => void,
): void {
  function prefixed(bytes: Uint8Array | null, length: number): Uint8Array {
    const buffer = new NativeArrayBuffer(ORDER_BYTES + length);
    setFloat64(new NativeDataView(buffer), 0, order, true);
    const whole = new NativeUint8Array(buffer);
    if (bytes) setBytes(whole, bytes, ORDER_BYTES);
    return whole;
  }
  settle(
    readBlob(blob),
    (buffer) => {
      const bytes = new NativeUint8Array(buffer);
      done(prefixed(bytes, readByteLength(buffer)), bytes);
    },
    () => done(prefixed(null, 0), null),
  );
}
