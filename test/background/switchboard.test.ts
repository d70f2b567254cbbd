// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { Switchboard } from "../../src/background/switchboard";
import type { Batch } from "../../src/protocol";
import { FakePort } from "../support/fake-port";

const HELLO = { type: "hello", timeOrigin: 5 };

function batchFor(reader: number): Batch {
  return [`${reader} 0 0`, "", "", null];
}

/** A browser with one window of tabs; `reached` are those whose page has a bridge. */
function fakeBrowser({ reached = [] as number[], tabs = {} as Record<number, string> } = {}) {
  const listeners = {
    updated: new Set<(id: number, change: object) => void>(),
    removed: new Set<(id: number) => void>(),
    requests: new Set<(details: object) => void>(),
    replaced: new Set<(added: number, removed: number) => void>(),
  };
  const event = <L>(set: Set<L>) => ({
    addListener: (l: L) => set.add(l),
    removeListener: (l: L) => set.delete(l),
  });
  const summoned: number[] = [];
  /** Everything else that was said to tabs. */
  const said: unknown[] = [];
  const windows: object[] = [];
  const browser = {
    runtime: { getURL: (path: string) => `chrome-extension://id/${path}` },
    webRequest: { onBeforeRequest: event(listeners.requests) },
    declarativeNetRequest: { getSessionRules: async () => [], updateSessionRules: async () => {} },
    windows: { create: (options: object) => windows.push(options) },
    tabs: {
      onUpdated: event(listeners.updated),
      onRemoved: event(listeners.removed),
      onReplaced: event(listeners.replaced),
      sendMessage: async (id: number, message: { type: string; wanted?: true }, to?: { frameId: number }) => {
        if (message.type !== "summons" || message.wanted) said.push([id, message, to]);
        else if (to?.frameId === 0) summoned.push(id);
        if (!reached.includes(id)) throw new Error("Receiving end does not exist.");
        return 1234;
      },
      get: async (id: number) => {
        if (!(id in tabs)) throw new Error("No tab with that id.");
        return { status: tabs[id] };
      },
    },
  };
  return { browser: browser as unknown as Browser, listeners, summoned, said, windows };
}

function setUp(options?: Parameters<typeof fakeBrowser>[0]) {
  const fake = fakeBrowser(options);
  const switchboard = new Switchboard(fake.browser);
  const panel = (tabId: number) => {
    const port = new FakePort("panel");
    switchboard.addPanel(port.asPort);
    port.say({ type: "attach", tabId });
    return port;
  };
  const page = (tabId: number, documentId: string, frameId = 0, hello: object = HELLO) => {
    const port = new FakePort("page", {
      tab: { id: tabId },
      frameId,
      documentId,
      url: `https://${documentId}/`,
    });
    switchboard.addPage(port.asPort);
    port.say(hello);
    return port;
  };
  return { ...fake, panel, page };
}

const document = (id: string, frameId = 0) => ({
  type: "document",
  document: { id, frameId, url: `https://${id}/`, timeOrigin: 5 },
});

