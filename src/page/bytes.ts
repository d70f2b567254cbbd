import {
  dataViewBounds,
  getPrototypeOf,
  isView,
  NativeUint8Array,
  readArrayKind,
  readBlobSize,
  readByteLength,
  typedArrayBounds,
} from "./natives";

/**
 * The bytes of an ArrayBuffer or view as a copy of our own: the page may change or transfer it at any time.
 * Null for anything else.
 */
export function copyBytes(data: unknown): Uint8Array | null {
  if (isView(data)) {
    const { buffer, byteOffset, byteLength } =
      readArrayKind(data) === undefined ? dataViewBounds : typedArrayBounds;
    return new NativeUint8Array(new NativeUint8Array(buffer(data), byteOffset(data), byteLength(data)));
  }
  return isBuffer(data) ? new NativeUint8Array(new NativeUint8Array(data)) : null;
}

function isBuffer(data: unknown): data is ArrayBuffer {
  try {
    readByteLength(data);
    return true;
  } catch {
    return false;
  }
}

const blobPrototype = Blob.prototype;

/** Whether this is a Blob: at once for the usual kind, by asking for its size for any other (a File, another realm's). */
export function isBlob(data: object): data is Blob {
  return getPrototypeOf(data) === blobPrototype || (!isView(data) && !isBuffer(data) && blobSize(data) >= 0);
}

/** Whether `send` takes this as it is, instead of turning it into text. */
export function isBinary(data: object): boolean {
  return isView(data) || isBuffer(data) || blobSize(data) >= 0;
}

/** The size of a Blob in bytes, -1 for anything else. */
export function blobSize(data: unknown): number {
  try {
    return readBlobSize(data);
  } catch {
    return -1;
  }
}
