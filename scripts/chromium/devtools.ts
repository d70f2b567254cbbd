import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Frame, type Page } from "playwright";
import { downloadsOf, type Extension } from "./launch";
import { pageOf, targetIdOf, withBrowserSession } from "./target";
import { until } from "./until";

export type Dock = "right" | "bottom" | "undocked";

export interface DevTools {
  /** The whole DevTools window, for pictures and for its own buttons. */
  readonly frontend: Page;
  /** The Sockeye panel inside it. */
  readonly panel: Frame;
  close(): Promise<void>;
}

const TITLE = "Sockeye";

/** What we use of Chromium's own DevTools page. */
interface Frontend {
  InspectorFrontendAPI: { showPanel(id: string): void };
}
interface LegacyModule {
  InspectorView: { InspectorView: { instance(): { tabbedPane?: { tabs: { id: string }[] } } } };
  DockController: { DockController: { instance(): { setDockSide(side: Dock): void; dockSide(): Dock } } };
}

/** Opens Chromium's DevTools for the page, with the Sockeye panel in front. */
export async function openDevTools(
  extension: Extension,
  page: Page,
  dock: Dock = "bottom",
): Promise<DevTools> {
  const targetId = await openFor(extension, page);
  // The connection that opened DevTools never sees its window as a page; a second one does.
  const second = await chromium.connectOverCDP(await endpointOf(extension));
  const close = async () => {
    await withBrowserSession(extension.context, (session) =>
      session.send("Target.closeTarget", { targetId }),
    ).catch(() => {});
    await second.close();
    await restoreDownloads(extension);
  };
  try {
    const frontend = await until("the DevTools window", () => {
      const [context] = second.contexts();
      return context && pageOf(context, targetId);
    });
    const panelId = `chrome-extension://${extension.id}${TITLE}`;
    await until(`the ${TITLE} panel in DevTools`, () => lists(frontend, panelId));
    await setDock(frontend, dock);
    await frontend.evaluate((id) => {
      (globalThis as unknown as Frontend).InspectorFrontendAPI.showPanel(id);
    }, panelId);
    const url = `chrome-extension://${extension.id}/src/panel/panel.html`;
    const panel = await until(`the page of the ${TITLE} panel`, () =>
      frontend.frames().find((frame) => frame.url().startsWith(url)),
    );
    await panel.waitForLoadState();
    return { frontend, panel, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openFor({ context }: Extension, page: Page): Promise<string> {
  const inspected = await targetIdOf(context, page);
  return withBrowserSession(context, async (session) => {
    const { targetId } = await session.send("Target.openDevTools", { targetId: inspected });
    await until("DevTools to become a page", async () => {
      const { targetInfos } = await session.send("Target.getTargets");
      return targetInfos.find((target) => target.targetId === targetId)?.type === "page";
    });
    return targetId;
  });
}

/**
 * A connection that ends takes the downloads' place with it, also that of Playwright's own. The session stays: it would do
 * the same.
 */
async function restoreDownloads(extension: Extension): Promise<void> {
  const session = await extension.context.browser()?.newBrowserCDPSession();
  const downloadPath = downloadsOf(extension);
  await session?.send("Browser.setDownloadBehavior", {
    behavior: "allowAndName",
    downloadPath,
    eventsEnabled: true,
  });
}

async function endpointOf({ profile }: Extension): Promise<string> {
  const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n");
  return `http://127.0.0.1:${port}`;
}

function lists(frontend: Page, panelId: string): Promise<boolean> {
  return frontend
    .evaluate(async (id) => {
      const path = "./ui/legacy/legacy.js";
      const { InspectorView } = (await import(path)) as LegacyModule;
      return InspectorView.InspectorView.instance().tabbedPane?.tabs.some((tab) => tab.id === id) ?? false;
    }, panelId)
    .catch(() => false); // DevTools is still loading its modules.
}

async function setDock(frontend: Page, dock: Dock): Promise<void> {
  await frontend.evaluate(async (side) => {
    const path = "./ui/legacy/legacy.js";
    const { DockController } = (await import(path)) as LegacyModule;
    DockController.DockController.instance().setDockSide(side);
  }, dock);
}
