import { type Closing, type Created, Kind } from "../protocol";
import { isBinary } from "./bytes";
import { asNative, installDisguise, replace, standIn, withoutTrace } from "./disguise";
import {
  addEventListener,
  apply,
  clone,
  construct,
  getOwnPropertyDescriptor,
  isArray,
  NativeSocket,
  now,
  readCode,
  readData,
  readExtensions,
  readProtocol,
  readReadyState,
  readReason,
  readTimeStamp,
  readUrl,
  readWasClean,
} from "./natives";
import type { SocketRecord } from "./record";
import type { Recorder } from "./recorder";
import { Stamp } from "./stamp";

const { prototype } = NativeSocket;
const { stopImmediatePropagation } = Event.prototype;
const { send: nativeSend } = prototype;
export const { close: nativeClose } = prototype;

const CLOSING = 2;

/** Opens a socket in the page's name. */
export type Open = (facts: Created, protocols: string[]) => void;

/**
 * Puts the tap on this world's `WebSocket`: the real socket is constructed and stays native, the tap's listeners
 * are the first it gets, and `send` and `close` are wrapped on the prototype.
 * @param constructed called after each new socket
 * @returns opens a socket that the page has no hold of
 */
export function install(recorder: Recorder, constructed: (record: SocketRecord) => void): Open {
  installDisguise();
  wrapSend(recorder);
  wrapClose(recorder);
  return wrapConstructor(recorder, constructed);
}

/**
 * The subprotocols asked for, read without running the page's code again: a structured clone of an array of strings
 * calls no iterator and no `toString`, and refuses a Proxy. Anything more peculiar is left unknown.
 */
export function askedFor(protocols: unknown): string {
  if (typeof protocols === "string") return protocols;
  if (!isArray(protocols)) return "";
  let list: unknown;
  try {
    list = clone(protocols);
  } catch {
    return "";
  }
  let asked = "";
  for (let i = 0; i < (list as unknown[]).length; i++) {
    const name = (list as unknown[])[i];
    if (typeof name === "string") asked += asked === "" ? name : `,${name}`;
  }
  return asked;
}

function wrapConstructor(recorder: Recorder, constructed: (record: SocketRecord) => void): Open {
  /** Whether conditions keep this from the page, whose listeners all come after. */
  function withheld(record: SocketRecord, event: Event, kind: Kind, content: unknown): boolean {
    if (recorder.ask?.(kind, record, content) === undefined) return false;
    apply(stopImmediatePropagation, event, []);
    return true;
  }
  function onMessage(this: WebSocket, event: Event): void {
    if (!event.isTrusted) return;
    // The tap's listener is on stamped sockets only.
    const record = Stamp.of(this);
    const data = readData(event);
    if (!recorder.ask || !withheld(record, event, Kind.TextReceived, data))
      recorder.received(record, readTimeStamp(event), data);
  }
  function on(kind: Kind, factsOf: (socket: WebSocket, event: Event) => object) {
    return function (this: WebSocket, event: Event): void {
      const known = Stamp.read(this);
      if (!event.isTrusted || !known) return;
      const facts = factsOf(this, event);
      if (!withheld(known, event, kind, facts)) recorder.fact(kind, known, readTimeStamp(event), facts);
    };
  }
  const onOpen = on(Kind.Opened, (socket) => {
    return { protocol: readProtocol(socket), extensions: readExtensions(socket) };
  });
  const onError = on(Kind.Failed, () => ({}));
  const onClose = on(Kind.Closed, (_, event) => {
    return { code: readCode(event), reason: readReason(event), clean: readWasClean(event) };
  });

  function watch(socket: WebSocket, facts: Created): void {
    const record = recorder.created(facts, now());
    record.socket = socket;
    new Stamp(socket, record);
    addEventListener(socket, "open", onOpen);
    addEventListener(socket, "message", onMessage as EventListener);
    addEventListener(socket, "error", onError);
    addEventListener(socket, "close", onClose);
    constructed(record);
  }

  const tapped: typeof WebSocket = standIn(NativeSocket, {
    construct: function trap(target, args: [unknown, unknown?], newTarget) {
      const make = () => construct(target, args, newTarget === tapped ? target : newTarget);
      // Another's prototype is asked for, which may run the page's code.
      const socket: WebSocket = call(make, undefined, newTarget === tapped ? args : [newTarget], trap);
      watch(socket, { transport: "WebSocket", url: readUrl(socket), asked: askedFor(args[1]) });
      return socket;
    },
  });
  replace(self, "WebSocket", tapped);
  replace(prototype, "constructor", tapped);

  return (facts, protocols) => {
    watch(construct(NativeSocket, [facts.url, listOf(protocols) as string[]]), facts);
  };
}

