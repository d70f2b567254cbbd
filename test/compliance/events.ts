import { type Check, thrown } from "./check";
import { address, closed, next, opened } from "./socket";

/** DOM standard, "dispatch", and WebSockets standard, "feedback from the protocol". */
export const events: Check[] = [
  {
    title: "DOM inner invoke, 2.5: once",
    observe: async () => {
      const socket = await opened();
      let count = 0;
      socket.addEventListener("message", () => count++, { once: true });
      socket.send("!burst 3");
      await next(socket, "message");
      await closed(socket);
      return count;
    },
  },
  {
    title: "DOM add an event listener, 6: an aborted signal removes the listener",
    observe: async () => {
      const socket = await opened();
      const controller = new AbortController();
      let count = 0;
      socket.addEventListener("message", () => ++count === 2 && controller.abort(), {
        signal: controller.signal,
      });
      socket.addEventListener("message", () => count++, { signal: AbortSignal.abort() });
      socket.send("!burst 5");
      await closed(socket);
      return count;
    },
  },
  {
    title: "WebIDL call a user object's operation: handleEvent, looked up at each event",
    observe: async () => {
      const socket = await opened();
      const seen: unknown[] = [];
      const listener = {
        handleEvent(this: unknown, event: Event) {
          seen.push(["first", this === listener, event.type]);
          listener.handleEvent = () => seen.push("second");
        },
      };
      socket.addEventListener("message", listener);
      socket.send("!burst 2");
      await closed(socket);
      return seen;
    },
  },
  {
    title: "DOM add an event listener, 4: the same listener twice is one; removing it works",
    observe: async () => {
      const socket = await opened();
      const seen: string[] = [];
      const twice = () => seen.push("twice");
      const removed = () => seen.push("removed");
      for (let i = 0; i < 2; i++) socket.addEventListener("message", twice);
      socket.addEventListener("message", twice, true);
      socket.addEventListener("message", removed);
      socket.removeEventListener("message", removed);
      socket.send("x");
      await next(socket, "message");
      return seen;
    },
  },
  {
    title: "DOM dispatch: capturing listeners first, then in order of their adding, onmessage in its place",
    observe: async () => {
      const socket = await opened();
      const seen: string[] = [];
      socket.addEventListener("message", () => seen.push("a"));
      socket.onmessage = () => seen.push("on");
      socket.addEventListener("message", () => seen.push("b"));
      socket.addEventListener("message", () => seen.push("capture"), { capture: true });
      socket.onmessage = () => seen.push("on, replaced");
      socket.send("x");
      await next(socket, "message");
      return seen;
    },
  },
  {
    title: "DOM stopImmediatePropagation and preventDefault, also from capturing listeners",
    observe: async () => {
      const socket = await opened();
      const seen: unknown[] = [];
      socket.addEventListener("message", (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        seen.push(["first", event.cancelable, event.defaultPrevented, event.cancelBubble]);
      });
      socket.addEventListener("message", () => seen.push("never"));
      socket.onmessage = () => seen.push("never");
      socket.send("x");
      await closed(socket);
      return seen;
    },
  },
  {
    title: "HTML event handlers: replaced in flight, objects, what is no function, after close",
    observe: async () => {
      const socket = await opened();
      const seen: unknown[] = [];
      const second = () => seen.push("second");
      socket.onmessage = () => {
        seen.push("first");
        socket.onmessage = second;
      };
      socket.send("!burst 2");
      const close = await closed(socket);
      const kept = socket.onmessage === second;
      const given: unknown[] = [5, "x", {}, { handleEvent() {} }, undefined, Symbol("s")];
      const read = given.map((value) => {
        socket.onmessage = value as () => void;
        return [typeof socket.onmessage, socket.onmessage === value];
      });
      return [seen, close.code, kept, read];
    },
  },
  {
    title: "DOM event: what a message, an open and a close say of themselves",
    observe: async () => {
      const socket = new WebSocket(address());
      const seen: unknown[] = [];
      const look = function (this: unknown, event: Event) {
        const { type, isTrusted, bubbles, cancelable, composed, eventPhase, returnValue } = event;
        seen.push([
          ...[type, isTrusted, bubbles, cancelable, composed, eventPhase, returnValue],
          ...[
            this === socket,
            event.target === socket,
            event.currentTarget === socket,
            event.srcElement === socket,
          ],
          ...[event.composedPath().length, event.composedPath()[0] === socket, window.event === event],
          ...[Reflect.ownKeys(event), event.timeStamp > 0, event.timeStamp <= performance.now()],
          ...[Object.prototype.toString.call(event), event.constructor.name],
        ]);
        const { data, origin, lastEventId, source, ports } = event as MessageEvent;
        const { code, reason, wasClean } = event as CloseEvent;
        seen.push([data, origin, lastEventId, source, ports, code, reason, wasClean]);
      };
      for (const type of ["open", "message", "error", "close"]) socket.addEventListener(type, look);
      const over = next(socket, "close");
      const open = await next(socket, "open");
      socket.send("!close 4002 why");
      await over;
      return [seen, open.eventPhase, open.currentTarget, open.target === socket, window.event];
    },
  },
  {
    title: "WebSockets fail the connection: error before close, with nothing told",
    observe: async () => {
      const socket = new WebSocket("ws://127.0.0.1:1/");
      const seen: unknown[] = [];
      for (const type of ["open", "error", "close"]) {
        socket.addEventListener(type, (event) => {
          const { code, reason, wasClean } = event as CloseEvent;
          seen.push([
            type,
            socket.readyState,
            event.isTrusted,
            event.constructor.name,
            code,
            reason,
            wasClean,
          ]);
        });
      }
      await next(socket, "close");
      return seen;
    },
  },
  {
    title: "DOM dispatchEvent: the page's own events reach its listeners, untrusted, and nobody else",
    observe: async () => {
      const socket = await opened();
      const seen: unknown[] = [];
      for (const type of ["message", "open", "close", "error"]) {
        socket.addEventListener(type, (event) => seen.push([event.type, event.isTrusted, socket.readyState]));
      }
      const made = new MessageEvent("message", { data: { any: 1 } });
      const results = [
        socket.dispatchEvent(made),
        socket.dispatchEvent(new CloseEvent("close", { code: 4000 })),
        socket.dispatchEvent(new Event("open")),
        socket.dispatchEvent(new Event("message", { cancelable: true })),
        thrown(() => socket.dispatchEvent({} as Event)),
      ];
      return [results, seen, socket.readyState, (await closed(socket)).code];
    },
  },
  {
    title: "HTML perform a microtask checkpoint: after each listener, before the next",
    observe: async () => {
      const socket = await opened();
      const seen: string[] = [];
      const listen = (name: string) => () => {
        seen.push(name);
        queueMicrotask(() => seen.push(`${name}, microtask`));
        Promise.resolve().then(() => seen.push(`${name}, then`));
      };
      socket.addEventListener("message", listen("a"));
      socket.onmessage = listen("b");
      socket.addEventListener("message", listen("c"));
      socket.send("x");
      await next(socket, "message");
      return seen;
    },
  },
  {
    title: "HTML event loop: messages that come while a handler awaits wait for no one and keep their order",
    observe: async () => {
      const socket = await opened();
      const seen: unknown[] = [];
      socket.onmessage = async ({ data }) => {
        seen.push(["came", typeof data === "string" ? data : data.size]);
        await new Response(data).arrayBuffer();
      };
      socket.send("!mix");
      const done = new Promise<void>((resolve) => {
        socket.addEventListener("message", () => seen.length === 5 && resolve());
      });
      await done;
      return seen;
    },
  },
  {
    title: "WebSockets a message has been received: a burst of 5000 arrives, whole and in order",
    observe: async () => {
      const socket = await opened();
      const seen: string[] = [];
      const done = new Promise<void>((resolve) => {
        socket.onmessage = ({ data }) => seen.push(data) === 5000 && resolve();
      });
      socket.send("!burst 5000");
      await done;
      return seen.every((data, i) => data === String(i));
    },
  },
  {
    title: "WebSockets the connection is established: listeners added at once get the server's first words",
    observe: async () => {
      const socket = new WebSocket(address("/echo?hello=hello"));
      const seen: unknown[] = [];
      socket.onopen = ({ isTrusted }) => seen.push(["open", isTrusted, socket.readyState]);
      socket.onmessage = ({ data }) => seen.push(data);
      await next(socket, "message");
      return seen;
    },
  },
];
