import type { Browser } from "webextension-polyfill";
import type { PanelNotice, Summons } from "../protocol";
import { Handshakes } from "./handshakes";

/**
 * What becomes of the tabs that panels watch. Listens to the browser only as long as there are any, so that tabs
 * nobody watches never wake the worker.
 */
export class TabWatch {
  #tabs = new Set<number>();
  #handshakes: Handshakes;

  constructor(
    private readonly browser: Browser,
    private readonly tell: (tabId: number, notice: PanelNotice) => void,
    /** A tab goes on under another id. */
    private readonly moved: (from: number, to: number) => void,
    /** A tab may have documents that are new. */
    private readonly loaded: (tabId: number) => void,
  ) {
    this.#handshakes = new Handshakes(browser, tell);
  }

  /** Watches a tab (again): summons its pages, and tells whether there are any. */
  watch(tabId: number): void {
    this.#handshakes.watch(tabId);
    if (this.#tabs.size === 0) {
      this.browser.tabs.onUpdated.addListener(this.#updated);
      this.browser.tabs.onRemoved.addListener(this.#removed);
      this.browser.tabs.onReplaced.addListener(this.#replaced);
    }
    this.#tabs.add(tabId);
    this.#summon(tabId);
  }

  unwatch(tabId: number): void {
    this.#handshakes.unwatch(tabId);
    this.#tabs.delete(tabId);
    if (this.#tabs.size > 0) return;
    this.browser.tabs.onUpdated.removeListener(this.#updated);
    this.browser.tabs.onRemoved.removeListener(this.#removed);
    this.browser.tabs.onReplaced.removeListener(this.#replaced);
  }

  /** The top document is to open a port, sockets or not. */
  want(tabId: number): void {
    const summons: Summons = { type: "summons", wanted: true };
    this.browser.tabs.sendMessage(tabId, summons, { frameId: 0 }).catch(() => {
      // Nobody listens in that tab.
    });
  }

  #updated = (tabId: number, change: { status?: string }): void => {
    // "loading" comes for iframes and `pushState` as well: whether there is another page, its top document says.
    if (!this.#tabs.has(tabId) || !change.status) return;
    this.loaded(tabId);
    this.#summon(tabId);
  };

  #removed = (tabId: number): void => {
    if (this.#tabs.has(tabId)) this.tell(tabId, { type: "tab", state: "missing" });
  };

  #replaced = (added: number, removed: number): void => {
    if (this.#tabs.has(removed)) this.moved(removed, added);
  };

  async #summon(tabId: number): Promise<void> {
    const { tabs } = this.browser;
    const summons: Summons = { type: "summons" };
    try {
      // All frames are to come, but the answer has to be the top document's.
      tabs.sendMessage(tabId, summons).catch(() => {});
      const page = (await tabs.sendMessage(tabId, summons, { frameId: 0 })) as number;
      this.tell(tabId, { type: "tab", state: "ready", page });
      return;
    } catch {
      // Nobody listens in that tab: is there one?
    }
    try {
      const { status } = await tabs.get(tabId);
      // A page that is still loading is summoned again when it is complete.
      if (status !== "loading") this.tell(tabId, { type: "tab", state: "unreachable" });
    } catch {
      this.tell(tabId, { type: "tab", state: "missing" });
    }
  }
}
