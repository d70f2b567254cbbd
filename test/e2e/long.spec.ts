import type { Page } from "@playwright/test";
import { expectRows, frames, row, status } from "../support/grid";
import { expect, test } from "./fixtures";

/** Bytes of payloads in memory: a hundredth of what the tests send. */
const MEMORY = 100_000;
const FRAMES = 2000;
const LENGTH = 4000;

function texts(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    return `{"frame":${from + i},"word":"${(from + i) % 500 === 3 ? "needle" : "hay"}"}`.padEnd(LENGTH);
  });
}

/** Opens the panel anew with little memory. */
async function withLittleMemory(panel: Page): Promise<Page> {
  await panel.goto(`${panel.url()}&memory=${MEMORY}`);
  return panel;
}

function databases(panel: Page): Promise<string[]> {
  return panel.evaluate(async () => (await indexedDB.databases()).map(({ name = "" }) => name));
}

test("a panel open all day: old contents are on disk, and everything works as ever", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/silent")}")</script>`));
  const panel = await withLittleMemory(await sockeye.openPanelTab(page));
  await expect(status(panel)).toContainText("1 socket");
  for (let sent = 0; sent < FRAMES; sent += 500) {
    server.pushAll("/silent", texts(sent, 500));
    await expectRows(panel, sent + 500);
  }
  server.push("/silent", new Uint8Array([1, 2, 3, 250]), ...texts(FRAMES, 100));
  await expectRows(panel, FRAMES + 101);
  await expect(status(panel)).toContainText("2,101 frames");
  await expect(status(panel)).toContainText("8.4 MB");
  await expect.poll(() => databases(panel)).toHaveLength(1);

  await panel.bringToFront();
  const grid = frames(panel);
  await grid.focus();
  await grid.press("Home");
  await expect(row(panel, 1)).toContainText('"frame":0,');
  await expect(row(panel, 5)).toContainText('"frame":4,');
  await grid.press("Enter");
  const details = panel.getByRole("region", { name: "Frame details" });
  await expect(details.getByRole("tree")).toContainText("hay");
  await details.getByRole("tab", { name: "Hex" }).click();
  await expect(details).toContainText("7b 22 66 72 61 6d 65");
  await grid.press("Escape");

  const filter = panel.getByRole("searchbox", { name: "Filter frames" });
  await filter.fill("needle");
  await expectRows(panel, 5);
  await expect(status(panel)).toContainText("2,096 hidden");
  for (const [index, frame] of [3, 503, 1003, 1503, 2003].entries()) {
    await expect(row(panel, index + 1)).toContainText(`"frame":${frame},`);
  }
  server.pushAll("/silent", texts(FRAMES + 100, 500));
  await expectRows(panel, 6);
  await filter.fill("is:binary");
  await expectRows(panel, 1);
  await expect(row(panel, 1)).toContainText("01 02 03 fa");
  await filter.fill("");
  await expectRows(panel, FRAMES + 601);
  await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("nothing stays on disk: neither of a panel that closed, nor of one that crashed", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/silent")}")</script>`));
  const panel = await withLittleMemory(await sockeye.openPanelTab(page));
  const other = await withLittleMemory(await sockeye.openPanelTab(page));
  await expect(status(panel)).toContainText("1 socket");
  await expect(status(other)).toContainText("1 socket");
  server.pushAll("/silent", texts(0, 200));
  await expect.poll(() => databases(other)).toHaveLength(2);
  await panel.close();
  await expect.poll(() => databases(other)).toHaveLength(1);

  // What a crash leaves: a database whose lock nobody holds.
  await other.evaluate(() => {
    return new Promise((made) => {
      indexedDB.open("sockeye-payloads-of-a-panel-that-crashed").onsuccess = ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        made(null);
      };
    });
  });
  const third = await sockeye.openPanelTab(page);
  await expect.poll(() => databases(third)).toHaveLength(1);
  await expect(frames(other).getByText('"frame":199,')).toBeVisible();
  await other.close();
  await expect.poll(() => databases(third)).toEqual([]);
});
