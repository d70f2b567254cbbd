import { parseArgs } from "node:util";

export const USAGE = `Builds Sockeye and opens a browser with it: DevTools stands open on the Sockeye panel.

  npm start -- [options]

  --url URL          inspect this page instead of the demo
  --headless         without a window: write a picture of DevTools and end (so it is where there is no display)
  --screenshot PATH  where the picture goes (out/devtools.png)
  --help             this text

CHROMIUM_PATH chooses the Chromium.`;

export interface Options {
  help: boolean;
  headless: boolean;
  /** The page to inspect; without it, the demo. */
  url: string | undefined;
  screenshot: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function parseOptions(args: string[], platform: NodeJS.Platform, env: Environment): Options {
  const values = parse(args);
  if (values.url !== undefined && !URL.canParse(values.url)) {
    throw new Error(`--url takes a whole address, such as https://example.com, not "${values.url}".`);
  }
  return {
    help: values.help,
    headless: values.headless || !hasDisplay(platform, env),
    url: values.url,
    screenshot: values.screenshot,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: "boolean", default: false },
        headless: { type: "boolean", default: false },
        url: { type: "string" },
        screenshot: { type: "string", default: "out/devtools.png" },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function hasDisplay(platform: NodeJS.Platform, env: Environment): boolean {
  if (platform === "darwin" || platform === "win32") return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
