import { startDemo } from "../demo/start-demo";
import { findChromium } from "./browser";
import { runTool } from "./command";
import { interruption } from "./interrupt";
import { inBrowser } from "./start/in-browser";
import { type Options, parseOptions, USAGE } from "./start/options";
import { takePicture } from "./start/picture";
import { show } from "./start/show";

const signal = interruption();
try {
  const options = parseOptions(process.argv.slice(2), process.platform, process.env);
  if (options.help) console.log(USAGE);
  else await start(options);
} catch (error) {
  if (signal.aborted) {
    console.log("Stopped.");
  } else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
// A browser or a socket that is slow to die shall not keep the user waiting.
process.exit();

async function start(options: Options): Promise<void> {
  const executablePath = await findChromium(signal);
  console.log("Building the extension into dist/");
  await build();
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

async function build(): Promise<void> {
  const code = await runTool("vite", ["build"], { quiet: true, signal });
  if (code !== 0) throw new Error("The build failed; its own words stand above. `npm run build` repeats it.");
}
