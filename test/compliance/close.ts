import { Calls, type Check, thrown } from "./check";
import { address, closed, next, opened, witnessed } from "./socket";

function facts({ code, reason, wasClean, isTrusted }: CloseEvent): unknown {
  return { code, reason, wasClean, isTrusted };
}

/** WebSockets standard, close(code, reason), and "the WebSocket connection is closed". */
export const close: Check[] = [
  {
    title: "close, 1: a code that is neither 1000 nor 3000-4999 is an InvalidAccessError",
    observe: async () => {
      const socket = await opened();
      const codes = [0, 999, 1001, 1005, 2999, 5000, 65536, -1, Number.NaN, "x", null, {}] as number[];
      const refused = codes.map((code) => thrown(() => socket.close(code)));
      return [refused, socket.readyState];
    },
  },
  {
    title: "close, 2: a reason over 123 bytes of UTF-8 is a SyntaxError",
    observe: async () => {
      const socket = await opened();
      const reasons = ["x".repeat(124), "ä".repeat(62), "€".repeat(42)];
      const refused = reasons.map((reason) => thrown(() => socket.close(3000, reason)));
      socket.close(3000, "ä".repeat(61));
      return [refused, facts(await next<CloseEvent>(socket, "close"))];
    },
  },
  ...[
    [],
    [1000],
    [4001, "bye"],
    [undefined, "no code"],
    [3000.9],
    ["4002", 7],
    [1000, ""],
    [4000, "\ud800"],
  ].map(
    (args): Check => ({
      title: `close(${JSON.stringify(args).slice(1, -1)}): what the server is told, and the page`,
      observe: async () => {
        const { path, diary } = witnessed();
        const socket = await opened(path);
        const result = thrown(() => (socket.close as (...args: unknown[]) => void)(...args));
        const states = [socket.readyState];
        if (result !== "nothing") socket.close();
        const event = await next<CloseEvent>(socket, "close");
        return [result, states, facts(event), socket.readyState, await diary()];
      },
    }),
  ),
  {
    title: "close, 3: twice, while closing, after close, and while connecting",
    observe: async () => {
      const socket = await opened();
      const results = [
        socket.close(4000, "first"),
        socket.close(4001, "second"),
        thrown(() => socket.close(1)),
      ];
      const event = facts(await next<CloseEvent>(socket, "close"));
      results.push(
        socket.close(4002),
        thrown(() => socket.close(2)),
      );
      const early = new WebSocket(address());
      const seen: unknown[] = [];
      for (const type of ["open", "error", "close"]) {
        early.addEventListener(type, (happened) => seen.push([type, (happened as CloseEvent).code]));
      }
      early.close(4000, "early");
      seen.push(early.readyState);
      await next(early, "close");
      return [results, event, seen, early.readyState];
    },
  },
  {
    title: "WebIDL conversion: valueOf of code, then toString of reason, once each and in order",
    observe: async () => {
      const calls = new Calls();
      const code = {
        valueOf: calls.on("code.valueOf", () => 4000),
        toString: calls.on("code.toString", () => "1"),
      };
      const reason = {
        valueOf: calls.on("reason.valueOf", () => "no"),
        toString: calls.on("reason", () => "yes"),
      };
      const { path, diary } = witnessed();
      const socket = await opened(path);
      socket.close(code as unknown as number, reason as unknown as string);
      socket.close(code as unknown as number, reason as unknown as string);
      return [facts(await next<CloseEvent>(socket, "close")), calls.list, await diary()];
    },
  },
  {
    title: "WebIDL conversion: codes and reasons that do not convert",
    observe: async () => {
      const socket = await opened();
      const loose = socket.close as (...args: unknown[]) => void;
      const given = [
        [1n],
        [Symbol("s")],
        [1000, Symbol("s")],
        [Object.create(null)],
        [1000, Object.create(null)],
      ];
      return given.map((args) => thrown(() => Reflect.apply(loose, socket, args)));
    },
  },
  {
    title: "the connection is closed: by the server, with code and reason, and by a cut",
    observe: async () => {
      const seen: unknown[] = [];
      for (const order of ["!close 4002 why", "!close 1000", "!cut"]) {
        const socket = await opened();
        const happened: string[] = [];
        socket.onerror = () => happened.push("error");
        socket.onclose = () => happened.push(`close ${socket.readyState}`);
        socket.send(order);
        seen.push(facts(await next<CloseEvent>(socket, "close")), happened, socket.onclose !== null);
      }
      return seen;
    },
  },
  {
    title: "the connection is closed: what is left of a socket",
    observe: async () => {
      const socket = await opened("/echo", "chat");
      await closed(socket);
      const { readyState, url, protocol, extensions, bufferedAmount, binaryType } = socket;
      return [readyState, url, protocol, extensions, bufferedAmount, binaryType];
    },
  },
  {
    title: "close from within handlers: of open, of message, of close",
    observe: async () => {
      const seen: unknown[] = [];
      const first = new WebSocket(address());
      first.onopen = () => first.close(4000, "in open");
      seen.push(facts(await next<CloseEvent>(first, "close")));
      const second = await opened();
      second.onmessage = () => {
        seen.push("message");
        second.close(4000, "in message");
      };
      second.send("!burst 2");
      second.onclose = () => second.close(4001, "in close");
      seen.push(facts(await next<CloseEvent>(second, "close")));
      return seen;
    },
  },
];
