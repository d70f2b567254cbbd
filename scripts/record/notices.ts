import type { Page } from "playwright";
import { type Recorded, writeRecording } from "../../demo/playground/recording";
import type { PanelNotice } from "../../src/protocol";

/** A notice on its way out of the browser, where an ArrayBuffer cannot go. */
interface Carried {
  at: number;
  notice: PanelNotice;
  bytes: number[] | null;
}

/** What the panel in this tab is told within so many milliseconds, as the text of a capture file. */
export async function recordNotices(panel: Page, ms: number): Promise<string> {
  const carried = await panel.evaluate(listen, ms);
  return writeRecording(carried.map(unpacked));
}

function unpacked({ at, notice, bytes }: Carried): Recorded {
  if (notice.type === "batch") notice.batch[3] = bytes && (new Uint8Array(bytes).buffer as ArrayBuffer);
  return { at, notice };
}

/** Runs in the panel's tab: a second panel of its own, which only writes down. */
async function listen(ms: number): Promise<Carried[]> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: typeof import("webextension-polyfill").runtime } }
  ).chrome;
  const carried: Carried[] = [];
  const started = performance.now();
  const port = runtime.connect({ name: "panel" });
  port.onMessage.addListener((message) => {
    const notice = message as PanelNotice;
    if (notice.type === "document") {
      port.postMessage({ type: "page", document: notice.document.id, command: { type: "watch", from: 0 } });
    }
    const buffer = notice.type === "batch" ? notice.batch[3] : null;
    if (notice.type === "batch") notice.batch[3] = null;
    const at = Math.round(performance.now() - started);
    carried.push({ at, notice, bytes: buffer && [...new Uint8Array(buffer)] });
  });
  port.postMessage({ type: "attach", tabId: Number(new URLSearchParams(location.search).get("tabId")) });
  await new Promise((resolve) => setTimeout(resolve, ms));
  port.disconnect();
  return carried;
}
