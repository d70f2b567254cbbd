import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright";
import type { Extension } from "../chromium/launch";
import { openPanelTab } from "../chromium/panel-tab";
import type { Scenario } from "./scenarios";

/** The port that stands in the files, whichever the demo server had. */
const PORT = "8080";
/** Milliseconds in which the panel has heard of everything that the page has kept. */
const SETTLED = 1500;

/** Plays a scenario in a page of its own, and has the panel export what it heard, tokens and all. */
export async function captureScenario(
  extension: Extension,
  url: string,
  { path, presses, length }: Scenario,
): Promise<string> {
  const page = await extension.context.newPage();
  await page.goto(url + path);
  const start = performance.now();
  const until = (at: number) => pause(Math.max(0, at - (performance.now() - start)));
  for (const [at, name] of presses) {
    await until(at);
    await page.getByRole("button", { name, exact: true }).click();
  }
  await until(length);
  const panel = await openPanelTab(extension, page);
  await pause(SETTLED);
  const text = await exported(panel);
  await panel.close();
  await page.close();
  return text.replaceAll(new URL(url).host, `127.0.0.1:${PORT}`);
}

async function exported(panel: Page): Promise<string> {
  await panel.bringToFront();
  await panel.getByRole("button", { name: "Export" }).click();
  const menu = panel.getByRole("menu", { name: "Export" });
  const mask = menu.getByRole("menuitemcheckbox", { name: "Mask tokens" });
  // The panel remembers it, from one scenario to the next.
  if ((await mask.getAttribute("aria-checked")) === "true") await mask.click();
  const started = panel.waitForEvent("download");
  await menu.getByRole("menuitem", { name: "Capture" }).click();
  return readFile(await (await started).path(), "utf8");
}
