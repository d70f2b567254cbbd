import { type Check, described, thrown } from "./check";
import { address, closed, opened } from "./socket";

const names = Object.getOwnPropertyNames;

function everything(of: object): unknown {
  return Reflect.ownKeys(of).map((key) => [String(key), described(of, key)]);
}

/** WebIDL, "named properties": what there is, in what order, with which flags. */
export const descriptors: Check[] = [
  {
    title: "WebIDL global object: the names of window, and their order",
    observe: () => [
      names(window),
      Object.getOwnPropertySymbols(window).map(String),
      everything(Window.prototype),
    ],
  },
  { title: "WebIDL interface object: WebSocket's properties", observe: () => everything(WebSocket) },
  {
    title: "WebIDL interface prototype object: WebSocket.prototype's",
    observe: () => everything(WebSocket.prototype),
  },
  { title: "ECMAScript: Function.prototype's properties", observe: () => everything(Function.prototype) },
  {
    title: "WebIDL: the property of window that holds the interface object",
    observe: () => [described(window, "WebSocket"), Object.keys(window).includes("WebSocket")],
  },
  {
    title: "WebIDL platform objects: a socket has no properties of its own, ever",
    observe: async () => {
      const socket = await opened();
      const before = [Reflect.ownKeys(socket), Object.isExtensible(socket)];
      socket.onmessage = () => {};
      socket.binaryType = "arraybuffer";
      socket.send("x");
      await closed(socket);
      const inherited: string[] = [];
      for (const name in socket) inherited.push(name);
      return [before, Reflect.ownKeys(socket), inherited, JSON.stringify(socket)];
    },
  },
  {
    title: "WebIDL constants: on the interface object and the prototype, not writable",
    observe: () => {
      const socket = new WebSocket(address()) as unknown as Record<string, unknown>;
      const holders = [WebSocket, WebSocket.prototype, socket] as unknown as Record<string, unknown>[];
      return holders.map((of) => [
        ["CONNECTING", "OPEN", "CLOSING", "CLOSED"].map((name) => [of[name], described(of, name)]),
        thrown(() => {
          of.OPEN = 7;
        }),
        of.OPEN,
      ]);
    },
  },
  {
    title: "WebIDL read-only attributes: assigning throws in strict code and changes nothing",
    observe: () => {
      const socket = new WebSocket(address()) as unknown as Record<string, unknown>;
      return ["readyState", "url", "protocol", "extensions", "bufferedAmount"].map((name) => [
        thrown(() => {
          socket[name] = 7;
        }),
        socket[name],
      ]);
    },
  },
  {
    title: "WebIDL attribute getters and methods: on anything else they throw a TypeError",
    observe: () => {
      const { prototype } = WebSocket;
      const others: unknown[] = [
        {},
        null,
        undefined,
        1,
        prototype,
        Object.create(prototype),
        new EventTarget(),
        window,
      ];
      const attributes = ["readyState", "url", "onmessage", "binaryType"].flatMap((name) => {
        const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => unknown;
        return others.map((of) => thrown(() => Reflect.apply(get, of, [])));
      });
      const methods = [prototype.send, prototype.close].flatMap((method) =>
        others.map((of) => thrown(() => Reflect.apply(method, of, ["x"]))),
      );
      const nothing = others.map((of) => thrown(() => Reflect.apply(prototype.send, of, [])));
      return [attributes, methods, nothing];
    },
  },
  {
    title: "ECMAScript: WebSocket deleted, put back, reassigned",
    observe: () => {
      const Native = WebSocket;
      const kept = Object.getOwnPropertyDescriptor(window, "WebSocket") as PropertyDescriptor;
      const deleted = Reflect.deleteProperty(window, "WebSocket");
      const gone = [typeof window.WebSocket, "WebSocket" in window];
      window.WebSocket = Native;
      const assigned = described(window, "WebSocket");
      Object.defineProperty(window, "WebSocket", kept);
      return [
        deleted,
        gone,
        assigned,
        window.WebSocket === Native,
        new WebSocket(address()) instanceof Native,
      ];
    },
  },
  {
    title: "ECMAScript: properties put on WebSocket and on its methods stay there",
    observe: () => {
      const holders = [WebSocket, WebSocket.prototype.send, Function.prototype.toString] as unknown as {
        mark?: number;
      }[];
      return holders.map((of) => {
        of.mark = 1;
        const seen = [of.mark, Object.keys(of), Reflect.ownKeys(of).length];
        delete of.mark;
        return [seen, of.mark];
      });
    },
  },
  {
    title: "ECMAScript Object.freeze of prototype, constructor and instance: all goes on",
    observe: async () => {
      Object.freeze(WebSocket.prototype);
      Object.freeze(WebSocket);
      const socket = Object.freeze(await opened());
      socket.send("x");
      const refused = thrown(() => {
        WebSocket.prototype.send = () => {};
      });
      return [
        refused,
        everything(WebSocket.prototype),
        Object.isFrozen(WebSocket),
        (await closed(socket)).code,
      ];
    },
  },
];
