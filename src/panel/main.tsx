import browser from "webextension-polyfill";
import { openPanelPort } from "../link/panel-port";
import { mount } from "./mount";

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

const element = document.getElementById("panel") as HTMLElement;
mount(openPanelPort(world, tabId), element, { docked: named === null, memory });
