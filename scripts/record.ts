import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readRecording } from "../demo/playground/recording";
import { startDemo } from "../demo/start-demo";
import { findChromium } from "./browser";
import type { Extension } from "./chromium/launch";
import { openPanelTab } from "./chromium/panel-tab";
import { interruption } from "./interrupt";
import { captureScenario } from "./record/capture";
import { recordNotices } from "./record/notices";
import { scenarios } from "./record/scenarios";
import { root } from "./root";
import { inBrowser } from "./start/in-browser";

/**
 * Records the demo anew: `npm run record`, or with names `npm run record -- demo warpkit`. "demo" is what a panel is
 * told of the first page, for the playground; the others are captures of the dialects' pages.
 */
const SECONDS = 30;
const FOLDER = join(root, "test/captures");

const signal = interruption();
const names = process.argv.slice(2);
const known = ["demo", ...scenarios.map(({ name }) => name)];
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. Choose from: ${known.join(", ")}`);
  process.exit(1);
}
const wanted = (name: string) => names.length === 0 || names.includes(name);
const demo = await startDemo();
try {
  const executablePath = await findChromium();
  await mkdir(FOLDER, { recursive: true });
  await inBrowser({ executablePath, headless: true }, signal, async (extension) => {
    if (wanted("demo")) await recordDemo(extension);
    for (const scenario of scenarios.filter(({ name }) => wanted(name))) {
      console.log(`Recording ${scenario.path} for ${scenario.length / 1000} seconds...`);
      await keep(scenario.name, await captureScenario(extension, demo.url, scenario));
    }
  });
} finally {
  await demo.close();
}
process.exit();

async function recordDemo(extension: Extension): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(demo.url);
  console.log(`Recording ${demo.url} for ${SECONDS} seconds...`);
  const text = await recordNotices(await openPanelTab(extension, page), SECONDS * 1000);
  readRecording(text);
  await keep("demo", text);
  await page.close();
}

async function keep(name: string, text: string): Promise<void> {
  const file = join(FOLDER, `${name}.jsonl`);
  await writeFile(file, text);
  console.log(`${text.split("\n").length - 2} lines: ${file}`);
}
