import browser, { type Runtime } from "webextension-polyfill";
import { PortName } from "../protocol";
import { Switchboard } from "./switchboard";

/**
 * The worker: pairs pages and panels by tab. It holds ports and never a frame, so it may die at any time; the
 * panel opens its port again and summons the pages.
 */
const switchboard = new Switchboard(browser);
const panelUrl = browser.runtime.getURL("src/panel/panel.html");

browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  // The sender's URL comes from the browser: nobody but the panel's own page can be taken for a panel.
  const fromPanel = port.sender?.url?.startsWith(panelUrl) ?? false;
  if (port.name === PortName.Panel && fromPanel) switchboard.addPanel(port);
  else if (port.name === PortName.Page && port.sender?.tab?.id !== undefined) switchboard.addPage(port);
  else port.disconnect();
});
