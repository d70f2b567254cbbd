import type { Page } from "playwright";
import { type DevTools, type Dock, openDevTools } from "../chromium/devtools";
import type { Extension } from "../chromium/launch";

/** Goes to the address in the browser's first tab and opens DevTools there. */
export async function visit(extension: Extension, url: string, dock: Dock): Promise<DevTools> {
  const page = extension.context.pages()[0] ?? (await extension.context.newPage());
  // DevTools first: so the panel sees the page from its beginning.
  const devTools = await openDevTools(extension, page, dock);
  await goTo(page, url);
  return devTools;
}

async function goTo(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: "domcontentloaded" });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(`The page did not open: ${reason}\nIs the address right, and is its server running?`);
  }
}
