import { Calls, type Check, thrown } from "./check";
import { address, closed, next, opened, witnessed } from "./socket";

/** WebSockets standard, "new WebSocket(url, protocols)", and WebIDL, "overridden constructor steps". */
export const construct: Check[] = [
  {
    title: "WebIDL interface object [[Call]]: without new it throws a TypeError",
    observe: () => [
      thrown(() => (WebSocket as unknown as (url: string) => void)(address())),
      thrown(() => Reflect.apply(WebSocket as unknown as () => void, {}, [address()])),
    ],
  },
  {
    title: "WebIDL overload resolution: without arguments it throws a TypeError",
    observe: () => thrown(() => new (WebSocket as unknown as new () => WebSocket)()),
  },
  {
    title: "new WebSocket, 2-3: an address that does not parse is a SyntaxError",
    observe: () => ["::", "http://", "//", "ws://a b"].map((url) => thrown(() => new WebSocket(url))),
  },
  {
    title: "new WebSocket, 5: another scheme is a SyntaxError",
    observe: () => ["ftp://x/", "data:,x", "about:blank"].map((url) => thrown(() => new WebSocket(url))),
  },
  {
    title: "new WebSocket, 6: a fragment is a SyntaxError",
    observe: () => thrown(() => new WebSocket(`${address()}#here`)),
  },
  {
    title: "new WebSocket, 8: subprotocols that repeat or are no tokens are a SyntaxError",
    observe: () =>
      [["a", "a"], ["a", "A", "a"], [""], ["a b"], "a,b", "ü", [""], "x\0"].map((protocols) =>
        thrown(() => new WebSocket(address(), protocols)),
      ),
  },
  {
    title: "new WebSocket, 1-4: the address is resolved and http becomes ws",
    observe: () =>
      ["/echo", "echo?x=1", address().replace("ws", "http"), `${address()}/a/../b`, "//127.0.0.1:1"].map(
        (url) => {
          const socket = new WebSocket(url);
          const { url: resolved } = socket;
          socket.close();
          return resolved;
        },
      ),
  },
  {
    title: "new WebSocket, 9-12: what a new socket's attributes are",
    observe: () => {
      const socket = new WebSocket(address(), ["a", "b"]);
      const { readyState, bufferedAmount, extensions, protocol, binaryType, url } = socket;
      const { onopen, onmessage, onerror, onclose } = socket;
      return [
        readyState,
        bufferedAmount,
        extensions,
        protocol,
        binaryType,
        url,
        onopen,
        onmessage,
        onerror,
        onclose,
      ];
    },
  },
  {
    title: "Establish a WebSocket connection, 7-8: subprotocol and extensions of the answer are exposed",
    observe: async () => {
      const socket = await opened("/echo", ["chat", "superchat"]);
      return [
        socket.protocol,
        socket.extensions,
        (await closed(socket)).code,
        socket.protocol,
        socket.extensions,
      ];
    },
  },
  {
    title: "WebIDL union: the subprotocols that go out, by what was given",
    observe: async () => {
      const given = [
        undefined,
        "a",
        ["a", "b"],
        new Set(["c", "d"]),
        [],
        { toString: () => "e" },
        [1, null],
        null,
        7,
      ];
      const went: unknown[] = [];
      for (const protocols of given) {
        const { path, diary } = witnessed();
        const socket = new WebSocket(address(path), protocols as string[]);
        await next(socket, "open");
        await closed(socket);
        went.push(await diary());
      }
      return went;
    },
  },
  {
    title:
      "WebIDL conversion: url's toString, then the iterable's methods, are called once each and in order",
    observe: () => {
      const calls = new Calls();
      const url = {
        toString: calls.on("url.toString", () => address()),
        valueOf: calls.on("valueOf", () => "no"),
      };
      const item = (name: string) => ({ toString: calls.on(`${name}.toString`, () => name) });
      const values = [item("a"), item("b")];
      const protocols = {
        get [Symbol.iterator]() {
          calls.list.push("get iterator");
          return calls.on("iterator", () => ({
            get next() {
              calls.list.push("get next");
              return calls.on("next", () => ({ done: values.length === 0, value: values.shift() }));
            },
            return: calls.on("return", () => ({})),
          }));
        },
        get extra() {
          calls.list.push("get extra");
          return 1;
        },
      };
      new WebSocket(url as unknown as string, protocols as unknown as string[]).close();
      return calls.list;
    },
  },
  {
    title: "WebIDL conversion: an array's items are converted once, in order, with what was on the prototype",
    observe: () => {
      const calls = new Calls();
      const item = (name: string) => ({
        toString: calls.on(name, () => name),
        valueOf: calls.on("valueOf", () => 1),
      });
      new WebSocket(address(), [item("a"), item("b")] as unknown as string[]).close();
      new WebSocket(address(), new Proxy(["x"], { get: calls.on("get", Reflect.get) })).close();
      return calls.list;
    },
  },
  {
    title: "WebIDL conversion: what a conversion throws comes through as it is",
    observe: () => {
      const mine = new Error("mine");
      const fail = () => {
        throw mine;
      };
      const bad: unknown[] = [{ toString: fail }, Symbol("s"), { toString: () => ({}), valueOf: () => ({}) }];
      const lists: unknown[] = [
        { [Symbol.iterator]: fail },
        { [Symbol.iterator]: 1 },
        { [Symbol.iterator]: () => 1 },
        [Symbol("s")],
        [{ toString: fail }],
        Symbol("p"),
      ];
      const ofUrl = bad.map((url) => thrown(() => new WebSocket(url as string)));
      const ofList = lists.map((list) => thrown(() => new WebSocket(address(), list as string[])));
      let same = false;
      try {
        new WebSocket({ toString: fail } as unknown as string);
      } catch (error) {
        same = error === mine;
      }
      return [ofUrl, ofList, same];
    },
  },
  {
    title: "WebIDL: an address as a URL object",
    observe: () => [
      new WebSocket(new URL(address())).url,
      thrown(() => new WebSocket(new URL("ftp://x/"))),
      thrown(() => new WebSocket(new URL(`${address()}#x`))),
    ],
  },
];
