import { Calls, type Check, patched, thrown } from "./check";
import { address, closed, echo, next, opened, witnessed } from "./socket";

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].join(" ");
}

/** Bytes: WebSockets standard, binaryType and send; ECMAScript, buffers that change. */
export const binary: Check[] = [
  {
    title: "binaryType: blob at first, set at any time, nonsense ignored",
    observe: async () => {
      const socket = new WebSocket(address());
      const loose = socket as unknown as Record<string, unknown>;
      const seen: unknown[] = [socket.binaryType];
      for (const value of ["arraybuffer", "nonsense", "", null, "blob", "arraybuffer"]) {
        loose.binaryType = value;
        seen.push(socket.binaryType);
      }
      await next(socket, "open");
      seen.push((await echo(socket, new Uint8Array([1]))) instanceof ArrayBuffer);
      socket.binaryType = "blob";
      const blob = await echo(socket, new Uint8Array([1, 2]));
      seen.push(Object.prototype.toString.call(blob), blob.size, blob.type, await blob.text());
      await closed(socket);
      socket.binaryType = "arraybuffer";
      return [seen, socket.binaryType];
    },
  },
  {
    title: "a message has been received, 4: binaryType is looked at when a message comes",
    observe: async () => {
      const socket = await opened();
      const seen: string[] = [];
      socket.onmessage = ({ data }) => {
        seen.push(Object.prototype.toString.call(data));
        socket.binaryType = socket.binaryType === "blob" ? "arraybuffer" : "blob";
      };
      socket.send("!mix");
      await closed(socket);
      return seen;
    },
  },
  {
    title: "MessageEvent data: the same object for every listener, and the page may do with it what it likes",
    observe: async () => {
      const socket = await opened();
      socket.binaryType = "arraybuffer";
      const seen: unknown[] = [];
      socket.addEventListener("message", ({ data }) => {
        seen.push(hex(data), structuredClone(data, { transfer: [data] }).byteLength, data.byteLength);
      });
      const all: ArrayBuffer[] = [];
      socket.addEventListener("message", (event) => {
        all.push(event.data);
        const again = event.data;
        seen.push(again === event.data, event.data.byteLength, event.data.resizable);
      });
      await echo(socket, new Uint8Array([7, 8]));
      return seen;
    },
  },
  {
    title: "send: bytes changed or transferred after send went out as they were",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const bytes = new Uint8Array([1, 2, 3]);
      socket.send(bytes);
      bytes.fill(9);
      socket.send(bytes.buffer);
      const moved = bytes.buffer.transfer();
      socket.send(moved);
      await closed(socket);
      return [bytes.byteLength, moved.byteLength, moved.detached, await diary()];
    },
  },
  {
    title: "send: detached buffers, views out of bounds, resizable and shared ones",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      const detached = new ArrayBuffer(4);
      const views = [new Uint8Array(detached), new DataView(detached, 1), new Float32Array(detached)];
      structuredClone(detached, { transfer: [detached] });
      const resizable = new ArrayBuffer(8, { maxByteLength: 16 });
      const tracking = new Uint8Array(resizable);
      const fixed = new Uint8Array(resizable, 4, 4);
      const data = new DataView(resizable, 4, 4);
      const shared = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer;
      const wasm = new WebAssembly.Memory({ initial: 1 }).buffer;
      const fixedLength = new ArrayBuffer(4, { maxByteLength: 4 }).transferToFixedLength();
      const sent = (all: unknown[]) => all.map((one) => thrown(() => socket.send(one as ArrayBuffer)));
      const whole = sent([resizable, tracking, fixed, data, fixedLength, wasm]);
      resizable.resize(6);
      const cut = sent([resizable, tracking, fixed, data]);
      resizable.resize(16);
      const grown = sent([resizable, tracking, fixed, data]);
      const odd = sent([detached, ...views, shared, new Uint8Array(shared), new DataView(shared)]);
      await closed(socket);
      return [whole, cut, grown, odd, await diary()];
    },
  },
  {
    title: "send: after bytes of every kind the socket is open and says so",
    observe: async () => {
      const { path, diary } = witnessed();
      const socket = await opened(path);
      socket.send(new Blob([new Uint8Array([1, 2]), "x"], { type: "text/plain" }));
      socket.send("after the Blob");
      socket.send(new File(["f"], "f.txt"));
      socket.send(new Uint8Array(70_000));
      socket.send("last");
      const { bufferedAmount, readyState } = socket;
      await closed(socket);
      return [bufferedAmount, readyState, await diary()];
    },
  },
  {
    title: "ECMAScript species and iterators: sending and getting bytes asks nothing of the page's",
    observe: async () => {
      const calls = new Calls();
      const socket = await opened();
      socket.binaryType = "arraybuffer";
      const spy = (name: string) => (old: PropertyDescriptor) => {
        const { value, get, set, ...flags } = old;
        if (get) return { ...flags, set, get: calls.on(`get ${name}`, get) };
        return typeof value === "function" ? { ...flags, value: calls.on(name, value) } : old;
      };
      const typed = Object.getPrototypeOf(Uint8Array.prototype);
      const own = (of: object, label: string) =>
        Reflect.ownKeys(of)
          .filter((key) => key !== "constructor" && key !== "prototype")
          .map((key) => [of, key, `${label}.${String(key)}`] as const);
      const places = [
        ...own(ArrayBuffer.prototype, "ArrayBuffer.prototype"),
        ...own(typed, "%TypedArray%.prototype"),
        ...own(DataView.prototype, "DataView.prototype"),
        ...own(Blob.prototype, "Blob.prototype"),
        [ArrayBuffer, Symbol.species, "ArrayBuffer.species"] as const,
        [Object.getPrototypeOf(Uint8Array), Symbol.species, "%TypedArray%.species"] as const,
        [ArrayBuffer, Symbol.hasInstance, "ArrayBuffer.hasInstance"] as const,
        [ArrayBuffer, "isView", "ArrayBuffer.isView"] as const,
      ];
      const act = async () => {
        for (const data of [
          new Uint8Array([1]),
          new DataView(new ArrayBuffer(2)),
          new ArrayBuffer(3),
          new Blob(["x"]),
        ]) {
          socket.send(data);
          await next(socket, "message");
        }
        await new Promise((later) => setTimeout(later, 150));
      };
      const all = places.reduce<() => Promise<void>>(
        (inner, [of, key, name]) =>
          () =>
            patched(of, key, spy(name), inner),
        act,
      );
      await all();
      return calls.list;
    },
  },
];
