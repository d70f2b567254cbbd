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

/** The length in bytes of an ArrayBuffer or view. */
export function byteLength(data: object): number {
  return isView(data) ? boundsOf(data).byteLength(data) : readByteLength(data);
}

/** The bytes of an ArrayBuffer or view as a copy of our own: the page may change or transfer it at any time. */
export function copyBytes(data: object): Uint8Array {
  if (!isView(data)) return new NativeUint8Array(new NativeUint8Array(data as ArrayBuffer));
  const { buffer, byteOffset, byteLength } = boundsOf(data);
  return new NativeUint8Array(new NativeUint8Array(buffer(data), byteOffset(data), byteLength(data)));
}

function boundsOf(view: ArrayBufferView) {
  return readArrayKind(view) === undefined ? dataViewBounds : typedArrayBounds;
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
