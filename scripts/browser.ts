import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { chromium } from "playwright";
import { find } from "./chromium/find";
import { run, runTool } from "./command";

/** The path of a Chromium for the extension; installs one if there is none. */
export function findChromium(signal?: AbortSignal): Promise<string> {
  return find({
    platform: process.platform,
    superuser: process.getuid?.() === 0,
    env: process.env,
    playwrightChromium: chromium.executablePath(),
    executable: (path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    run: (command, ...args) => run(command, args, { signal }),
    playwright: (...args) => runTool("playwright", args, { signal }),
    say: console.log,
  });
}
