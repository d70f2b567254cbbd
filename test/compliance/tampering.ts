import { Calls, type Check, patched } from "./check";
import { address, closed, next, opened } from "./socket";

type Methods = Record<PropertyKey, (...args: unknown[]) => unknown>;

/** A life of a socket with every kind of frame; long enough for a batch to go out by its timer. */
async function life(): Promise<void> {
  const { setTimeout, Promise: P } = window;
  const socket = new WebSocket(address(), ["a", "b"]);
  await new P<void>((done) => {
    socket.onopen = () => done();
  });
  await new P<void>((done) => {
    let count = 0;
    socket.onmessage = () => ++count === 3 && done();
    socket.send("text");
    socket.send(new Uint8Array([1, 2]));
    socket.send(new Blob(["blob"]));
  });
  await new P((later) => setTimeout(later, 150));
  await new P<void>((done) => {
    socket.onclose = () => done();
    socket.close(4000, "bye");
  });
}

/** Counts the calls of these while a socket lives. */
async function spied(
  spots: readonly (readonly [of: object, name: PropertyKey, label: string])[],
): Promise<unknown> {
  const calls = new Calls();
  const spy = (label: string) => (old: PropertyDescriptor) => {
    const { value, get, set, ...flags } = old;
    if (get) return { ...flags, set, get: calls.on(`get ${label}`, get) };
    return typeof value === "function" ? { ...flags, value: calls.on(label, value) } : old;
  };
  const all = spots.reduce<() => Promise<void>>(
    (inner, [of, name, label]) =>
      () =>
        patched(of, name, spy(label), inner),
    life,
  );
  await all();
  return calls.list;
}

function own(of: object, label: string, but: PropertyKey[] = []) {
  return Reflect.ownKeys(of)
    .filter((name) => name !== "constructor" && name !== "prototype" && !but.includes(name))
    .filter((name) => Object.getOwnPropertyDescriptor(of, name)?.configurable)
    .map((name) => [of, name, `${label}.${String(name)}`] as const);
}

/** Replaced globals have to stay untouched: constructors count too. */
async function replaced(names: readonly string[]): Promise<unknown> {
  const calls = new Calls();
  const globals = window as unknown as Methods;
  const all = names.reduce<() => Promise<void>>(
    (inner, name) => () =>
      patched(
        globals,
        name,
        (old) => ({
          ...old,
          value: new Proxy(old.value, {
            get(target, key) {
              calls.list.push(`${name}.${String(key)}`);
              return Reflect.get(target, key);
            },
            construct(target, args, newTarget) {
              calls.list.push(`new ${name}`);
              return Reflect.construct(target, args, newTarget);
            },
            apply(target, self, args) {
              calls.list.push(`${name}()`);
              return Reflect.apply(target, self, args);
            },
          }),
        }),
        inner,
      ),
    life,
  );
  await all();
  return calls.list;
}

const interfaces = [
  ...[
    "WebSocket",
    "EventTarget",
    "Event",
    "MessageEvent",
    "CloseEvent",
    "CustomEvent",
    "MessagePort",
    "Promise",
  ],
  ...[
    "Array",
    "String",
    "RegExp",
    "Map",
    "WeakMap",
    "Set",
    "Number",
    "Performance",
    "Document",
    "Node",
    "Scheduler",
  ],
] as const;

/** Prototypes and globals that the page patched later: what is called, and how often. */
export const tampering: Check[] = [
  ...interfaces.map(
    (name): Check => ({
      title: `ECMAScript: ${name}.prototype patched by the page is called by the page and the browser alone`,
      observe: () =>
        spied(own((window as unknown as Record<typeof name, { prototype: object }>)[name].prototype, name)),
    }),
  ),
  {
    title: "ECMAScript: Function.prototype's call, apply and bind patched by the page",
    observe: () => spied(own(Function.prototype, "Function.prototype", ["caller", "arguments"])),
  },
  {
    title: "ECMAScript: statics of Object, Reflect, JSON, Array, Promise and Math patched by the page",
    observe: () =>
      spied([
        ...own(Object, "Object"),
        ...own(JSON, "JSON"),
        ...own(Array, "Array"),
        ...own(Math, "Math"),
        ...own(String, "String"),
        ...own(Promise, "Promise"),
        ...["apply", "construct", "get", "has", "ownKeys"].map(
          (name) => [Reflect, name, `Reflect.${name}`] as const,
        ),
      ]),
  },
  {
    title: "ECMAScript: constructors and functions of window replaced by the page",
    observe: () =>
      replaced([
        ...["WeakMap", "Map", "Set", "Array", "Object", "String", "Uint8Array", "ArrayBuffer", "DataView"],
        ...["Event", "CustomEvent", "MessageEvent", "MessageChannel", "EventTarget", "Blob", "Error"],
        ...["structuredClone", "setTimeout", "queueMicrotask", "JSON", "FileReader", "Function"],
      ]),
  },
  {
    title: "DOM: addEventListener patched by the page sees the page's listeners alone",
    observe: async () => {
      const calls = new Calls();
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type: string, ...rest: unknown[]) {
        calls.list.push(type);
        Reflect.apply(addEventListener, this, [type, ...rest]);
      };
      const socket = await opened();
      socket.addEventListener("message", () => {});
      await closed(socket);
      EventTarget.prototype.addEventListener = addEventListener;
      return calls.list;
    },
  },
  {
    title: "ECMAScript: send, close and the constructor replaced by the page, as libraries do",
    observe: async () => {
      const calls = new Calls();
      const { send, close } = WebSocket.prototype;
      const Native = WebSocket;
      WebSocket.prototype.send = calls.on("send", send);
      WebSocket.prototype.close = calls.on("close", close);
      window.WebSocket = class Wrapped extends Native {
        constructor(url: string | URL) {
          calls.list.push("constructor");
          super(url);
        }
      };
      const socket = new window.WebSocket(address());
      await next(socket, "open");
      socket.send("x");
      socket.close();
      Object.assign(WebSocket.prototype, { send, close });
      window.WebSocket = Native;
      return [calls.list, Object.keys(WebSocket.prototype)];
    },
  },
];