/** Sends, if conditions do not keep it here, and writes it down with these flags. Throws as `send` does. */
export function transmit(
  recorder: Recorder,
  record: SocketRecord,
  socket: unknown,
  data: string | object,
  flags: number,
): void {
  const out = readReadyState(socket) < CLOSING;
  const said = recorder.ask?.("send", record, data);
  if (said === undefined) apply(nativeSend, socket, [data as string]);
  recorder.sent(record, now(), data, out || said !== undefined, flags | (said as number));
}

function wrapSend(recorder: Recorder): void {
  function trap(target: typeof nativeSend, self: unknown, args: [unknown?]): void {
    const record = Stamp.read(self);
    const data = args[0];
    if (!record || args.length === 0 || typeof data === "symbol") {
      call(target, self, args, trap);
      return;
    }
    let sent: string | object = data as object;
    if (!isObject(data) || !isBinary(data)) {
      try {
        sent = `${data}`;
      } catch (error) {
        const stand = inconvertible(error);
        if (stand) call(target, self, [stand], trap);
        throw withoutTrace(error, trap);
      }
    }
    try {
      transmit(recorder, record, self, sent, 0);
    } catch (error) {
      throw asNative(error, trap);
    }
  }

  replace(prototype, "send", standIn(nativeSend, { apply: trap }));
}

function wrapClose(recorder: Recorder): void {
  function trap(target: typeof nativeClose, self: unknown, args: [unknown?, unknown?]): void {
    const record = Stamp.read(self);
    const open = record !== null && readReadyState(self) < CLOSING;
    const facts = closingFacts(args);
    if (record && recorder.ask?.("close", record, facts) !== undefined) return;
    call(target, self, args, trap);
    if (record && open) recorder.fact(Kind.Closing, record, now(), facts);
  }
  replace(prototype, "close", standIn(nativeClose, { apply: trap }));
}

/** Calls a native function for `trap`. */
export function call<R>(
  native: (...args: never[]) => R,
  self: unknown,
  args: readonly [unknown?, unknown?],
  trap: (...args: never[]) => unknown,
): R {
  try {
    return apply(native, self, args as unknown as never[]);
  } catch (error) {
    const foreign = isObject(args[0]) ? args[0] !== BARE : isObject(args[1]);
    throw foreign ? withoutTrace(error, trap) : asNative(error, trap);
  }
}

/** An array as a list that the browser reads without asking the page's `Array.prototype`. */
function listOf(array: readonly string[]): object {
  let at = 0;
  const next = () =>
    at < array.length ? { __proto__: null, value: array[at++] } : { __proto__: null, done: true };
  return { __proto__: null, [iterator]: () => ({ __proto__: null, next }) };
}

const BARE = { __proto__: null };
const { iterator } = Symbol;

/**
 * What the browser refuses in the same words, where JavaScript could not make text of an object: `send` puts its name
 * in front of them.
 */
function inconvertible(error: unknown): unknown {
  const message = isObject(error) && { __proto__: null, ...getOwnPropertyDescriptor(error, "message") };
  const { value } = (message || BARE) as PropertyDescriptor;
  if (value === "Cannot convert object to primitive value") return BARE;
  return value === "Cannot convert a Symbol value to a string" ? iterator : null;
}

/** Whether converting this can run code of the page's. */
function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Only primitives: converting an object again would run the page's code a second time. */
function closingFacts(args: [unknown?, unknown?]): Closing {
  const facts = { __proto__: null } as Closing;
  if (typeof args[0] === "number") facts.code = args[0];
  if (typeof args[1] === "string") facts.reason = args[1];
  return facts;
}
