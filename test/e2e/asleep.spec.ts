import { findChromium } from "../../scripts/browser";
import { launch } from "../../scripts/chromium/launch";
import { withSession } from "../../scripts/chromium/target";
import { killWorker } from "../../scripts/chromium/worker";
import { expect, test } from "./fixtures";

test("a page without sockets never wakes the worker, a first socket does", async ({ server, headless }) => {
  const extension = await launch({ executablePath: await findChromium(), headless });
  try {
    const page = await extension.context.newPage();
    await page.goto(server.page("/", "no sockets"));
    await killWorker(extension);
    await withSession(extension.context, page, async (session) => {
      const running: string[] = [];
      session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        for (const { runningStatus } of versions) running.push(runningStatus);
      });
      await session.send("ServiceWorker.enable");
      await expect.poll(() => running).toEqual(["stopped"]);
      await page.goto(server.page("/other", "<iframe srcdoc='nothing here either'></iframe>"));
      await page.reload();
      // Word of a start would come before that of a panel of our own.
      await page.goto(`chrome-extension://${extension.id}/manifest.json`);
      await page.evaluate(() => document.title);
      expect(new Set(running)).toEqual(new Set(["stopped"]));
      await page.goto(server.page("/socket", `<script>new WebSocket("${server.ws("/silent")}")</script>`));
      await expect.poll(() => running).toContain("running");
    });
  } finally {
    await extension.close();
  }
});
