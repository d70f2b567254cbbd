import { anatomy, Calls, type Check, patched, thrown } from "./check";
import { address, next, opened } from "./socket";

interface WithTraces {
  stackTraceLimit: unknown;
  prepareStackTrace: unknown;
}

const traces = Error as unknown as WithTraces;

function failures(): (() => unknown)[] {
  const connecting = new WebSocket(address());
  return [
    () => connecting.send("x"),
    () => (connecting.send as () => void)(),
    () => connecting.close(1001),
    () => connecting.close(3000, "x".repeat(124)),
    () => new WebSocket("ftp://x/"),
    () => (WebSocket as unknown as () => void)(),
    () => WebSocket.prototype.send.call({} as WebSocket, "x"),
    () =>
      connecting.send(
        new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer),
      ),
  ];
}

/** Descends so many functions of its own before it acts. */
function descend(levels: number, act: () => unknown): unknown {
  return levels > 0 ? [descend(levels - 1, act)] : act();
}

function withLimit(limit: unknown): unknown {
  const old = traces.stackTraceLimit;
  traces.stackTraceLimit = limit;
  const seen = failures().map((act) => descend(30, () => thrown(act)));
  traces.stackTraceLimit = old;
  return seen;
}

/** What is thrown, down to the stack. ECMAScript leaves stacks to the engine: they have to be the engine's. */
export const errors: Check[] = [
  {
    title: "V8 stack traces: of each error, from shallow code",
    observe: () => failures().map((act) => thrown(act)),
  },
  { title: "V8 stack traces: of each error, from code deeper than the limit", observe: () => withLimit(10) },
  { title: "V8 Error.stackTraceLimit: 1", observe: () => withLimit(1) },
  { title: "V8 Error.stackTraceLimit: 0", observe: () => withLimit(0) },
  { title: "V8 Error.stackTraceLimit: Infinity", observe: () => withLimit(Number.POSITIVE_INFINITY) },
  { title: "V8 Error.stackTraceLimit: no number", observe: () => withLimit("many") },
  {
    title: "V8 Error.prepareStackTrace: it is called once, on demand, with the page's frames alone",
    observe: () => {
      const seen: unknown[] = [];
      traces.prepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => {
        seen.push(["called", error.message]);
        return sites.map((site) => [
          String(site),
          site.getFunctionName(),
          site.getTypeName(),
          site.isConstructor(),
          site.isNative(),
          typeof site.getThis(),
        ]);
      };
      for (const act of failures()) {
        try {
          act();
        } catch (error) {
          seen.push("caught");
          seen.push((error as Error).stack, (error as Error).stack);
        }
      }
      traces.prepareStackTrace = undefined;
      return seen;
    },
  },
  {
    title: "V8 Error.captureStackTrace replaced or deleted by the page is not asked",
    observe: () => {
      const calls = new Calls();
      return patched(
        Error,
        "captureStackTrace",
        () => ({ value: calls.on("captureStackTrace", () => {}) }),
        () => [failures().map((act) => thrown(act)), calls.list],
      );
    },
  },
  {
    title:
      "WebIDL DOMException: its attributes' getters are asked when the page asks for the stack, not before",
    observe: () => {
      const calls = new Calls();
      const spy = (name: string) => (old: PropertyDescriptor) => ({
        ...old,
        get(this: object) {
          calls.list.push(name);
          return Reflect.apply(old.get as () => unknown, this, []);
        },
      });
      return patched(DOMException.prototype, "name", spy("name"), () =>
        patched(DOMException.prototype, "message", spy("message"), () => {
          for (const act of failures()) {
            try {
              act();
            } catch (error) {
              calls.list.push("caught");
              String((error as Error).stack);
            }
          }
          return calls.list;
        }),
      );
    },
  },
  {
    title: "WebIDL conversions: stacks of errors that the page's own conversion throws",
    observe: async () => {
      const socket = await opened();
      const fail = () => {
        throw new Error("mine");
      };
      const value = { toString: fail } as unknown as string;
      const frozen = Object.freeze(new Error("frozen"));
      return [
        thrown(() => socket.send(value)),
        thrown(() => new WebSocket(value)),
        thrown(() => new WebSocket(address(), [value])),
        thrown(() => socket.close({ valueOf: fail } as unknown as number)),
        thrown(() => socket.close(3000, value)),
        thrown(() => socket.send({ toString: () => Symbol("s") } as unknown as string)),
        thrown(() => socket.send({ toString: () => ({}), valueOf: () => ({}) } as unknown as string)),
        thrown(() => {
          throw socket.send({
            toString() {
              throw frozen;
            },
          } as unknown as string);
        }),
      ];
    },
  },
  {
    title: "HTML report an exception: errors of handlers reach window.onerror, the rest goes on",
    observe: async () => {
      const seen: unknown[] = [];
      window.onerror = (message, source, line, column, error) => {
        seen.push([message, source, line, column, anatomy(error)]);
        return true;
      };
      const socket = new WebSocket(address());
      const fail = (name: string) => () => {
        throw new RangeError(name);
      };
      socket.onopen = fail("onopen");
      socket.addEventListener("open", fail("open listener"));
      socket.addEventListener("open", { handleEvent: fail("handleEvent") });
      socket.addEventListener("open", {} as EventListenerObject);
      socket.addEventListener("open", { handleEvent: 1 } as unknown as EventListenerObject);
      await next(socket, "open");
      socket.onmessage = fail("onmessage");
      socket.send("x");
      await next(socket, "message");
      socket.close();
      await next(socket, "close");
      window.onerror = null;
      return seen;
    },
  },
  {
    title: "HTML unhandled rejections: of handlers that are async",
    observe: async () => {
      const reasons: unknown[] = [];
      const rejected = next<PromiseRejectionEvent>(window, "unhandledrejection");
      const socket = new WebSocket(address());
      socket.onopen = async () => socket.close(1);
      const event = await rejected;
      event.preventDefault();
      reasons.push(anatomy(event.reason), event.promise instanceof Promise);
      return reasons;
    },
  },
  {
    title: "ECMAScript async functions: stacks of errors after an await",
    observe: async () => {
      const socket = await opened();
      const late = async () => {
        await null;
        return thrown(() => socket.close(1));
      };
      return [await late(), await Promise.resolve().then(() => thrown(() => socket.close(1)))];
    },
  },
];
