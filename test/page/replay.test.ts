// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { Replayed } from "../../src/link/hand-over";
import { Flag, Kind } from "../../src/protocol";

/** A browser's socket as the tap finds it: it says what becomes of it. */
const FakeSocket = await vi.hoisted(async () => {
  class FakeSocket extends EventTarget {
    readonly done: unknown[] = [];
    state = 1;
    binary = "blob";
    get readyState() {
      return this.state;
    }
    get binaryType() {
      return this.binary;
    }
    get url() {
      return "wss://app.example:81/ws";
    }
    send(data: unknown) {
      if (this.state === 0) throw new DOMException("Still in CONNECTING state.", "InvalidStateError");
      this.done.push(["send", data]);
    }
    close(...args: unknown[]) {
      if (args[0] === 99) throw new DOMException("The code must be 1000.", "InvalidAccessError");
      this.done.push(["close", ...args]);
    }
  }
  // Node's own, whose properties are getters as a browser's are; the DOM of the tests has plain ones.
  const { URL: NativeURL } = await import("node:url");
  let NativeException = DOMException;
  try {
    structuredClone(() => {});
  } catch (error) {
    NativeException = (error as DOMException).constructor as typeof DOMException;
  }
  Object.assign(globalThis, { WebSocket: FakeSocket, URL: NativeURL, DOMException: NativeException });
  return FakeSocket;
});

const { PageSide } = await import("../support/page-side");
const { replay } = await import("../../src/page/replay");

let page = new PageSide();
let socket = new FakeSocket();
const opened: unknown[] = [];

function say(command: Replayed): void {
  replay(command, page.records, page.recorder, (...args) => {
    if (args[0].url === "mailto:x") throw new DOMException("Not a WebSocket URL.", "SyntaxError");
    opened.push(args);
  });
}

/** What was written down after the socket's first two notices. */
function noted() {
  page.watch();
  const frames = page.notices().slice(2);
  return frames.map(({ kind, flags, text, bytes }) => [kind, flags, bytes ? [...bytes] : text]);
}

beforeEach(() => {
  page = new PageSide();
  socket = new FakeSocket();
  opened.length = 0;
  page.open().socket = socket as unknown as WebSocket;
});

test("send: by the page's own socket, and marked", () => {
  say({ type: "send", socket: 1, data: "a" });
  say({ type: "send", socket: 1, data: new Uint8Array([1, 2]) });
  expect(socket.done).toEqual([
    ["send", "a"],
    ["send", new Uint8Array([1, 2]).buffer],
  ]);
  expect(noted()).toEqual([
    [Kind.TextSent, Flag.Injected, "a"],
    [Kind.BytesSent, Flag.Injected, [1, 2]],
  ]);
});

test("send, when it does not go out: connecting, closing, closed", () => {
  socket.state = 0;
  say({ type: "send", socket: 1, data: "a" });
  socket.state = 2;
  say({ type: "send", socket: 1, data: "b" });
  const record = page.records.find(1);
  if (record) page.recorder.fact(Kind.Closed, record, page.time++, { code: 1000, reason: "", clean: true });
  say({ type: "send", socket: 1, data: "c" });
  const unsent = Flag.Injected | Flag.Unsent;
  expect(noted().filter(([kind]) => kind === Kind.TextSent)).toEqual(
    ["a", "b", "c"].map((text) => [Kind.TextSent, unsent, text]),
  );
  expect(socket.done).toEqual([["send", "b"]]);
});

test("receive: written down before the page's handlers answer, as what the socket asks for", async () => {
  const got: unknown[] = [];
  socket.addEventListener("message", (event) => {
    const { data, origin } = event as MessageEvent;
    got.push([data, origin]);
    if (data === "a") say({ type: "send", socket: 1, data: "answer" });
  });
  const blob = new Blob(["x"]);
  const data = new Uint8Array([1]);
  // Not while the command is under way: its event leads to the port.
  const hear = async (command: Replayed) => {
    const before = got.length;
    say(command);
    expect(got).toHaveLength(before);
    await null;
  };
  await hear({ type: "receive", socket: 1, data: "a", blob: undefined });
  await hear({ type: "receive", socket: 1, data, blob });
  socket.binary = "arraybuffer";
  await hear({ type: "receive", socket: 1, data, blob });
  const origin = "wss://app.example:81";
  expect(got).toEqual([
    ["a", origin],
    [blob, origin],
    [data.buffer, origin],
  ]);
  expect(noted().map(([kind]) => kind)).toEqual([
    Kind.TextReceived,
    Kind.TextSent,
    Kind.BytesReceived,
    Kind.BytesReceived,
  ]);
});

test("close: what the browser refuses is swallowed", () => {
  say({ type: "close", socket: 1, code: 99, reason: undefined });
  say({ type: "close", socket: 1, code: 4000, reason: "bye" });
  expect(socket.done).toEqual([["close", 4000, "bye"]]);
  expect(noted()).toEqual([]);
});

test("open: handed on with its key; refused, it is written down as failed", () => {
  say({ type: "open", key: "k", url: "wss://a/", protocols: ["v2", "v1"] });
  const facts = { transport: "WebSocket", url: "wss://a/", asked: "v2,v1", replay: "k" };
  expect(opened).toEqual([[facts, ["v2", "v1"]]]);
  say({ type: "open", key: "l", url: "mailto:x", protocols: [] });
  const texts = noted().map(([kind, , text]) => [kind, JSON.parse(text as string)]);
  expect(texts).toEqual([
    [Kind.Created, { ...facts, url: "mailto:x", asked: "", replay: "l" }],
    [Kind.Failed, {}],
    [Kind.Closed, { code: 0, reason: "Not a WebSocket URL.", clean: false }],
  ]);
});

test("sockets that nobody knows, and event streams, are left alone", () => {
  const facts = { transport: "EventSource", url: "https://a/", asked: "" } as const;
  page.recorder.created(facts, page.time++);
  for (const number of [2, 3]) {
    say({ type: "send", socket: number, data: "x" });
    say({ type: "receive", socket: number, data: "x", blob: undefined });
    say({ type: "close", socket: number, code: undefined, reason: undefined });
  }
  expect(noted().map(([kind]) => kind)).toEqual([Kind.Created]);
  expect(socket.done).toEqual([]);
});
