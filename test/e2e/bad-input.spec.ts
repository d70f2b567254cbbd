import { expectRows, frames, row, status } from "../support/grid";
import { expect, test } from "./fixtures";

/** A page with one socket, whose title says when it got so many frames. */
function countingPage(address: string, frames: number): string {
  return `<script>
    let count = 0;
    new WebSocket("${address}").onmessage = () => {
      if (++count === ${frames}) document.title = "got them all";
    };
  </script>`;
}

test("a flood of 100,000 frames", async ({ page, server, sockeye }) => {
  test.slow();
  await page.goto(server.page("/", countingPage(server.ws("/silent"), 100_000)));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  const flood = Array.from({ length: 100_000 }, (_, i) => `${i} `.padEnd(200, "."));
  server.pushAll("/silent", flood);
  await expect(page).toHaveTitle("got them all", { timeout: 60_000 });
  await expectRows(panel, 100_000);
  await expect(status(panel)).toContainText("0 lost");
  await expect(frames(panel)).toContainText("99999 ...");
});

test("50 MB in one frame, text and bytes", async ({ page, server, sockeye }) => {
  test.slow();
  const length = 50_000_000;
  await page.goto(server.page("/", countingPage(server.ws("/silent"), 3)));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  server.push("/silent", "x".repeat(length), Buffer.alloc(length, 1), "small");
  await expect(page).toHaveTitle("got them all", { timeout: 60_000 });
  await expect(frames(panel)).toHaveAttribute("aria-rowcount", "3", { timeout: 30_000 });
  await expect(row(panel, 1)).toContainText("50 MB");
  await expect(row(panel, 2)).toContainText("50 MB");
  await expect(row(panel, 2)).toContainText("01 01 01", { timeout: 30_000 });
  const details = panel.getByRole("region", { name: "Frame details" });
  await row(panel, 1).click();
  await expect(details).toContainText("xxxxxxxx");
  await row(panel, 2).click();
  await panel.getByRole("tab", { name: "Hex" }).click();
  await expect(details).toContainText("01 01 01");
});

test("JSON 100,000 levels deep, broken JSON, hostile keys", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", countingPage(server.ws("/silent"), 3)));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  const levels = 100_000;
  const hostile =
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},"<img src=x onerror=alert(1)>":1}';
  server.push("/silent", "[".repeat(levels) + "]".repeat(levels), '{"cut":', hostile);
  await expectRows(panel, 3);
  const details = panel.getByRole("region", { name: "Frame details" });
  await row(panel, 1).click();
  await expect(details.getByRole("tree").getByRole("treeitem").first()).toContainText("[[[[");
  await row(panel, 2).click();
  await expect(details).toContainText('{"cut":');
  await row(panel, 3).click();
  await expect(details.getByRole("tree")).toContainText("__proto__");
  await expect(panel.locator("img[src=x]")).toHaveCount(0);
  expect(await panel.evaluate(() => "polluted" in {})).toBe(false);
});

test("the tab goes: the panel says so and keeps what it has", async ({ context, server, sockeye }) => {
  const page = await context.newPage();
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/push?count=2")}")</script>`));
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 2);
  await page.close();
  await expect(panel.getByText(/tab is gone|tab was closed/i)).toBeVisible();
  await expectRows(panel, 2);
});

test("a panel for a tab that never was says so", async ({ context, sockeye }) => {
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${sockeye.id}/src/panel/panel.html?tabId=123456789`);
  await expect(panel.getByText(/tab is gone|tab was closed/i)).toBeVisible();
  await panel.goto(`chrome-extension://${sockeye.id}/src/panel/panel.html?tabId=nonsense`);
  await expect(panel.getByText(/tab is gone|tab was closed/i)).toBeVisible();
});

test("a page of the browser itself: the panel says that it cannot look there", async ({ page, sockeye }) => {
  await page.goto("chrome://version");
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByText(/reload/i).first()).toBeVisible();
});
