import browser from "webextension-polyfill";
import { openPanelPort } from "../link/panel-port";
import { mount } from "./mount";

/** In DevTools the inspected tab is known; as an ordinary page the address names it (`?tabId=N`). */
const named = new URLSearchParams(location.search).get("tabId");
const tabId = named === null ? browser.devtools.inspectedWindow.tabId : Number(named);

const theme = browser.devtools?.panels.themeName;
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;

const world = {
  connect: (options: { name: string }) => browser.runtime.connect(options),
  after: (ms: number, task: () => void) => {
    setTimeout(task, ms);
  },
};

mount(openPanelPort(world, tabId), document.getElementById("panel") as HTMLElement);
