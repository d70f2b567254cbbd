import type { Check } from "./check";
import { address } from "./socket";

/**
 * A life of a socket, without a promise or an `await` of its own: those would ask for what is polluted as well.
 * Long enough for a batch to go out by its timer.
 */
function live(over: () => void): void {
  const socket = new WebSocket(address(), ["a", "b"]);
  let count = 0;
  socket.onopen = () => {
    socket.send("text");
    socket.send(new Uint8Array([1, 2]));
    socket.send(new Blob(["blob"]));
  };
  socket.onmessage = () => ++count === 3 && setTimeout(() => socket.close(4000, "bye"), 150);
  socket.onclose = () => setTimeout(over, 150);
}

/** Puts accessors on `of` that write down when they are asked, and what goes wrong. */
function polluted(
  of: object,
  names: readonly PropertyKey[],
  value?: (old: unknown) => unknown,
): Promise<unknown> {
  // Not a list: one would fall into the traps it writes down.
  let seen = "";
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor, apply } = Reflect;
  return new Promise((done) => {
    const olds = names.map((name) => [name, getOwnPropertyDescriptor(of, name)] as const);
    window.onerror = (message) => {
      seen += `error ${message}\n`;
    };
    for (let i = 0; i < olds.length; i++) {
      const [name, old] = olds[i] as (typeof olds)[number];
      const label = String(name);
      const descriptor = {
        __proto__: null,
        configurable: true,
        get(this: unknown) {
          seen += `get ${label}\n`;
          return old?.get ? apply(old.get, this, []) : value ? value(old?.value) : old?.value;
        },
        set(this: object, to: unknown) {
          seen += `set ${label}\n`;
          defineProperty(this, name, {
            ...({ __proto__: null } as object),
            ...{ value: to, writable: true, enumerable: true, configurable: true },
          });
        },
      };
      defineProperty(of, name, descriptor as PropertyDescriptor);
    }
    live(() => {
      for (let i = 0; i < olds.length; i++) {
        const [name, old] = olds[i] as (typeof olds)[number];
        if (old) defineProperty(of, name, old);
        else deleteProperty(of, name);
      }
      window.onerror = null;
      done(seen);
    });
  });
}

const DESCRIPTOR = ["value", "writable", "enumerable", "configurable"];
const TRAPS = [
  "apply",
  "construct",
  "defineProperty",
  "deleteProperty",
  "getOwnPropertyDescriptor",
  "getPrototypeOf",
];
const MORE_TRAPS = ["has", "isExtensible", "ownKeys", "preventExtensions", "setPrototypeOf"];
const INIT = [
  "bubbles",
  "cancelable",
  "composed",
  "detail",
  "data",
  "origin",
  "ports",
  "source",
  "lastEventId",
];
const OPTIONS = ["once", "signal", "passive", "capture", "handleEvent", "delay", "priority", "transfer"];
const FACTS = [
  "url",
  "asked",
  "protocol",
  "extensions",
  "code",
  "reason",
  "clean",
  "toJSON",
  "type",
  "from",
  "length",
];

/** Object.prototype and its like with properties that nobody expects there. */
export const pollution: Check[] = [
  ...Object.entries({ INIT, OPTIONS, FACTS, TRAPS, MORE_TRAPS, DESCRIPTOR }).map(
    ([label, names]): Check => ({
      title: `ECMAScript: accessors on Object.prototype are asked by nobody but the browser (${label})`,
      observe: () => polluted(Object.prototype, names, () => undefined),
    }),
  ),
  {
    title: "ECMAScript: Object.prototype.get and set, which make every descriptor an accessor's",
    observe: () => polluted(Object.prototype, ["get", "set"], () => () => "polluted"),
  },
  {
    title: "ECMAScript: Object.prototype.then, constructor, __proto__ and symbols",
    observe: () =>
      polluted(Object.prototype, [
        ...[
          "then",
          "constructor",
          "__proto__",
          "next",
          "index",
          "done",
          "prepareStackTrace",
          "stackTraceLimit",
        ],
        ...[Symbol.iterator, Symbol.toPrimitive, Symbol.toStringTag, Symbol.species, Symbol.asyncIterator],
      ]),
  },
  {
    title: "ECMAScript: Array.prototype's numbers, which holes fall through to",
    observe: () =>
      polluted(Array.prototype, ["0", "1", "2", "3", "10", "255", "256", "toJSON", Symbol.iterator]),
  },
  {
    title: "ECMAScript: String.prototype and Number.prototype's toJSON and Symbol.toPrimitive",
    observe: () => polluted(String.prototype, ["toJSON", Symbol.toPrimitive, Symbol.iterator, "length", "0"]),
  },
  {
    title: "ECMAScript: Function.prototype's prepareStackTrace, prototype and Symbol.hasInstance",
    observe: () =>
      polluted(Function.prototype, ["prepareStackTrace", "stackTraceLimit", "prototype", "get", "name"]),
  },
  {
    title: "ECMAScript PromiseReaction: constructor of promises and their species",
    observe: () => polluted(Promise.prototype, ["constructor", "then", "catch", "finally"]),
  },
  {
    title: "ECMAScript: %TypedArray%.prototype and ArrayBuffer.prototype's constructor and length",
    observe: async () => [
      await polluted(Uint8Array.prototype, ["constructor", "length", "0", "buffer", "byteLength"]),
      await polluted(ArrayBuffer.prototype, ["constructor", "0", "slice"]),
    ],
  },
];