describe("the switchboard", () => {
  test("a page that nobody watches is told to be silent", () => {
    const { page } = setUp();
    expect(page(1, "a").take()).toEqual([{ type: "silence" }]);
  });

  test("panels hear of the documents of their tab only, named by the browser, whoever comes first", () => {
    const { panel, page } = setUp();
    const first = panel(1);
    page(1, "a");
    page(1, "b", 4);
    page(2, "c");
    expect(first.take()).toEqual([document("a"), document("b", 4)]);
    expect(panel(1).take()).toEqual([document("a"), document("b", 4)]);
  });

  test("a batch goes to the reader it is for, and never to another tab's panel", () => {
    const { panel, page } = setUp();
    const [one, two, other] = [panel(1), panel(1), panel(2)];
    const a = page(1, "a");
    for (const port of [one, two, other]) port.take();
    a.say(batchFor(2));
    a.say(batchFor(3));
    a.say(batchFor(99));
    expect(one.take()).toEqual([]);
    expect(two.take()).toEqual([{ type: "batch", document: "a", batch: batchFor(2) }]);
    expect(other.take()).toEqual([]);
  });

  test("a command goes to a document of the panel's own tab, with the reader's number", () => {
    const { panel, page } = setUp();
    const [one, other] = [panel(1), panel(2)];
    const a = page(1, "a");
    const command = { type: "watch", from: 0 };
    one.say({ type: "page", document: "a", command });
    other.say({ type: "page", document: "a", command });
    one.say({ type: "page", document: "nobody", command });
    expect(a.take()).toEqual([{ reader: 1, command }]);
  });

  test("when a panel goes the pages stop sending to it; when the last one goes they fall silent", () => {
    const { panel, page } = setUp();
    const [one, two] = [panel(1), panel(1)];
    const a = page(1, "a");
    two.hangUp();
    expect(a.take()).toEqual([{ reader: 2, command: { type: "unwatch" } }]);
    one.hangUp();
    expect(a.take()).toEqual([{ type: "silence" }]);
  });

  test("a document that goes is told; one that came back by another port is not gone", () => {
    const { panel, page } = setUp();
    const one = panel(1);
    const old = page(1, "a");
    const back = page(1, "a");
    one.take();
    old.hangUp();
    expect(one.take()).toEqual([]);
    back.hangUp();
    expect(one.take()).toEqual([{ type: "departed", document: "a" }]);
  });

  test("a worker of a page is a document of its own, that says when it ends and whether it had told all", () => {
    const { panel, page } = setUp();
    const one = panel(1);
    const top = page(1, "a");
    for (const orderly of [true, false]) {
      const worker = page(1, "a", 0, { ...HELLO, timeOrigin: 7, worker: { number: 3, url: "blob:x" } });
      const id = "a worker 3";
      worker.say(batchFor(1));
      worker.say({ type: "ended", orderly });
      expect(worker.open).toBe(false);
      worker.hangUp();
      expect(one.take().slice(-3)).toEqual([
        {
          type: "document",
          document: { id, frameId: 0, url: "https://a/", timeOrigin: 7, worker: "blob:x" },
        },
        { type: "batch", document: id, batch: batchFor(1) },
        { type: "departed", document: id, ...(!orderly && { abrupt: true }) },
      ]);
    }
    top.say(batchFor(1));
    expect(one.take()).toEqual([{ type: "batch", document: "a", batch: batchFor(1) }]);
  });

  test("conditions: panels of the tab hear of them, late ones too, and so does each document that comes", async () => {
    const { panel, page, said, listeners } = setUp();
    const conditions = { offline: null, hidden: { frozen: false, cached: false } };
    const [one, other] = [panel(1), panel(2)];
    one.say({ type: "pretend", conditions });
    await expect.poll(() => one.heard).toContainEqual({ type: "conditions", conditions });
    expect(other.heard).not.toContainEqual({ type: "conditions", conditions });
    const late = panel(1);
    expect(late.take()).toEqual([{ type: "conditions", conditions }]);
    const pretend = { type: "pretend", conditions };
    expect(said.splice(0)).toEqual([[1, pretend, undefined]]);
    page(1, "a", 4);
    page(2, "b");
    for (const updated of listeners.updated) updated(1, { status: "loading" });
    const nothing = [2, { type: "pretend", conditions: null }, { frameId: 0 }];
    await expect.poll(() => said).toContainEqual(nothing);
    expect(said.splice(0)).toEqual([[1, pretend, { frameId: 4 }], [1, pretend, undefined], nothing]);
    one.hangUp();
    await expect.poll(() => said.splice(0)).toEqual([[1, { type: "pretend", conditions: null }, undefined]]);
  });

  test("wanted: the tab's top document is to open a port", () => {
    const { panel, said } = setUp();
    panel(3).say({ type: "want" });
    expect(said).toEqual([[3, { type: "summons", wanted: true }, { frameId: 0 }]]);
  });

  test("the panel's own window is opened for its tab", () => {
    const { panel, windows } = setUp();
    panel(12).say({ type: "detach" });
    expect(windows).toEqual([{ url: "chrome-extension://id/src/panel/panel.html?tabId=12", type: "popup" }]);
  });
});

describe("the tab", () => {
  test.each([
    ["ready", { reached: [1], tabs: { 1: "complete" } }],
    ["unreachable", { reached: [], tabs: { 1: "complete" } }],
    ["missing", { reached: [], tabs: {} }],
  ])("%s", async (state, options) => {
    const port = setUp(options).panel(1);
    const page = state === "ready" ? { page: 1234 } : {};
    await expect.poll(() => port.take()).toEqual([{ type: "tab", state, ...page }]);
  });

  test("a page that is loading is summoned when it is there", async () => {
    const options = { reached: [] as number[], tabs: { 1: "loading" } };
    const { panel, listeners, summoned } = setUp(options);
    const port = panel(1);
    await expect.poll(() => summoned).toEqual([1]);
    expect(port.heard).toEqual([]);
    options.reached.push(1);
    for (const updated of listeners.updated) {
      updated(1, { title: "irrelevant" });
      updated(2, { status: "complete" });
      updated(1, { status: "complete" });
    }
    await expect.poll(() => port.heard).toEqual([{ type: "tab", state: "ready", page: 1234 }]);
    expect(summoned).toEqual([1, 1]);
  });

  test("a tab that is closed is told", () => {
    const { panel, listeners } = setUp({ reached: [1], tabs: { 1: "complete" } });
    const port = panel(1);
    for (const removed of listeners.removed) removed(1);
    expect(port.take()).toEqual([{ type: "tab", state: "missing" }]);
  });

  test("a tab that goes on under another id takes its panels along", () => {
    const { panel, page, listeners } = setUp();
    const port = panel(1);
    for (const replaced of listeners.replaced) replaced(2, 1);
    page(2, "a");
    expect(port.take()).toEqual([{ type: "moved", tabId: 2 }, document("a")]);
  });

  test("handshakes of the tab are told to its panels", () => {
    const { panel, listeners } = setUp();
    const port = panel(1);
    for (const request of listeners.requests) request({ url: "wss://app/", timeStamp: 5 });
    expect(port.take()).toEqual([{ type: "handshake", url: "wss://app/", time: 5 }]);
    port.hangUp();
    expect(listeners.requests.size).toBe(0);
  });

  test("tabs are listened to only as long as a panel watches one", () => {
    const { panel, listeners } = setUp();
    expect(listeners.updated.size + listeners.removed.size).toBe(0);
    const port = panel(1);
    expect(listeners.updated.size + listeners.removed.size).toBe(2);
    port.hangUp();
    expect(listeners.updated.size + listeners.removed.size).toBe(0);
  });
});
