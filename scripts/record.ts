import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readRecording } from "../demo/playground/recording";
import { startDemo } from "../demo/start-demo";
import { findChromium } from "./browser";
import { openPanelTab } from "./chromium/panel-tab";
import { interruption } from "./interrupt";
import { recordNotices } from "./record/notices";
import { root } from "./root";
import { inBrowser } from "./start/in-browser";

/** Records what a panel is told of the demo page, for the playground: `npm run record`. */
const SECONDS = 30;
const FILE = join(root, "test/captures/demo.jsonl");

const signal = interruption();
const demo = await startDemo();
try {
  const executablePath = await findChromium();
  await inBrowser({ executablePath, headless: true }, signal, async (extension) => {
    const page = await extension.context.newPage();
    await page.goto(demo.url);
    console.log(`Recording ${demo.url} for ${SECONDS} seconds...`);
    const text = await recordNotices(await openPanelTab(extension, page), SECONDS * 1000);
    await mkdir(dirname(FILE), { recursive: true });
    await writeFile(FILE, text);
    console.log(`${readRecording(text).length} notices: ${FILE}`);
  });
} finally {
  await demo.close();
}
process.exit();
