import { findChromium } from "../../scripts/browser";
import { launch } from "../../scripts/chromium/launch";
import { openPanelTab } from "../../scripts/chromium/panel-tab";
import { expectRows, frames, status } from "../support/grid";
import { expect, test } from "./fixtures";

/** Sends on a socket of its own, and says hello on the one that it opens on every return. */
function pageFor(address: string): string {
  return `<script>
    const open = () => {
      const socket = new WebSocket("${address}");
      socket.onopen = () => { socket.send("hello"); document.title = "open" };
      window.say = (text) => socket.send(text);
    };
    addEventListener("pageshow", open);
  </script>`;
}

test("a page that comes back from the back/forward cache is watched again", async ({ server, headless }) => {
  const extension = await launch({ executablePath: await findChromium(), headless, backForwardCache: true });
  try {
    const page = await extension.context.newPage();
    await page.goto(server.page("/", pageFor(server.ws("/echo"))));
    const panel = await openPanelTab(extension, page);
    await panel.getByRole("checkbox", { name: "Preserve log" }).check();
    await expectRows(panel, 2);
    await page.goto(server.page("/elsewhere", "elsewhere"));
    await expect(panel.getByRole("treeitem", { name: /#1 .*page gone/ })).toBeVisible();
    await page.evaluate(() => history.back());
    await expectRows(panel, 4);
    await expect(panel.getByRole("treeitem", { name: /#1 .*closed/ })).toBeVisible();
    await expect(panel.getByRole("treeitem", { name: /#2 .*open/ })).toBeVisible();
    await expect(status(panel)).toContainText("0 lost");
  } finally {
    await extension.close();
  }
});

test("what is sent while the page unloads arrives", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         const socket = new WebSocket("${server.ws("/echo")}");
         socket.onopen = () => { document.title = "open" };
         addEventListener("pagehide", () => { for (let i = 0; i < 50; i++) socket.send("goodbye " + i) });
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await panel.getByRole("checkbox", { name: "Preserve log" }).check();
  await expect(status(panel)).toContainText("1 socket");
  await page.goto(server.page("/elsewhere", "elsewhere"));
  await expectRows(panel, 50);
  await expect(frames(panel)).toContainText("goodbye 49");
});

test("the extension is reloaded under an open page: the page goes on, a new panel says what to do", async ({
  server,
  headless,
}) => {
  const extension = await launch({ executablePath: await findChromium(), headless });
  try {
    const page = await extension.context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(server.page("/", pageFor(server.ws("/echo"))));
    const panel = await openPanelTab(extension, page);
    await expectRows(panel, 2);
    await panel
      .evaluate(() =>
        (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
      )
      .catch(() => {});
    // Chromium takes the extension's pages away, and closes DevTools where a panel of it is shown.
    await expect(panel).not.toHaveURL(/^chrome-extension:/);
    await page.evaluate(() => (globalThis as unknown as { say(text: string): void }).say("still here"));
    await expect.poll(() => server.connections[0]?.received).toEqual(["hello", "still here"]);

    const again = await openPanelTab(extension, page);
    await expect(again.getByText("Reload the page to see its sockets.")).toBeVisible();
    await page.reload();
    await expectRows(again, 2);
    expect(errors).toEqual([]);
  } finally {
    await extension.close();
  }
});
