import type { TestServer } from "../support/server";
import { type Loader, launchVariant, VARIANTS } from "./load-variants";

const ROUNDS = 10;
const PAGE = "<script>window.first = performance.now()</script>";
/** Only with these does `performance.now()` tell 5 microseconds instead of 100. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** One load, in ms. */
interface Load {
  /** Main-thread CPU of the whole load. */
  cpu: number;
  /** Of it, running and compiling scripts: the page's, which is alike in all, and the extension's. */
  run: number;
  compile: number;
  /** From the start of the navigation to the page's first inline script, by the clock. */
  first: number;
}

async function loadOnce({ page, session }: Loader, url: string): Promise<Load> {
  await page.goto(url);
  const first = await page.evaluate(() => (globalThis as unknown as { first: number }).first);
  // They begin anew with each document.
  const { metrics } = await session.send("Performance.getMetrics");
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
  return { cpu: ms("TaskDuration"), run: ms("ScriptDuration"), compile: ms("V8CompileDuration"), first };
}

/** Loads these addresses in turn, in short rounds of every browser, and in reverse every other round. */
async function measure(loaders: readonly Loader[], urls: readonly string[], each: number): Promise<Load[][]> {
  const loads = loaders.map((): Load[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    const order = [...loaders.entries()];
    if (round % 2 === 1) order.reverse();
    for (const [i, loader] of order) {
      for (let n = 0; n < each; n++) {
        const load = await loadOnce(loader, urls[n % urls.length] as string);
        // The first round only warms up.
        if (round > 0) loads[i]?.push(load);
      }
    }
  }
  return loads;
}

/** The value that this part of the values is below; the tenth has the least noise of what else the machine does. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
}

function report(title: string, loads: readonly Load[][]): void {
  const value = (of: readonly Load[] = [], what: keyof Load, part: number) => {
    return quantile(
      of.map((load) => load[what]),
      part,
    );
  };
  console.log(`\n${title}, ${loads[0]?.length} loads each, ms: median (10th percentile)\n`);
  console.log("| | CPU | added | scripts run | compiled | first script after | added |");
  console.log("|---|---|---|---|---|---|---|");
  for (const [i, { name }] of VARIANTS.entries()) {
    const both = (what: keyof Load, digits: number, base?: readonly Load[]) => {
      const [middle, low] = [0.5, 0.1].map((part) => {
        return (value(loads[i], what, part) - (base ? value(base, what, part) : 0)).toFixed(digits);
      });
      return `${middle} (${low})`;
    };
    const run = value(loads[i], "run", 0.5).toFixed(2);
    const compiled = value(loads[i], "compile", 0.5).toFixed(2);
    const cells = [both("cpu", 2), both("cpu", 2, loads[0]), run, compiled, both("first", 1)];
    console.log(`| ${[name, ...cells, both("first", 1, loads[0])].join(" | ")} |`);
  }
}

/**
 * What loading a page costs, taken apart. The clock is noisy, as it holds the network and the browser's own process;
 * CPU is not. V8 keeps what it compiled as long as the process lives: so once in one that had the page before, and
 * once in a new one for each load, as on the way to another site.
 */
export async function load(server: TestServer): Promise<void> {
  const url = server.page("/load", PAGE, ISOLATED);
  const loaders: Loader[] = [];
  try {
    for (const variant of VARIANTS) loaders.push(await launchVariant(variant));
    report("Loading a page in the same process", await measure(loaders, [url], 20));
    const sites = [url, url.replace("127.0.0.1", "localhost")];
    report("Loading a page in a new process", await measure(loaders, sites, 10));
  } finally {
    for (const { close } of loaders) await close();
  }
}
