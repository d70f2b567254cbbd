import { test as base, type Page } from "@playwright/test";
import { findChromium } from "../../scripts/browser";
import { type DevTools, type Dock, openDevTools } from "../../scripts/chromium/devtools";
import { type Extension, launch } from "../../scripts/chromium/launch";
import { openPanelTab, tabIdOf } from "../../scripts/chromium/panel-tab";
import { clearStorage } from "../../scripts/chromium/storage";
import { killWorker } from "../../scripts/chromium/worker";
import { TestServer } from "../support/server";

/** The extension under test, as a test speaks of it. What it opens is closed when the test ends. */
interface Sockeye {
  readonly id: string;
  /** The panel of `page`, as an ordinary tab: quick, but without chrome.devtools. */
  openPanelTab(page: Page): Promise<Page>;
  /** The panel of `page` where it belongs. */
  openDevTools(page: Page, dock?: Dock): Promise<DevTools>;
  tabIdOf(page: Page): Promise<number>;
  killWorker(): Promise<void>;
}

interface TestFixtures {
  sockeye: Sockeye;
  server: TestServer;
  /** Another origin, for frames that are strangers to the page. */
  otherServer: TestServer;
}

interface WorkerFixtures {
  extension: Extension;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  extension: [
    async ({ headless }, use) => {
      const extension = await launch({ executablePath: await findChromium(), headless });
      await use(extension);
      await extension.close();
    },
    { scope: "worker" },
  ],

  context: async ({ extension }, use) => {
    const { context } = extension;
    const before = new Set(context.pages());
    await use(context);
    for (const page of context.pages()) {
      if (!before.has(page)) await page.close();
    }
    await clearStorage(extension);
  },

  page: async ({ context }, use) => {
    await use(await context.newPage());
  },

  sockeye: async ({ extension }, use) => {
    const opened: DevTools[] = [];
    await use({
      id: extension.id,
      openPanelTab: (page) => openPanelTab(extension, page),
      openDevTools: async (page, dock) => {
        const devTools = await openDevTools(extension, page, dock);
        opened.push(devTools);
        return devTools;
      },
      tabIdOf: (page) => tabIdOf(extension, page),
      killWorker: () => killWorker(extension),
    });
    for (const devTools of opened) await devTools.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  server: async ({}, use) => {
    const server = await TestServer.start();
    await use(server);
    await server.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  otherServer: async ({}, use) => {
    const server = await TestServer.start();
    await use(server);
    await server.close();
  },
});

export { expect } from "@playwright/test";
