import { startDemo } from "../../demo/start-demo";
import { findChromium } from "../browser";
import { runTool } from "../command";
import { inBrowser } from "./in-browser";
import type { Options } from "./options";
import { takePicture } from "./picture";
import { show } from "./show";

/** Builds the extension and shows it at work, on the demo or on a page of the user's choice. */
export async function start(options: Options, signal: AbortSignal): Promise<void> {
  const executablePath = await findChromium(signal);
  console.log("Building the extension into dist/");
  await build(signal);
  const demo = options.url === undefined ? await startDemo() : undefined;
  try {
    const url = options.url ?? `${demo?.url}/`;
    console.log(`Opening ${url} in ${executablePath}${options.headless ? ", without a window" : ""}`);
    await inBrowser({ executablePath, headless: options.headless }, signal, (extension) =>
      options.headless
        ? takePicture(
            extension,
            { url, rows: demo ? 10 : 2, rowsRequired: Boolean(demo) },
            options.screenshot,
          )
        : show(extension, url),
    );
  } finally {
    await demo?.close();
  }
}

async function build(signal: AbortSignal): Promise<void> {
  const code = await runTool("vite", ["build"], { quiet: true, signal });
  if (code !== 0) throw new Error("The build failed; its own words stand above. `npm run build` repeats it.");
}
