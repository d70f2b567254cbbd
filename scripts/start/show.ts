import type { BrowserContext } from "playwright";
import type { Extension } from "../chromium/launch";
import { visit } from "./visit";

/** Shows the page with DevTools and stays until the user closes the window. */
export async function show(extension: Extension, url: string): Promise<void> {
  await visit(extension, url, "bottom");
  console.log("Close the window or press Ctrl+C to end.");
  await closed(extension.context);
}

function closed(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    context.on("close", () => resolve());
    // On macOS the browser lives on after its last window.
    const check = () => context.pages().length === 0 && resolve();
    for (const page of context.pages()) page.on("close", check);
    context.on("page", (page) => page.on("close", check));
  });
}
