import { parseArgs } from "node:util";
import { startDemo } from "./start-demo";

const USAGE = "Usage: npx tsx demo/main.ts [--port 8080]";

try {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8080" } } });
  const demo = await startDemo({ port: parsePort(values.port) });
  console.log(`The Sockeye demo page is at ${demo.url}/ (Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void demo.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}

function parsePort(text: string): number {
  if (!/^\d+$/.test(text))
    throw new RangeError(`--port must be a whole number from 0 to 65535, not "${text}"`);
  return Number(text);
}
