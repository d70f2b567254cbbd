import type { Script } from "./script";

export const SCRIPT_FORMAT = "sockeye-script";
export const SCRIPT_VERSION = 1;

/** The script as a file: JSON, a line a step, that `readScript` reads. */
export function writeScript({ name, steps }: Script): string {
  const head = JSON.stringify({ format: SCRIPT_FORMAT, version: SCRIPT_VERSION, name }).slice(0, -1);
  const lines = steps.map((step) => `\n  ${JSON.stringify(step)}`).join(",");
  return `${head},"steps":[${lines}\n]}\n`;
}
