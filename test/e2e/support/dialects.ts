import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Frame } from "playwright";
import { type Demo, startDemo } from "../../../demo/start-demo";
import { test as base, expect } from "../fixtures";

export type DialectPage = "philjs" | "guide" | "warpkit" | "recker" | "universal";

interface DialectFixtures {
  demo: Demo;
  /** Opens a dialect's page, whose first socket is open when this resolves. The server drops nothing by itself. */
  visit(name: DialectPage): Promise<void>;
  /** Opens a dialect's page and its panel in a tab. What the panel throws fails the test. */
  openPanelOf(name: DialectPage): Promise<Page>;
  /** The panel of a page without sockets, with a file of test/captures imported. */
  openCapture(file: string): Promise<Page>;
}

function captureText(file: string): Promise<string> {
  return readFile(new URL(`../../captures/${file}`, import.meta.url), "utf8");
}

/** Presses a button of a dialect's page. */
export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole("toolbar", { name: "Try" }).getByRole("button", { name: button, exact: true }).click();
}

/** What a capture file holds, a line an object. */
export async function linesOf(file: string): Promise<Record<string, unknown>[]> {
  return (await captureText(file))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Imports a file of test/captures as a user does, without its folder's name. */
async function importCapture(panel: Page | Frame, file: string): Promise<void> {
  const buffer = Buffer.from(await captureText(file));
  const name = file.slice(file.lastIndexOf("/") + 1);
  await panel.getByLabel("Import file").setInputFiles({ name, mimeType: "application/json", buffer });
  await expect(panel.getByRole("treeitem", { name: `${name} (imported)` })).toBeVisible();
}

export const test = base.extend<DialectFixtures & { watched(panel: Page): Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  demo: async ({}, use) => {
    const demo = await startDemo();
    await use(demo);
    await demo.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  watched: async ({}, use) => {
    const thrown: Error[] = [];
    await use((panel) => panel.on("pageerror", (error) => thrown.push(error)));
    expect(thrown).toEqual([]);
  },

  visit: async ({ page, demo }, use) => {
    await use(async (name) => {
      await page.goto(`${demo.url}/dialects/${name}?drops=no&large=no`);
      await expectConnected(page);
    });
  },

  openPanelOf: async ({ page, sockeye, visit, watched }, use) => {
    await use(async (name) => {
      await visit(name);
      return watched(await sockeye.openPanelTab(page));
    });
  },

  openCapture: async ({ page, server, sockeye, watched }, use) => {
    await use(async (file) => {
      await page.goto(server.page("/", "no sockets"));
      const panel = watched(await sockeye.openPanelTab(page));
      await importCapture(panel, file);
      return panel;
    });
  },
});

/** The page's main socket is open; its buttons do something. */
export async function expectConnected(page: Page): Promise<void> {
  await expect(page.locator("#state")).toHaveText(/open/i);
}
