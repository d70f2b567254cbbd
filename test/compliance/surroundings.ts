import type { Check } from "./check";
import { address, closed, echo, next, opened } from "./socket";

/** What of a socket's life shows elsewhere in the page. */
export const surroundings: Check[] = [
  {
    title: "HTML timers: their numbers go up by one, whatever sockets do",
    observe: async () => {
      const numbers: number[] = [];
      const count = () =>
        numbers.push(
          window.setTimeout(() => {}),
          window.setInterval(() => {}, 1e6),
        );
      count();
      const socket = await opened();
      for (let i = 0; i < 3; i++) {
        await echo(socket, "x");
        count();
        await new Promise((later) => setTimeout(later, 150));
      }
      const frame = requestAnimationFrame(() => {});
      return [numbers.map((number) => number - (numbers[0] ?? 0)), frame, requestIdleCallback(() => {})];
    },
  },
  {
    title: "RegExp legacy features: what the page matched last is what it matched last",
    observe: async () => {
      const seen: unknown[] = [];
      const look = () => seen.push([RegExp.lastMatch, RegExp.$1, RegExp.input, RegExp.leftContext]);
      /m(i)ne/.exec("it is mine");
      const socket = await opened();
      look();
      for (const wrong of [
        () => socket.send({ toString: () => Symbol() as never } as never),
        () => socket.close(7),
      ])
        try {
          wrong();
        } catch (error) {
          seen.push((error as Error).stack?.split("\n").length);
          look();
        }
      await echo(socket, "x");
      new Worker(URL.createObjectURL(new Blob(["0"]))).terminate();
      look();
      return seen;
    },
  },
  {
    title: "Performance timeline: its entries",
    observe: async () => {
      const socket = await opened();
      await echo(socket, new Blob(["x"]));
      await closed(socket);
      // Whether a frame or a paint is slow depends on the machine.
      const chance = /paint|visibility|long/;
      const entries = performance.getEntries().filter(({ entryType }) => !chance.test(entryType));
      return entries.map(({ name, entryType }) => [name.replace(/\?.*/, ""), entryType]);
    },
  },
  {
    title: "DOM: scripts, elements and attributes of the document",
    observe: async () => {
      await echo(await opened(), "x");
      const { scripts, documentElement } = document;
      return [
        [...scripts].map(({ src }) => src),
        [...document.querySelectorAll("*")].map(({ tagName, attributes }) => [tagName, attributes.length]),
        documentElement.getAttributeNames(),
        document.childNodes.length,
        document.currentScript,
        Reflect.ownKeys(document).map(String),
        Reflect.ownKeys(document.documentElement).map(String),
      ];
    },
  },
  {
    title: "HTML messaging: no message, and no event of any type, comes to window or document",
    observe: async () => {
      const seen: string[] = [];
      const types = [
        "message",
        "messageerror",
        "load",
        "error",
        "awake",
        "head",
        "meta",
        "text",
        "command",
        "cut",
        "bytes",
      ];
      const note = (event: Event) => seen.push(`${event.type} ${event.target === window}`);
      for (const target of [window, document]) {
        for (const type of types) target.addEventListener(type, note, true);
      }
      const socket = await opened();
      await echo(socket, "x");
      await new Promise((later) => setTimeout(later, 150));
      await closed(socket);
      return seen;
    },
  },
  {
    title: "HTML document.open: sockets made before and after go on",
    observe: async () => {
      const before = await opened();
      document.open();
      document.write("<p>written");
      document.close();
      const seen = [await echo(before, "x"), String(WebSocket), Object.keys(window).length];
      const after = new WebSocket(address());
      await next(after, "open");
      return [seen, await echo(after, "y"), (await closed(after)).code];
    },
  },
  {
    title: "HTML storage, cookies, history and names are as they were",
    observe: async () => {
      await echo(await opened(), "x");
      return [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        history.length,
        window.name,
        frames.length,
      ];
    },
  },
  {
    title: "HTML workers: a worker's WebSocket",
    observe: async () => {
      const code = `const socket = new WebSocket("${address()}");
        socket.onopen = () => socket.send("x");
        socket.onmessage = ({ data }) => postMessage([data, String(WebSocket), Object.getOwnPropertyNames(self)]);`;
      const url = URL.createObjectURL(new Blob([code]));
      const worker = new Worker(url);
      const { data } = await next<MessageEvent>(worker, "message");
      worker.terminate();
      return data;
    },
  },
];
