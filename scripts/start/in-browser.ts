import { type Extension, type LaunchOptions, launch } from "../chromium/launch";
import { interruptible } from "../interrupt";

/** Does the task in a browser of its own, which ends with the task or the signal. */
export async function inBrowser(
  options: LaunchOptions,
  signal: AbortSignal,
  task: (extension: Extension) => Promise<void>,
): Promise<void> {
  const extension = await launch(options).catch((error: Error) => {
    throw new Error(advice(error, options.headless));
  });
  try {
    await interruptible(signal, () => task(extension));
  } finally {
    await extension.close();
  }
}

function advice({ message }: Error, headless: boolean): string {
  return [
    ownWords(message),
    "Chromium did not start.",
    ...(headless ? [] : ["It may without a window: npm start -- --headless"]),
    "CHROMIUM_PATH chooses another Chromium.",
  ].join("\n");
}

/** What the browser itself said, out of the many lines Playwright wraps around it. */
function ownWords(message: string): string {
  const lines = message.split("\n");
  const said = lines.filter((line) => line.startsWith("[pid=") && line.includes("[err]"));
  return said.length > 0 ? said.join("\n") : (lines[0] ?? "");
}
