import { Calls, type Check, described, patched, thrown } from "./check";
import { next } from "./socket";

const script = (code: string, type = "text/javascript") => URL.createObjectURL(new Blob([code], { type }));

/** The first thing that a worker of this code says. */
async function said(code: string, options?: WorkerOptions): Promise<unknown> {
  const worker = new Worker(script(code), options);
  const { data } = await next<MessageEvent>(worker, "message");
  worker.terminate();
  return data;
}

const functions = () => [
  ...[Worker, Worker.prototype.terminate, Worker.prototype.postMessage, Blob, File, URL],
  ...[URL.createObjectURL, URL.revokeObjectURL],
];

/** What the tap on workers of Blobs stands in front of: Worker, Blob, and the addresses of Blobs. */
export const workers: Check[] = [
  {
    title: "WebIDL: Worker, Blob and URL as they print, and their properties",
    observe: () => [
      functions().map((f) => [String(f), f.name, f.length, Object.getOwnPropertyNames(f), "prototype" in f]),
      described(window, "Worker"),
      described(window, "Blob"),
      described(Worker.prototype, "constructor"),
      described(Worker.prototype, "terminate"),
      described(Blob.prototype, "constructor"),
      described(URL, "createObjectURL"),
      described(URL, "revokeObjectURL"),
    ],
  },
  {
    title: "WebIDL inheritance: File of Blob, Worker of EventTarget, and what is an instance of what",
    observe: () => {
      class Mine extends Blob {
        field = 1;
      }
      const mine = new Mine(["x"]);
      const worker = new Worker(script(""));
      return [
        Object.getPrototypeOf(File) === Blob,
        Object.getPrototypeOf(Worker) === EventTarget,
        new File(["x"], "x") instanceof Blob,
        new Blob().constructor === Blob,
        new Blob().slice().constructor === Blob,
        [mine instanceof Mine, mine.constructor === Mine, Object.keys(mine), mine.size],
        [worker.constructor === Worker, worker instanceof Worker, Reflect.ownKeys(worker).length],
        class Other extends Worker {}.name,
      ];
    },
  },
  {
    title: "WebIDL conversions: what Worker, Blob and URL refuse, in which words, from where",
    observe: () => {
      const any = (value: unknown) => value as never;
      return [
        thrown(() => Reflect.apply(any(Worker), undefined, ["x"])),
        thrown(() => Reflect.construct(Worker, [])),
        thrown(() => new Worker("http://[")),
        thrown(() => new Worker("https://elsewhere.example/worker.js")),
        thrown(() => new Worker(script(""), { type: any("odd") })),
        thrown(() => new Worker(script(""), any(1))),
        thrown(() => Worker.prototype.terminate.call(any({}))),
        thrown(() => Reflect.apply(any(Blob), undefined, [])),
        thrown(() => new Blob(any(1))),
        thrown(() => new Blob(["x"], { endings: any("odd") })),
        thrown(() => new Blob([any(Symbol("s"))])),
        thrown(() => URL.createObjectURL(any(1))),
        thrown(() => Reflect.apply(URL.createObjectURL, URL, [])),
        thrown(() => Reflect.apply(URL.revokeObjectURL, URL, [])),
        thrown(() => Reflect.construct(URL.createObjectURL, [])),
      ];
    },
  },
  {
    title:
      "WebIDL dictionaries and sequences: what is asked of the page's objects, how often, in which order",
    observe: async () => {
      const calls = new Calls();
      const spy = (name: string, value: unknown) => ({ get: calls.on(name, () => value), enumerable: true });
      const options = Object.defineProperties(
        {},
        {
          type: spy("type", "module"),
          name: spy("name", "mine"),
          credentials: spy("credentials", "omit"),
        },
      );
      const said = await next<MessageEvent>(new Worker(script("postMessage(self.name)"), options), "message");
      const parts = {
        [Symbol.iterator]: calls.on("iterator", () => ["a", "b"][Symbol.iterator]()),
      } as unknown as string[];
      const bag = Object.defineProperties(
        {},
        { type: spy("blob type", "x/y"), endings: spy("endings", "native") },
      );
      const blob = new Blob(parts, bag);
      const url = { toString: calls.on("toString", () => script("")) };
      new Worker(url as unknown as string);
      URL.revokeObjectURL(url as unknown as string);
      return [said.data, await blob.text(), blob.type, calls.list];
    },
  },
  {
    title: "ECMAScript: iterators and globals patched by the page are not asked",
    observe: () => {
      const calls = new Calls();
      const spy = (old: PropertyDescriptor) => ({ ...old, value: calls.on("asked", old.value) });
      return patched(Map.prototype, "get", spy, () =>
        patched(RegExp.prototype, "exec", spy, () =>
          patched(MessagePort.prototype, "postMessage", spy, () =>
            patched(Worker.prototype, "postMessage", spy, () =>
              patched(Array.prototype, Symbol.iterator, spy, async () => {
                const worker = new Worker(
                  script("postMessage(new WebSocket('ws://127.0.0.1:1').readyState)"),
                );
                const { data } = await next<MessageEvent>(worker, "message");
                worker.terminate();
                return [data, calls.list];
              }),
            ),
          ),
        ),
      );
    },
  },
  {
    title: "HTML dedicated workers: messages, in order, and nothing else comes to either side",
    observe: async () => {
      const code = `"use strict"; const seen = [];
        addEventListener("message", ({ data, ports }) => { seen.push(data, ports.length); if (data === "last") postMessage(seen) });`;
      const worker = new Worker(script(code));
      const seen: unknown[] = [];
      const events = ["message", "messageerror", "error", "close"];
      for (const type of events) worker.addEventListener(type, () => seen.push(type));
      worker.postMessage("first");
      worker.postMessage("last");
      const { data } = await next<MessageEvent>(worker, "message");
      return [data, seen, worker.onmessage, worker.onerror];
    },
  },
  {
    title: "HTML worker global scope: its names, this, strictness and functions",
    observe: async () => {
      const facts = `postMessage([Object.getOwnPropertyNames(self).sort(), (function () { return this === undefined })(),
        typeof importScripts, self.location.protocol, self.origin, name, String(WebSocket), String(close), String(WebSocket.prototype.send),
        WebSocket.prototype.constructor === WebSocket, String(Function.prototype.toString), typeof top, typeof arguments,
        JSON.stringify(Object.getOwnPropertyDescriptor(self, "close")), performance.getEntries().length])`;
      return [
        await said(facts),
        await said(`"use strict"; ${facts}`),
        await said(`/* licence */\n// more\n'use strict';${facts}`, { name: "mine" }),
        await said(`"use strict"\n${facts}`),
        await said(`#!hashbang\n${facts}`),
        await said(`--> a comment\n${facts}`),
        await said(`import "data:text/javascript,0"; ${facts}`, { type: "module" }),
        await said(`var { x = 1 } = {}; let y = 2; function z() {}; ${facts}`),
      ];
    },
  },
  {
    title: "HTML runtime script errors: message and line reach the page",
    observe: async () => {
      const seen: unknown[] = [];
      for (const code of ["\n\n  nope();", "\nlet x = ;", "'use strict';\nundeclared = 1;"]) {
        const url = script(code);
        const event = await next<ErrorEvent>(new Worker(url), "error");
        event.preventDefault();
        seen.push([event.type, event.message, event.lineno, event.colno, event.filename === url]);
      }
      return seen;
    },
  },
  {
    title: "HTML WorkerLocation: the address that the page gave, in every way to ask for it; in traces too",
    observe: async () => {
      const own = `Object.getOwnPropertyDescriptors(Object.getPrototypeOf(location))`;
      const code = `const d = ${own}; const url = location.href;
        postMessage([location.href, String(location), location.pathname, location.toString(), location.origin, location.hash,
          Object.keys(d), String(d.href.get), String(d.toString.value), d.href.set, d.href.enumerable,
          (() => { try { d.href.get.call({}) } catch (e) { return e.message } })(),
          (() => { try { d.href.get.call({}) } catch (e) { return e.stack.split("\\n").length } })(),
          \n\n new Error("x").stack.replaceAll(url.split("#")[0], "THE SCRIPT")])`;
      const seen: unknown[] = [];
      for (const type of ["classic", "module"] as const)
        for (const hash of ["", "#some?thing"]) {
          const url = script(code) + hash;
          const { data } = await next<MessageEvent>(new Worker(url, { type }), "message");
          seen.push(
            JSON.parse(
              JSON.stringify(data)
                .replaceAll(url, "THE URL")
                .replaceAll(url.slice(5).split("#")[0] ?? "", "THE PATH"),
            ),
          );
        }
      return seen;
    },
  },
  {
    title: "HTML workers: a worker starts one more from its own address",
    observe: async () => {
      const code = `if (name === "inner") postMessage("inner " + (location.protocol));
        else new Worker(location.href, { name: "inner" }).onmessage = ({ data }) => postMessage(data)`;
      return said(code, { name: "outer" });
    },
  },
  {
    title: "HTML module scripts: an import has its first message, and import.meta.url is good for more",
    observe: async () => {
      const listener = script("onmessage = ({ data, ports }) => postMessage([data, ports.length])");
      const importing = new Worker(script(`import "${listener}"`), { type: "module" });
      importing.postMessage("first");
      const { data } = await next<MessageEvent>(importing, "message");
      const again = `if (name === "inner") postMessage(name); else
        new Worker(import.meta.url, { type: "module", name: "inner" }).onmessage = ({ data }) => postMessage(data)`;
      return [data, await said(again, { type: "module" })];
    },
  },
  {
    title: "HTML classic scripts: decoded with the charset of the Blob's type, or as UTF-8",
    observe: async () => {
      const letters = [..."postMessage('"].map((letter) => letter.charCodeAt(0));
      const bytes = new Uint8Array([...letters, 0xcf, 0xd0, 0x27, 0x29]);
      const seen: unknown[] = [];
      for (const charset of ["", ";charset=utf-8", ";charset=windows-1251"]) {
        const url = URL.createObjectURL(new Blob([bytes], { type: `text/javascript${charset}` }));
        const { data } = await next<MessageEvent>(new Worker(url), "message");
        seen.push(data);
      }
      return seen;
    },
  },
  {
    title: "WebIDL dictionaries: a getter of the options starts another worker",
    observe: async () => {
      const inner = script("postMessage('inner')");
      const started: Worker[] = [];
      const options = {
        get name() {
          started.push(new Worker(inner));
          return "outer";
        },
      };
      const { data } = await next<MessageEvent>(new Worker(script("postMessage(name)"), options), "message");
      return data;
    },
  },
  {
    title: "File API: a revoked address starts no worker; one revoked just after does",
    observe: async () => {
      const late = script("postMessage(1)");
      const worker = new Worker(late);
      URL.revokeObjectURL(late);
      const { data } = await next<MessageEvent>(worker, "message");
      const gone = script("postMessage(1)");
      URL.revokeObjectURL(gone);
      const failed = await next(new Worker(gone), "error");
      const fetched = await (await fetch(script("text"))).text();
      return [data, failed.type, fetched];
    },
  },
];
