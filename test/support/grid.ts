import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { Frame } from "playwright";

/** The panel, wherever it is: in its own tab, or as a frame of DevTools. */
export type PanelUi = Page | Frame | FrameLocator;

export function frames(panel: PanelUi): Locator {
  return panel.getByRole("grid", { name: "Frames" });
}

export function row(panel: PanelUi, index: number): Locator {
  return frames(panel).locator(`[role=row][aria-rowindex="${index}"]`);
}

export function status(panel: PanelUi): Locator {
  return panel.getByRole("status", { name: "Capture status" });
}

export async function expectRows(panel: PanelUi, count: number): Promise<void> {
  await expect(frames(panel)).toHaveAttribute("aria-rowcount", String(count));
}

/** The previews of all rows in order, read as a user would: scrolling from the top to the end. */
export async function readPreviews(panel: Page | Frame): Promise<string[]> {
  const grid = frames(panel);
  await expect(grid).toHaveAttribute("aria-rowcount", /[1-9]/);
  await grid.focus();
  await grid.press("Home");
  await expect(row(panel, 1)).toBeVisible();
  return grid.evaluate(async (element) => {
    const count = Number(element.getAttribute("aria-rowcount"));
    const scroller = [...element.querySelectorAll("*")].find(
      (inner) => inner.scrollHeight > inner.clientHeight + 1,
    );
    const previews = new Map<number, string>();
    const painted = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (;;) {
      await painted();
      for (const row of element.querySelectorAll("[role=row][aria-rowindex]")) {
        const cells = row.querySelectorAll("[role=gridcell]");
        previews.set(Number(row.getAttribute("aria-rowindex")), cells[cells.length - 1]?.textContent ?? "");
      }
      if (previews.has(count) || !scroller) break;
      scroller.scrollTop += scroller.clientHeight;
    }
    return Array.from({ length: count }, (_, i) => previews.get(i + 1) ?? "(never shown)");
  });
}
