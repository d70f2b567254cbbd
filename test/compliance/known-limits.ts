import type { Check } from "./check";
import { address, inFrame, next } from "./socket";

/** A difference that a page can find if it knows where to look, and what it finds. */
export interface Limit extends Check {
  readonly why: string;
  readonly bare: unknown;
  readonly tapped: unknown;
}

const ADDRESS = /[\w-]+:\/\/(?=\S*:\d+:\d+)/g;

/** Whose code stands in a stack: the page's, the extension's. */
function schemes(stack: unknown): string[] {
  return [...new Set(String(stack).match(ADDRESS))].sort();
}

export const limits: readonly Limit[] = [
  {
    title:
      "the page's own code, run by a conversion, sees the tap in the stack between itself and its caller",
    why: "The tap's function is on the stack while the native one it calls converts; V8 hides no script's frames.",
    bare: ["http://"],
    tapped: ["chrome-extension://", "http://"],
    observe: () => {
      let seen: string[] = [];
      const convert = () => {
        seen = schemes(new Error().stack);
        return address();
      };
      new WebSocket({ toString: convert } as unknown as string);
      return seen;
    },
  },
  {
    title: "a native error that nobody catches: window.onerror gets the tap's address as its place",
    why: "V8 takes the place from the topmost script on the stack at the throw. The error and its stack are clean.",
    bare: ["http:", ["http://"]],
    tapped: ["chrome-extension:", ["http://"]],
    observe: () =>
      new Promise((done) => {
        window.onerror = (_, source, _line, _column, error) => {
          done([new URL(source ?? "").protocol, schemes(error?.stack)]);
          return true;
        };
        setTimeout(() => new WebSocket("ftp://x/"));
      }),
  },
  {
    title: "Function.prototype.toString of another realm prints the tap's functions without their names",
    why: "It is how V8 prints a Proxy; each realm's tap knows its own. No code shows.",
    bare: ["function WebSocket() { [native code] }", "function send() { [native code] }"],
    tapped: ["function () { [native code] }", "function () { [native code] }"],
    observe: () =>
      inFrame((inner) => {
        const print = inner.Function.prototype.toString;
        return [print.call(WebSocket), print.call(WebSocket.prototype.send)];
      }),
  },
  {
    title: "a function made its own prototype's prototype is not refused",
    why: "The search for a cycle ends at a Proxy. A plain function instead would print its source in messages.",
    bare: [false, "Cyclic __proto__ value"],
    tapped: [true, "nothing"],
    observe: () => {
      const { send, close } = WebSocket.prototype;
      const done = Reflect.setPrototypeOf(send, Object.create(send));
      Reflect.setPrototypeOf(send, Function.prototype);
      try {
        Object.setPrototypeOf(close, Object.create(close));
        return [done, "nothing"];
      } catch (error) {
        return [done, (error as Error).message];
      } finally {
        Reflect.setPrototypeOf(close, Function.prototype);
      }
    },
  },
  {
    title: "accessors in an array of subprotocols are asked twice",
    why: "Only after the fact can the list be read, and nothing tells an array from a Proxy of one unseen by it.",
    bare: 1,
    tapped: 2,
    observe: () => {
      let asked = 0;
      const get = () => {
        asked++;
        return "chat";
      };
      new WebSocket(address(), Object.defineProperty([""], 0, { get, enumerable: true }));
      return asked;
    },
  },
  {
    title: "stacks name what inherits from one of the tap's functions an Object, not a Function",
    why: "V8 looks for the name in the chain of prototypes and ends at a Proxy.",
    bare: "at Function.toString",
    tapped: "at Object.toString",
    observe: () => {
      try {
        return Object.create(WebSocket).toString();
      } catch (error) {
        return /at \w+\.\w+/.exec((error as Error).stack ?? "")?.[0];
      }
    },
  },
  {
    title: "Error.prepareStackTrace misses toString's own call site in toString's errors",
    why: "A trace can be taken again only from the caller of the tap's function on; as text it is put back in.",
    bare: true,
    tapped: false,
    observe: () => {
      const traces = Error as unknown as { prepareStackTrace: unknown };
      traces.prepareStackTrace = (_: Error, sites: NodeJS.CallSite[]) =>
        sites[0]?.getFunctionName() === "toString";
      try {
        return Function.prototype.toString.call({});
      } catch (error) {
        return (error as Error).stack;
      } finally {
        traces.prepareStackTrace = undefined;
      }
    },
  },
  {
    title: "send of an object whose Symbol.toPrimitive is no function: V8 words it otherwise",
    why: "The tap converts by itself, to record what goes out; the text of that one error depends on who asks.",
    bare: true,
    tapped: false,
    observe: () => {
      try {
        new WebSocket(address()).send({ [Symbol.toPrimitive]: 1 } as unknown as string);
      } catch (error) {
        return (error as Error).message.startsWith("Failed to execute 'send' on 'WebSocket'");
      }
    },
  },
  {
    title: "a worker made of a Blob has other columns in its first line",
    why: "The tap's text stands in front of the script: on its first line, so that the lines keep their numbers.",
    bare: true,
    tapped: false,
    observe: async () => {
      const code = "postMessage(/:1:(\\d+)/.exec(new Error().stack)[1] < 100)";
      const { data } = await next<MessageEvent>(new Worker(URL.createObjectURL(new Blob([code]))), "message");
      return data;
    },
  },
  {
    title: "a parent that patched a frame's natives in its first moment sees the hand-over to the bridge",
    why: "A same-origin frame keeps its window, patches and all, from the initial about:blank on (HTML, navigate).",
    bare: [],
    tapped: ["load", "ready"],
    observe: async () => {
      const seen: string[] = [];
      const frame = document.createElement("iframe");
      frame.src = "/other";
      document.body.append(frame);
      const { prototype } = (frame.contentWindow as Window & typeof globalThis).EventTarget;
      const native = prototype.dispatchEvent;
      prototype.dispatchEvent = function (event) {
        seen.push(event.type);
        return native.call(this, event);
      };
      await next(frame, "load");
      return seen;
    },
  },
];
