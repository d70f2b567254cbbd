import type { Browser } from "webextension-polyfill";
import type { PanelNotice, Summons } from "../protocol";

/**
 * What becomes of the tabs that panels watch. Listens to the browser only as long as there are any, so that tabs
 * nobody watches never wake the worker.
 */
export class TabWatch {
  #tabs = new Set<number>();

  constructor(
    private readonly browser: Browser,
    private readonly tell: (tabId: number, notice: PanelNotice) => void,
  ) {}

  /** Watches a tab (again): summons its pages, and tells whether there are any. */
  watch(tabId: number): void {
    if (this.#tabs.size === 0) {
      this.browser.tabs.onUpdated.addListener(this.#updated);
      this.browser.tabs.onRemoved.addListener(this.#removed);
    }
    this.#tabs.add(tabId);
    this.#summon(tabId);
  }

  unwatch(tabId: number): void {
    this.#tabs.delete(tabId);
    if (this.#tabs.size > 0) return;
    this.browser.tabs.onUpdated.removeListener(this.#updated);
    this.browser.tabs.onRemoved.removeListener(this.#removed);
  }

  #updated = (tabId: number, change: { status?: string }): void => {
    if (!this.#tabs.has(tabId)) return;
    if (change.status === "loading") this.tell(tabId, { type: "navigated" });
    if (change.status === "complete") this.#summon(tabId);
  };

  #removed = (tabId: number): void => {
    if (this.#tabs.has(tabId)) this.tell(tabId, { type: "tab", state: "missing" });
  };

  async #summon(tabId: number): Promise<void> {
    const summons: Summons = { type: "summons" };
    const reached = await this.browser.tabs.sendMessage(tabId, summons).then(
      () => true,
      () => false,
    );
    if (reached) {
      this.tell(tabId, { type: "tab", state: "ready" });
      return;
    }
    const tab = await this.browser.tabs.get(tabId).catch(() => undefined);
    // A page that is still loading says so when it is there.
    if (tab?.status === "loading") return;
    this.tell(tabId, { type: "tab", state: tab ? "unreachable" : "missing" });
  }
}
