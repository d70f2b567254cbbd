import type { Extension } from "./launch";
import { withSession } from "./target";
import { until } from "./until";

/**
 * Ends the service worker as the browser does after 30 idle seconds; whoever connects next starts it anew.
 * Playwright's Worker object outlives this and then speaks to the new one.
 */
export async function killWorker({ context, id }: Extension): Promise<void> {
  const page = context.pages()[0];
  if (!page) throw new Error("Killing the worker needs one open page.");
  await withSession(context, page, async (session) => {
    let heard = false;
    // Who connects at once may have it running again before anybody looks: that it stopped counts.
    let stopped = false;
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      for (const { scriptURL, runningStatus } of versions) {
        if (!scriptURL.startsWith(`chrome-extension://${id}/`)) continue;
        heard = true;
        stopped ||= runningStatus === "stopped";
      }
    });
    await session.send("ServiceWorker.enable");
    await until("word of the service worker", () => heard);
    await session.send("ServiceWorker.stopAllWorkers");
    await until("the service worker to end", () => stopped);
  });
}
