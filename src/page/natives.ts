/**
 * What the tap uses of the page's world, taken before the page's first script can change it. Afterwards only
 * these are called: a patched prototype neither breaks the tap nor notices it.
 */

export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
export const { stringify } = JSON;
export const { isView } = ArrayBuffer;
export const { isArray } = Array;
export const { fromCharCode } = String;
export const { min, round } = Math;
export const arrayFrom = Array.from;
export const clone = structuredClone;
export const NativeSocket = WebSocket;
export const NativeCustomEvent = CustomEvent;
export const NativeMessageEvent = MessageEvent;
export const NativeURL = URL;
export const NativeDOMException = DOMException;
export const NativeUint8Array = Uint8Array;
export const NativeUint16Array = Uint16Array;
export const NativeFloat64Array = Float64Array;
export const NativeArrayBuffer = ArrayBuffer;
export const NativeDataView = DataView;
export const NativeProxy = Proxy;
export const NativeFileReader = FileReader;
/** Not there in a worker. */
export const NativeFocusEvent = globalThis.FocusEvent as typeof FocusEvent | undefined;
export const NativeError = Error;
/** Not there in every browser. */
export const captureStackTrace = Error.captureStackTrace as typeof Error.captureStackTrace | undefined;

const NOTHING: [] = [];
const typedArray = getPrototypeOf(Uint8Array.prototype) as object;

/** A property's getter as a function of its object; it throws where the native getter would. */
export function reader<T>(of: object, name: string | symbol): (self: unknown) => T {
  const get = getOwnPropertyDescriptor(of, name)?.get as () => T;
  return (self) => apply(get, self, NOTHING);
}

/** A method as a function of its object. */
function method<A extends unknown[], R>(of: (...args: A) => R): (self: unknown, ...args: A) => R {
  return (self, ...args) => apply(of, self, args);
}

/** Not through `reader`, whose one function serves all: these two are asked for every frame. */
const getData = getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get as () => unknown;
export function readData(event: unknown): unknown {
  return apply(getData, event, NOTHING);
}
const getTimeStamp = getOwnPropertyDescriptor(Event.prototype, "timeStamp")?.get as () => number;
export function readTimeStamp(event: unknown): number {
  return apply(getTimeStamp, event, NOTHING);
}
export const readDetail = reader<unknown>(CustomEvent.prototype, "detail");
export const readOrigin = reader<string>(URL.prototype, "origin");
/** Of what the browser throws. */
export const readMessage = reader<string>(DOMException.prototype, "message");
export const readCode = reader<number>(CloseEvent.prototype, "code");
export const readReason = reader<string>(CloseEvent.prototype, "reason");
export const readWasClean = reader<boolean>(CloseEvent.prototype, "wasClean");
export const readUrl = reader<string>(WebSocket.prototype, "url");
export const readProtocol = reader<string>(WebSocket.prototype, "protocol");
export const readExtensions = reader<string>(WebSocket.prototype, "extensions");
export const readBinaryType = reader<BinaryType>(WebSocket.prototype, "binaryType");
export const readReadyState = reader<number>(WebSocket.prototype, "readyState");
export const readBlobSize = reader<number>(Blob.prototype, "size");
export const readByteLength = reader<number>(ArrayBuffer.prototype, "byteLength");
/** The name of a typed array's kind; undefined for a DataView. */
export const readArrayKind = reader<string | undefined>(typedArray, Symbol.toStringTag);
export const typedArrayBounds = bounds(typedArray);
export const dataViewBounds = bounds(DataView.prototype);

function bounds(of: object) {
  return {
    buffer: reader<ArrayBuffer>(of, "buffer"),
    byteOffset: reader<number>(of, "byteOffset"),
    byteLength: reader<number>(of, "byteLength"),
  };
}

export const slice = method(String.prototype.slice);
export const indexOf = method(String.prototype.indexOf);
export const lastIndexOf = method(String.prototype.lastIndexOf);
export const setBytes = method(Uint8Array.prototype.set);
export const setFloat64 = method(DataView.prototype.setFloat64);
export const addEventListener = method(EventTarget.prototype.addEventListener);
export const dispatchEvent = method(EventTarget.prototype.dispatchEvent);
export const readArrayBuffer = method(FileReader.prototype.readAsArrayBuffer);
const resultGetter = getOwnPropertyDescriptor(FileReader.prototype, "result")
  ?.get as () => ArrayBuffer | null;
/** The bytes that a FileReader read. In DOMs other than a browser's they are a plain property. */
export function readResult(reader: FileReader): ArrayBuffer | null {
  return resultGetter ? apply(resultGetter, reader, NOTHING) : (reader.result as ArrayBuffer | null);
}

const nativeNow = performance.now;
const clock = performance;
/** Of this document, or worker: ms since 1970. */
export const { timeOrigin } = clock;
/** Milliseconds since the time origin. */
export function now(): number {
  return apply(nativeNow, clock, NOTHING);
}

interface Scheduler {
  postTask(task: () => void, options: { delay: number }): Promise<void>;
}
const { scheduler } = self as unknown as { scheduler?: Scheduler };
const nativePostTask = scheduler?.postTask;
const nativeTimeout = setTimeout;
/**
 * Runs the task after so many milliseconds. Not by `setTimeout`, if it can be helped: its numbers go up by one for
 * each, which a page sees, and pages that clear every number there is would stop the tap's.
 */
export function after(ms: number, task: () => void): void {
  const options = { __proto__: null, delay: ms } as { delay: number };
  if (nativePostTask) apply(nativePostTask, scheduler, [task, options]);
  else apply(nativeTimeout, self, [task, ms]);
}
