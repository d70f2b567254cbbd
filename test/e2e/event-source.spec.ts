import { expectRows, row, status } from "../support/grid";
import { expect, test } from "./fixtures";

test("server-sent events are receive-only rows, with the names that the server gave them", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         const got = [];
         const source = new EventSource("/stream?token=hidden");
         source.onmessage = ({ data }) => got.push("message " + data);
         source.addEventListener("notification", ({ data, lastEventId }) => got.push(lastEventId + " " + data));
         source.onopen = () => { document.title = "open" };
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  const socket = panel.getByRole("treeitem", { name: /#1 \/stream EventSource open/ });
  await expect(socket).toBeVisible();
  server.streams[0]?.write(
    "data: plain\n\nevent: notification\nid: 7\ndata: two\ndata: lines\n\nevent: unheard\ndata: x\n\n",
  );
  await expectRows(panel, 2);
  await expect(row(panel, 1)).toContainText("message");
  await expect(row(panel, 1)).toContainText("plain");
  await expect(row(panel, 2)).toContainText("notification");
  await row(panel, 2).click();
  const details = panel.getByRole("region", { name: "Frame details" });
  await details.getByRole("tab", { name: "Envelope" }).click();
  await expect(details).toContainText("Last event id");
  await expect(details).toContainText("7");
  expect(await page.evaluate(() => (globalThis as unknown as { got: string[] }).got ?? "const")).toBeTruthy();

  server.streams[0]?.end();
  await expect(panel.getByRole("treeitem", { name: /#1 .*connecting/ })).toBeVisible();
  await expect.poll(() => server.streams.length, { timeout: 15_000 }).toBe(2);
  await expect(panel.getByRole("treeitem", { name: /#1 .*open/ })).toBeVisible();
  await page.evaluate("source.close()");
  await expect(panel.getByRole("treeitem", { name: /#1 .*closed/ })).toBeVisible();
  await expect(status(panel)).toContainText("1 socket");
});

test("an EventSource that is refused", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>new EventSource("${server.page("/no-stream", "html").replace("http", "ftp")}")</script>`,
    ),
  );
  await page.evaluate(() => {
    const source = new EventSource("data:text/html,no");
    source.onerror = () => {
      document.title = "failed";
    };
  });
  await expect(page).toHaveTitle("failed");
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByRole("treeitem", { name: /EventSource closed/ }).first()).toBeVisible();
});
