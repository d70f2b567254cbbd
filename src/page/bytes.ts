import {
  dataViewBounds,
  getPrototypeOf,
  isView,
  NativeDataView,
  NativeUint8Array,
  readArrayKind,
  readBlobSize,
  readByteLength,
  typedArrayBounds,
} from "./natives";

/** The length in bytes of an ArrayBuffer or view; 0 where the buffer was transferred away, as `send` sees it. */
export function byteLength(data: object): number {
  try {
    return isView(data) ? boundsOf(data).byteLength(data) : readByteLength(data);
  } catch {
    return 0;
  }
}

/**
 * The bytes of an ArrayBuffer or view of this length as a copy of our own: the page may change or transfer it at any
 * time. Null where there is no memory for it.
 */
export function copyBytes(data: object, length: number): Uint8Array | null {
  if (length === 0) return new NativeUint8Array(0);
  try {
    if (!isView(data)) return new NativeUint8Array(new NativeUint8Array(data as ArrayBuffer));
    const { buffer, byteOffset } = boundsOf(data);
    return new NativeUint8Array(new NativeUint8Array(buffer(data), byteOffset(data), length));
  } catch {
    return null;
  }
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

/** Whether `send` takes this as it is, instead of turning it into text. Shared buffers it takes, and refuses. */
export function isBinary(data: object): boolean {
  return isView(data) || isBuffer(data) || blobSize(data) >= 0 || isShared(data);
}

/** Of all that is neither a buffer nor a view, a DataView takes only this. */
function isShared(data: object): boolean {
  try {
    return isView(new NativeDataView(data as ArrayBuffer));
  } catch {
    return false;
  }
}

/** The size of a Blob in bytes, -1 for anything else. */
export function blobSize(data: unknown): number {
  try {
    return readBlobSize(data);
  } catch {
    return -1;
  }
}
