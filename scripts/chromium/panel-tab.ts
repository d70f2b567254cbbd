import type { Page } from "playwright";
import type { Extension } from "./launch";
import { pageOf, withBrowserSession, withSession } from "./target";
import { until } from "./until";

interface TabsApi {
  tabs: { query(filter: { active: boolean; windowId: number }): Promise<{ id: number }[]> };
}

/**
 * Opens the panel as an ordinary tab that inspects `page`. The tab gets a window of its own, so that `page`
 * stays in front: hidden tabs run on slow timers.
 */
export async function openPanelTab(extension: Extension, page: Page): Promise<Page> {
  const tab = await openExtensionTab(extension);
  const tabId = await askTabId(extension, page, tab);
  await tab.goto(`${originOf(extension)}/src/panel/panel.html?tabId=${tabId}`);
  return tab;
}

/** The id by which the extension knows the page. Brings the page to the front of its window. */
export async function tabIdOf(extension: Extension, page: Page): Promise<number> {
  const helper = await openExtensionTab(extension);
  try {
    return await askTabId(extension, page, helper);
  } finally {
    await helper.close();
  }
}

/**
 * The extension has no permission to read the addresses of tabs, but it may know which tab of a window is
 * active, and the DevTools protocol names windows by the same number.
 */
async function askTabId({ context }: Extension, page: Page, helper: Page): Promise<number> {
  await page.bringToFront();
  const windowId = await withSession(context, page, async (session) => {
    return (await session.send("Browser.getWindowForTarget")).windowId;
  });
  const tabs = await helper.evaluate((windowId) => {
    const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome;
    return tabs.query({ active: true, windowId });
  }, windowId);
  const id = tabs[0]?.id;
  if (id === undefined)
    throw new Error(`No active tab in window ${windowId}, where ${page.url()} should be.`);
  return id;
}

/** Its manifest is the one page of an extension that runs none of its code, yet may use its API. */
async function openExtensionTab(extension: Extension): Promise<Page> {
  const { context } = extension;
  const url = `${originOf(extension)}/manifest.json`;
  const targetId = await withBrowserSession(context, async (session) => {
    return (await session.send("Target.createTarget", { url, newWindow: true })).targetId;
  });
  const tab = await until("the extension's tab", () => pageOf(context, targetId));
  await until("the extension's tab to load", () => tab.url() === url);
  return tab;
}

function originOf(extension: Extension): string {
  return `chrome-extension://${extension.id}`;
}
