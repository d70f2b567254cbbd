import type { FrameLocator, Locator, Page } from "@playwright/test";
import type { Frame } from "playwright";

/** The panel, wherever it is: in its own tab, or as a frame of DevTools. */
export type PanelUi = Page | Frame | FrameLocator;

export function frames(panel: PanelUi): Locator {
  return panel.getByRole("grid", { name: "Frames" });
}

/** Rows of the list after the filter. */
export async function rowCount(panel: PanelUi): Promise<number> {
  return Number(await frames(panel).getAttribute("aria-rowcount"));
}

export function status(panel: PanelUi): Locator {
  return panel.getByRole("status", { name: "Capture status" });
}

/** The previews of all rows in order, read as a user would: scrolling from the top to the bottom. */
export async function readPreviews(panel: Page | Frame): Promise<string[]> {
  const grid = frames(panel);
  const count = await rowCount(panel);
  await grid.focus();
  await grid.press("Home");
  const previews = new Map<number, string>();
  while (previews.size < count) {
    const before = previews.size;
    const rows = await grid.locator("[role=row][aria-rowindex]").evaluateAll((elements) =>
      elements.map((element): [number, string] => {
        const cells = element.querySelectorAll("[role=gridcell]");
        return [Number(element.getAttribute("aria-rowindex")), cells[cells.length - 1]?.textContent ?? ""];
      }),
    );
    for (const [index, preview] of rows) previews.set(index, preview);
    if (previews.size === before) await grid.press("PageDown");
    else await grid.press("PageDown");
  }
  return Array.from({ length: count }, (_, i) => previews.get(i + 1) ?? "");
}
