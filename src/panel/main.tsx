import browser from "webextension-polyfill";
import { openPanelPort } from "../link/panel-port";
import { FIRST_PANEL_RULE } from "../protocol";
import { mount } from "./mount";
import type { ReplayWorld } from "./store/replay/world";

/** In DevTools the inspected tab is known; as an ordinary page the address names it (`?tabId=N`). */
const asked = new URLSearchParams(location.search);
const named = asked.get("tabId");
const tabId = named === null ? browser.devtools.inspectedWindow.tabId : tabIdOf(named);

/** No tab has a negative id: what is no number is looked for, and found missing, like any other. */
function tabIdOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : -1;
}

/** For tests, which cannot wait for hundreds of megabytes: `?memory=BYTES`. */
const memory = Number(asked.get("memory")) || undefined;

const theme = browser.devtools?.panels.themeName;
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;

const world = {
  connect: (options: { name: string }) => browser.runtime.connect(options),
  after: (ms: number, task: () => void) => {
    setTimeout(task, ms);
  },
};

/** A rule's number is the panel's own: there may be several panels. */
const rule = FIRST_PANEL_RULE + Math.floor(Math.random() * 2 ** 30);
const setHeaders: ReplayWorld["setHeaders"] = async (url, headers) => {
  const requestHeaders = headers?.map(({ name, value }) => ({
    header: name,
    operation: "set" as const,
    value,
  }));
  const condition = {
    urlFilter: `|${url}|`,
    isUrlFilterCaseSensitive: true,
    resourceTypes: ["websocket" as const],
    initiatorDomains: [browser.runtime.id],
  };
  const action = { type: "modifyHeaders" as const, requestHeaders };
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [rule],
    addRules: requestHeaders ? [{ id: rule, priority: 1, action, condition }] : [],
  });
};

const PATIENCE = 10_000;
/** The browser tells a script only that a request failed; to extensions it says how. */
const askServer: ReplayWorld["askServer"] = async (socketUrl) => {
  const url = socketUrl.replace(/^ws/, "http");
  let error: string | undefined;
  const listen = (details: { url: string; error: string }) => {
    if (details.url === url) error = details.error;
  };
  browser.webRequest.onErrorOccurred.addListener(listen, { urls: ["<all_urls>"], types: ["xmlhttprequest"] });
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const { status } = await fetch(url, { credentials: "omit", cache: "no-store", signal });
    return { status };
  } catch (failure) {
    // A timeout of ours is an aborted request to the browser.
    if ((failure as Error).name === "TimeoutError") return { error: "net::ERR_TIMED_OUT" };
    return error === undefined ? {} : { error };
  } finally {
    browser.webRequest.onErrorOccurred.removeListener(listen);
  }
};

const element = document.getElementById("panel") as HTMLElement;
mount(openPanelPort(world, tabId), element, { docked: named === null, memory, setHeaders, askServer });
