import type { Browser, WebRequest } from "webextension-polyfill";
import type { PanelNotice } from "../protocol";

/**
 * The WebSocket handshakes of watched tabs, as the browser's network sees them. They tell of sockets that no script
 * of the page opened: those of its workers.
 */
export class Handshakes {
  #listeners = new Map<number, (details: WebRequest.OnBeforeRequestDetailsType) => undefined>();

  constructor(
    private readonly browser: Browser,
    private readonly tell: (tabId: number, notice: PanelNotice) => void,
  ) {}

  /** Listens only as long as somebody watches, so that handshakes of other tabs do not wake the worker. */
  watch(tabId: number): void {
    if (this.#listeners.has(tabId)) return;
    const listener = ({ url, timeStamp }: WebRequest.OnBeforeRequestDetailsType): undefined => {
      this.tell(tabId, { type: "handshake", url, time: timeStamp });
    };
    this.#listeners.set(tabId, listener);
    const filter = { urls: ["<all_urls>"], types: ["websocket" as const], tabId };
    this.browser.webRequest.onBeforeRequest.addListener(listener, filter);
  }

  unwatch(tabId: number): void {
    const listener = this.#listeners.get(tabId);
    if (!listener) return;
    this.#listeners.delete(tabId);
    this.browser.webRequest.onBeforeRequest.removeListener(listener);
  }
}
