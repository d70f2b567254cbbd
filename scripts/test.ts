import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { findChromium } from "./browser";
import { runTool } from "./command";
import { interruption } from "./interrupt";
import { root } from "./root";
import { type Outcome, sentence, sum } from "./test/summary";

const UNIT_REPORT = "out/unit.json";
const E2E_REPORT = "out/e2e.json"; // Named again in test/e2e/playwright.config.ts.

const signal = interruption();
const outcomes: Outcome[] = [];

try {
  // A report of an earlier run must not speak for a runner that crashed in this one.
  for (const report of [UNIT_REPORT, E2E_REPORT]) await rm(join(root, report), { force: true });

  await check("format and lint", "biome", "ci");
  await check("types", "tsc", "--noEmit");
  await check("dead code", "knip");
  await unit();
  if ((await check("build", "vite", "build")) === 0) await e2e();
  else console.log("\nNo end-to-end tests without a build.");

  const tally = sum(outcomes);
  if (tally.failed > 0) process.exitCode = 1;
  console.log(`\n${sentence(tally)}`);
} catch (error) {
  console.error(signal.aborted ? "Stopped." : error);
  process.exitCode = 1;
}

async function check(title: string, tool: string, ...args: string[]): Promise<number> {
  const code = await step(title, () => runTool(tool, args, { signal }));
  outcomes.push({ kind: "check", code });
  return code;
}

async function unit(): Promise<void> {
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
  const code = await step("unit", () => runTool("vitest", args, { signal }));
  outcomes.push({ kind: "vitest", code, report: await readJson(UNIT_REPORT) });
}

async function e2e(): Promise<void> {
  const code = await step("end to end", async () => {
    const CHROMIUM_PATH = await findChromium(signal);
    return runTool("playwright", ["test", "-c", "test/e2e/playwright.config.ts"], {
      env: { CHROMIUM_PATH },
      signal,
    });
  });
  outcomes.push({ kind: "playwright", code, report: await readJson(E2E_REPORT) });
}

/** Runs one part under its heading. One that cannot even run has failed, and the next still gets its turn. */
async function step(title: string, task: () => Promise<number>): Promise<number> {
  console.log(`\n== ${title}`);
  const start = performance.now();
  const code = await task().catch((error: unknown) => {
    if (signal.aborted) throw error;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`-- ${title}: ${code === 0 ? "good" : "FAILED"} (${seconds} s)`);
  return code;
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(join(root, path), "utf8"));
  } catch {
    return undefined;
  }
}
