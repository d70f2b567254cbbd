import { Calls, type Check, described, thrown } from "./check";
import { address, next, opened } from "./socket";

type AnyConstructor = new (...args: unknown[]) => object;

/** What the interface object is, and what made of it. */
export const identity: Check[] = [
  {
    title: "WebIDL interface prototype object: constructor is the interface object",
    observe: async () => {
      const socket = await opened();
      return [
        WebSocket.prototype.constructor === WebSocket,
        socket.constructor === WebSocket,
        new (socket.constructor as typeof WebSocket)(address()) instanceof WebSocket,
        window.WebSocket === WebSocket,
        globalThis.WebSocket === self.WebSocket,
        Object.getPrototypeOf(socket) === WebSocket.prototype,
        Object.getPrototypeOf(WebSocket) === EventTarget,
        Object.getPrototypeOf(WebSocket.prototype) === EventTarget.prototype,
      ];
    },
  },
  {
    title: "ECMAScript OrdinaryHasInstance: instanceof",
    observe: () => {
      const socket = new WebSocket(address());
      return [
        socket instanceof WebSocket,
        socket instanceof EventTarget,
        Object.create(WebSocket.prototype) instanceof WebSocket,
        {} instanceof WebSocket,
        WebSocket[Symbol.hasInstance] === Function.prototype[Symbol.hasInstance],
        Object.prototype.toString.call(socket),
        Object.prototype.toString.call(WebSocket),
        typeof WebSocket,
        String(socket),
      ];
    },
  },
  {
    title: "ECMAScript Function.prototype.toString: native code with the name, in every way to ask",
    observe: () => {
      const { send, close } = WebSocket.prototype;
      const { toString: print } = Function.prototype;
      return [WebSocket, send, close, print, WebSocket.prototype.constructor, EventTarget].map((f) => [
        String(f),
        `${f}`,
        print.call(f),
        f.toString(),
        Reflect.apply(print, f, []),
        f.name,
        f.length,
      ]);
    },
  },
  {
    title:
      "ECMAScript Function.prototype.toString of Proxies, bound functions, classes and what is no function",
    observe: () => {
      const { toString: print } = Function.prototype;
      const { send } = WebSocket.prototype;
      const odd: unknown[] = [
        new Proxy(WebSocket, {}),
        new Proxy(send, {}),
        send.bind(null),
        class A {},
        () => 1,
      ];
      const refused = [{}, null, undefined, 1, "x", Symbol("s"), []];
      return [odd.map((f) => print.call(f)), refused.map((f) => thrown(() => print.call(f)))];
    },
  },
  {
    title: "ECMAScript Function.prototype.toString: its errors from deep inside",
    observe: () => {
      const deep = (levels: number): unknown =>
        levels > 0 ? deep(levels - 1) : thrown(() => Function.prototype.toString.call({}));
      return [deep(3), deep(20)];
    },
  },
  {
    title: "WebIDL internally create a new object: subclasses keep their prototype, fields and methods",
    observe: async () => {
      class Mine extends WebSocket {
        static where() {
          return String(new Error("static").stack);
        }
        field = 1;
        #secret = 2;
        hello() {
          return this.#secret;
        }
        override send(data: string) {
          super.send(`mine ${data}`);
        }
      }
      const socket = new Mine(address());
      await next(socket, "open");
      socket.send("x");
      const { data } = await next<MessageEvent>(socket, "message");
      return [
        socket instanceof Mine,
        socket.constructor === Mine,
        Object.getPrototypeOf(Mine) === WebSocket,
        socket.hello(),
        Object.keys(socket),
        Object.getOwnPropertyNames(socket),
        data,
        Mine.OPEN,
        Mine.where(),
        Mine.name,
      ];
    },
  },
  {
    title: "ECMAScript Reflect.construct with another newTarget: its prototype is read once",
    observe: () => {
      const calls = new Calls();
      const prototype = Object.create(WebSocket.prototype);
      const newTarget = new Proxy(function target() {}, {
        get(target, key) {
          calls.list.push(`get ${String(key)}`);
          return key === "prototype" ? prototype : Reflect.get(target, key);
        },
      });
      const odd = Reflect.construct(WebSocket, [address()], newTarget);
      const plain = Reflect.construct(WebSocket, [address()], Object as unknown as AnyConstructor);
      const noPrototype = Object.assign(function none() {}, { prototype: null });
      const none = Reflect.construct(WebSocket, [address()], noPrototype);
      return [
        calls.list,
        Object.getPrototypeOf(odd) === prototype,
        Object.getPrototypeOf(plain) === Object.prototype,
        Object.getPrototypeOf(none) === WebSocket.prototype,
        thrown(() => Reflect.construct(WebSocket, [address()], (() => 1) as unknown as AnyConstructor)),
        Reflect.construct(EventTarget, [], WebSocket) instanceof WebSocket,
      ];
    },
  },
  {
    title: "ECMAScript: functions as V8 prints them in messages of errors",
    observe: () => {
      const { send, close } = WebSocket.prototype;
      return [WebSocket, send, close, Function.prototype.toString].flatMap((f) => [
        thrown(() => structuredClone(f)),
        thrown(() => postMessage(f)),
        thrown(() => history.replaceState(f, "")),
        thrown(() => Symbol.keyFor(f as unknown as symbol)),
        thrown(() => (null as unknown as Record<string, unknown>)[f as unknown as string]),
        thrown(() => new (Function.prototype.bind.call(f, null) as unknown as new () => unknown)()),
        thrown(() => Object.defineProperty({}, "x", f as unknown as () => PropertyDescriptor)),
      ]);
    },
  },
  {
    title: "ECMAScript methods are no constructors and have no prototype",
    observe: () => {
      const { send, close } = WebSocket.prototype;
      const { toString: print } = Function.prototype;
      return [send, close, print].map((f) => [
        thrown(() => new (f as unknown as new () => unknown)()),
        thrown(() => class extends (f as unknown as new () => object) {}),
        "prototype" in f,
        "caller" in f,
        "arguments" in f,
        thrown(() => f.caller),
        thrown(() => Object.create(f).arguments),
        thrown(() => ({}) instanceof (f as unknown as AnyConstructor)),
        Object.getOwnPropertyNames(f),
        Object.getPrototypeOf(f) === Function.prototype,
        described(f, "name"),
        described(f, "length"),
        Object.isExtensible(f),
      ]);
    },
  },
];
