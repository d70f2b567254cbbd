import { Calls, type Check, thrown } from "./check";
import { address, closed, echo, next, opened, witnessed } from "./socket";

/** WebSockets standard, send(data). */
export const send: Check[] = [
  {
    title: "send, 1: while connecting it throws an InvalidStateError and the socket still opens",
    observe: async () => {
      const socket = new WebSocket(address());
      const refused = [thrown(() => socket.send("x")), thrown(() => socket.send(new Uint8Array(1)))];
      await next(socket, "open");
      return [refused, await echo(socket, "y")];
    },
  },
  {
    title: "send, 2: after close it is silent and bufferedAmount grows",
    observe: async () => {
      const socket = await opened();
      socket.close();
      const sent = [
        socket.send("ä"),
        socket.bufferedAmount,
        socket.send(new Uint8Array(5)),
        socket.bufferedAmount,
      ];
      await next(socket, "close");
      const after = [socket.send(new Blob(["abc"])), socket.bufferedAmount, socket.readyState];
      return [sent, after];
    },
  },
  {
    title: "send: bufferedAmount counts UTF-8 bytes, at once, and falls to nothing",
    observe: async () => {
      const socket = await opened();
      socket.send("äöü€😀");
      const amounts = [socket.bufferedAmount];
      socket.send("x".repeat(4_000_000));
      amounts.push(socket.bufferedAmount);
      await next(socket, "message");
      await next(socket, "message");
      return [amounts, socket.bufferedAmount];
    },
  },
  {
    title: "WebIDL union (BufferSource or Blob or USVString): what goes out, by what was given",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const given: unknown[] = [
        ...[
          "text",
          "",
          1,
          -0,
          1n,
          null,
          undefined,
          true,
          {},
          [],
          [1, 2],
          () => 1,
          new Date(0),
          /x/,
          new Error("e"),
        ],
        ...[
          new String("boxed"),
          Object("x"),
          "\ud800 lone",
          "nul \0",
          new URL(address()),
          document.createElement("a"),
        ],
        ...[
          new Uint8Array([1, 2]),
          new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
          new Float32Array([1]),
          new ArrayBuffer(0),
        ],
        ...[
          new DataView(new ArrayBuffer(4), 1, 2),
          new Blob(["blob"]),
          new File(["file"], "x"),
          new BigInt64Array(1),
        ],
        ...[
          new Proxy(new Uint8Array(1), {}),
          Object.create(new ArrayBuffer(1)),
          new FormData(),
          new Response("x"),
        ],
      ];
      const results = given.map((data) => thrown(() => socket.send(data as string)));
      const refused = [
        thrown(() => socket.send(Symbol("s") as unknown as string)),
        thrown(() => socket.send(Object.create(null))),
        thrown(() => (socket.send as () => void)()),
      ];
      await closed(socket);
      return [results, refused, await diary()];
    },
  },
  {
    title:
      "WebIDL conversion: data's toString or valueOf is called once, also while connecting and after close",
    observe: async () => {
      const calls = new Calls();
      const text = { toString: calls.on("toString", () => "x"), valueOf: calls.on("valueOf", () => "y") };
      const primitive = {
        [Symbol.toPrimitive]: (hint: string) => calls.on(`toPrimitive ${hint}`, () => "z")(),
      };
      const given = [text, primitive] as unknown as string[];
      const socket = new WebSocket(address());
      for (const data of given) thrown(() => socket.send(data));
      await next(socket, "open");
      for (const data of given) socket.send(data);
      await closed(socket);
      for (const data of given) socket.send(data);
      return calls.list;
    },
  },
  {
    title: "WebIDL conversion: a conversion that closes the socket, sends by itself, or opens another",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const nested = {
        toString() {
          socket.send("inner");
          return "outer";
        },
      };
      const closing = {
        toString() {
          socket.close(4000, "from within");
          return "too late";
        },
      };
      socket.send(nested as unknown as string);
      socket.send(closing as unknown as string);
      const { bufferedAmount, readyState } = socket;
      const { code } = await next<CloseEvent>(socket, "close");
      return [bufferedAmount, readyState, code, await diary()];
    },
  },
  {
    title: "WebIDL: more arguments than there are parameters are ignored; the result is undefined",
    observe: async () => {
      const socket = await opened();
      const loose = socket.send as (...args: unknown[]) => unknown;
      return [
        loose.call(socket, "x", "y"),
        Reflect.apply(loose, socket, ["x", 1, 2]),
        loose.length,
        loose.name,
      ];
    },
  },
  {
    title: "ECMAScript: send by call, apply, bind, Reflect, super, and as a getter's result",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const { send } = WebSocket.prototype;
      send.call(socket, "call");
      send.apply(socket, ["apply"]);
      send.bind(socket, "bind")();
      send.bind(socket)("bound");
      Reflect.apply(send, socket, ["Reflect"]);
      ["mapped"].forEach(socket.send, socket);
      socket?.send("optional");
      await closed(socket);
      return diary();
    },
  },
  {
    title: "ECMAScript: a method of the page's own on the instance or the prototype is used",
    observe: async () => {
      const calls = new Calls();
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const native = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        calls.list.push("prototype");
        native.call(this, data);
      };
      socket.send("through the prototype");
      socket.send = (data) => {
        calls.list.push("instance");
        native.call(socket, data);
      };
      socket.send("through the instance");
      WebSocket.prototype.send = native;
      await closed(socket);
      return [calls.list, await diary(), Object.keys(socket)];
    },
  },
];
