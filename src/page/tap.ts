import type { Closing, Created } from "../protocol";
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
const { send: nativeSend, close: nativeClose, CLOSING } = prototype;

/**
 * Puts the tap on this world's `WebSocket`: the real socket is constructed and stays native, the tap's listeners
 * are the first it gets, and `send` and `close` are wrapped on the prototype.
 * @param constructed called after each new socket
 */
export function install(recorder: Recorder, constructed: () => void): void {
  installDisguise();
  wrapSend(recorder);
  wrapClose(recorder);
  wrapConstructor(recorder, constructed);
}

/**
 * The subprotocols asked for, read without running the page's code again: a structured clone of an array of strings
 * calls no iterator and no `toString`, and refuses a Proxy. Anything more peculiar is left unknown.
 */
function askedFor(protocols: unknown): string {
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

function wrapConstructor(recorder: Recorder, constructed: () => void): void {
  function onOpen(this: WebSocket, event: Event): void {
    const known = Stamp.read(this);
    if (!event.isTrusted || !known) return;
    const facts = { protocol: readProtocol(this), extensions: readExtensions(this) };
    recorder.opened(known, readTimeStamp(event), facts);
  }
  function onMessage(this: WebSocket, event: Event): void {
    // The tap's listener is on stamped sockets only.
    if (event.isTrusted) recorder.received(Stamp.of(this), readTimeStamp(event), readData(event));
  }
  function onError(this: WebSocket, event: Event): void {
    const known = Stamp.read(this);
    if (event.isTrusted && known) recorder.failed(known, readTimeStamp(event));
  }
  function onClose(this: WebSocket, event: Event): void {
    const known = Stamp.read(this);
    if (!event.isTrusted || !known) return;
    const facts = { code: readCode(event), reason: readReason(event), clean: readWasClean(event) };
    recorder.closed(known, readTimeStamp(event), facts);
  }

  const tapped: typeof WebSocket = standIn(NativeSocket, {
    construct: function trap(target, args: [unknown, unknown?], newTarget) {
      const make = () => construct(target, args, newTarget === tapped ? target : newTarget);
      // Another's prototype is asked for, which may run the page's code.
      const socket: WebSocket = call(make, undefined, newTarget === tapped ? args : [newTarget], trap);
      const facts: Created = { transport: "WebSocket", url: readUrl(socket), asked: askedFor(args[1]) };
      new Stamp(socket, recorder.created(facts, now()));
      addEventListener(socket, "open", onOpen);
      addEventListener(socket, "message", onMessage as EventListener);
      addEventListener(socket, "error", onError);
      addEventListener(socket, "close", onClose);
      constructed();
      return socket;
    },
  });
  replace(self, "WebSocket", tapped);
  replace(prototype, "constructor", tapped);
}

function wrapSend(recorder: Recorder): void {
  function trap(target: typeof nativeSend, self: unknown, args: [unknown?]): void {
    const record = Stamp.read(self);
    const data = args[0];
    if (!record || args.length === 0 || typeof data === "symbol") {
      call(target, self, args, trap);
      return;
    }
    if (isObject(data) && !isBinary(data)) {
      convertAndSend(record, target, self, data);
      return;
    }
    const sent = isObject(data) ? data : `${data}`;
    const out = readReadyState(self) < CLOSING;
    try {
      apply(target, self, [sent as string]);
    } catch (error) {
      throw asNative(error, trap);
    }
    recorder.sent(record, now(), sent, out);
  }

  function convertAndSend(
    record: SocketRecord,
    target: typeof nativeSend,
    self: unknown,
    data: object,
  ): void {
    let sent: string;
    try {
      sent = `${data}`;
    } catch (error) {
      const stand = inconvertible(error);
      if (stand) call(target, self, [stand], trap);
      throw withoutTrace(error, trap);
    }
    const out = readReadyState(self) < CLOSING;
    call(target, self, [sent], trap);
    recorder.sent(record, now(), sent, out);
  }

  replace(prototype, "send", standIn(nativeSend, { apply: trap }));
}

function wrapClose(recorder: Recorder): void {
  function trap(target: typeof nativeClose, self: unknown, args: [unknown?, unknown?]): void {
    const record = Stamp.read(self);
    const open = record !== null && readReadyState(self) < CLOSING;
    call(target, self, args, trap);
    if (record && open) recorder.closing(record, now(), closingFacts(args));
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

const BARE = { __proto__: null };
const { iterator: symbol } = Symbol;

/**
 * What the browser refuses in the same words, where JavaScript could not make text of an object: `send` puts its name
 * in front of them.
 */
function inconvertible(error: unknown): unknown {
  const message = isObject(error) && { __proto__: null, ...getOwnPropertyDescriptor(error, "message") };
  const { value } = (message || BARE) as PropertyDescriptor;
  if (value === "Cannot convert object to primitive value") return BARE;
  return value === "Cannot convert a Symbol value to a string" ? symbol : null;
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
