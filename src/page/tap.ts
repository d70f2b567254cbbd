import type { Closing } from "../protocol";
import { isBinary } from "./bytes";
import { disguise, installDisguise, withoutTrace } from "./disguise";
import {
  addEventListener,
  apply,
  clone,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  NativeProxy,
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

/** Replaces a property's value and nothing else about it. */
function replace(of: object, name: string, value: object, original: object): void {
  disguise(value, original);
  defineProperty(of, name, { ...getOwnPropertyDescriptor(of, name), value });
}

/**
 * The subprotocols asked for, read without running the page's code again: a structured clone of a list of strings
 * calls no iterator and no `toString`, and refuses anything more peculiar, which is then left unknown.
 */
function askedFor(protocols: unknown): string {
  if (typeof protocols === "string") return protocols;
  let list: unknown;
  try {
    list = clone(protocols);
  } catch {
    return "";
  }
  if (typeof list !== "object" || list === null) return "";
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
    const known = Stamp.read(this);
    if (event.isTrusted && known) recorder.received(known, readTimeStamp(event), readData(event));
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

  const tapped: typeof WebSocket = new NativeProxy(NativeSocket, {
    // Without a prototype of its own, a trap put on `Object.prototype` by the page would be taken for ours.
    __proto__: null,
    construct(target, args: [unknown, unknown?], newTarget) {
      let socket: WebSocket;
      try {
        socket = construct(target, args, newTarget === tapped ? target : newTarget);
      } catch (error) {
        throw withoutTrace(error);
      }
      const facts = { url: readUrl(socket), asked: askedFor(args[1]) };
      new Stamp(socket, recorder.created(facts, now()));
      addEventListener(socket, "open", onOpen);
      addEventListener(socket, "message", onMessage as EventListener);
      addEventListener(socket, "error", onError);
      addEventListener(socket, "close", onClose);
      constructed();
      return socket;
    },
  } as ProxyHandler<typeof WebSocket>);
  replace(window, "WebSocket", tapped, NativeSocket);
  replace(prototype, "constructor", tapped, NativeSocket);
}

function wrapSend(recorder: Recorder): void {
  const { send } = {
    send(this: WebSocket, data: unknown): void {
      try {
        const record = Stamp.read(this);
        // biome-ignore lint/complexity/noArguments: a rest parameter would change the function's length
        const args = arguments as ArrayLike<unknown>;
        if (!record || args.length === 0 || typeof data === "symbol") {
          apply(nativeSend, this, args as [string]);
          return;
        }
        const sent = typeof data === "object" && data !== null && isBinary(data) ? data : `${data}`;
        const out = readReadyState(this) < CLOSING;
        apply(nativeSend, this, [sent as string]);
        recorder.sent(record, now(), sent, out);
      } catch (error) {
        throw withoutTrace(error);
      }
    },
  };
  replace(prototype, "send", send, nativeSend);
}

function wrapClose(recorder: Recorder): void {
  const { close } = {
    close(this: WebSocket, ...args: [unknown?, unknown?]): void {
      try {
        const record = Stamp.read(this);
        const open = record !== null && readReadyState(this) < CLOSING;
        apply(nativeClose, this, args as [number?, string?]);
        if (record && open) recorder.closing(record, now(), closingFacts(args));
      } catch (error) {
        throw withoutTrace(error);
      }
    },
  };
  replace(prototype, "close", close, nativeClose);
}

/** Only primitives: converting an object again would run the page's code a second time. */
function closingFacts(args: [unknown?, unknown?]): Closing {
  const facts: Closing = {};
  if (typeof args[0] === "number") facts.code = args[0];
  if (typeof args[1] === "string") facts.reason = args[1];
  return facts;
}
