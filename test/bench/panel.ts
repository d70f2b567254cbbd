import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright";
import { build, preview } from "vite";
import { root } from "../../scripts/root";
import { median } from "./stats";
import { native } from "./subject";

const ROWS = 1_000_000;
const CONFIG = join(root, "demo/playground/vite.config.ts");

async function heap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { metrics } = await session.send("Performance.getMetrics");
  const buffers = metrics.find(({ name }) => name === "ArrayBufferContents")?.value ?? 0;
  return usedSize + buffers;
}

async function rowsReach(page: Page, count: number): Promise<void> {
  const grid = page.getByRole("grid", { name: "Frames" });
  while (Number(await grid.getAttribute("aria-rowcount")) < count) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Watch {
  frames: number[];
  long: number[];
}

/** Runs in the page, as text: tsx would put helpers of its own into a function, which the page does not have. */
const WATCH = `(() => {
  const frames = [], long = [];
  let last = performance.now(), going = true;
  const note = (list) => list.getEntries().forEach(({ duration }) => long.push(duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
  const tick = (now) => { frames.push(now - last); last = now; if (going) requestAnimationFrame(tick) };
  requestAnimationFrame(tick);
  return { end: () => { going = false; return { frames, long } } };
})()`;

/** Milliseconds between animation frames while something goes on, and of tasks over 50 ms. */
async function watched(page: Page, task: () => Promise<unknown>): Promise<Watch> {
  const watch = await page.evaluateHandle<{ end: () => Watch }>(WATCH);
  await task();
  return watch.evaluate((watch) => watch.end());
}

/** Types a query at once, and returns the ms until other rows stand there. */
function firstRows(page: Page, query: string): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const box = document.querySelector("input[type=search], [role=searchbox]");
    const grid = document.querySelector('[role=grid][aria-label="Frames"]');
    const before = grid.getAttribute("aria-rowcount");
    const start = performance.now();
    box.value = ${JSON.stringify(query)};
    box.dispatchEvent(new Event("input", { bubbles: true }));
    while (grid.getAttribute("aria-rowcount") === before) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  })()`);
}

function words({ frames, long }: Watch): string {
  const sorted = [...frames].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  const worst =
    long.length === 0 ? "none" : `${long.length}, the longest ${Math.round(Math.max(...long))} ms`;
  return `median ${median(frames).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms between frames; tasks over 50 ms: ${worst}`;
}

/** The panel at a million rows, in an ordinary page fed by a capture. */
export async function panel(): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), "sockeye-playground-"));
  await build({
    configFile: CONFIG,
    logLevel: "silent",
    build: { outDir, emptyOutDir: true, target: "chrome148" },
  });
  const server = await preview({ configFile: CONFIG, build: { outDir }, preview: { port: 0, open: false } });
  const url = server.resolvedUrls?.local[0];
  const { page, session, close } = await native();
  try {
    await session.send("Performance.enable");
    await page.setViewportSize({ width: 1300, height: 700 });
    await page.goto(`${url}?capture=demo.jsonl&flood=1000`);
    await rowsReach(page, 1000);
    const before = await heap(session);
    const started = performance.now();
    await page.goto(`${url}?capture=demo.jsonl&flood=${ROWS}`);
    const appending = await watched(page, () => rowsReach(page, ROWS));
    console.log(`\nThe panel at ${ROWS} rows`);
    console.log(`append: all there after ${Math.round(performance.now() - started)} ms; ${words(appending)}`);
    const perRow = ((await heap(session)) - before) / ROWS;
    console.log(`memory: ${perRow.toFixed(0)} bytes a row, payload included`);

    const grid = page.getByRole("grid", { name: "Frames" });
    const filter = page.getByRole("searchbox", { name: "Filter frames" });
    for (const query of ["chat-message", '/"cpu":(3|4)\\d/', "dir:sent", "nothing has this in it"]) {
      const first = await firstRows(page, query);
      const all = performance.now();
      const settled = await watched(page, async () => {
        for (let last = "", now = "?"; now !== last; ) {
          last = now;
          await new Promise((resolve) => setTimeout(resolve, 250));
          now = (await grid.getAttribute("aria-rowcount")) ?? "";
        }
      });
      const rows = await grid.getAttribute("aria-rowcount");
      console.log(
        `filter ${query}: first rows after ${Math.round(first)} ms, ${rows} rows within ${Math.round(performance.now() - all)} ms; ${words(settled)}`,
      );
      await filter.fill("");
      await rowsReach(page, ROWS);
    }
    const scrolling = await watched(page, async () => {
      await grid.hover();
      for (let i = 0; i < 100; i++) await page.mouse.wheel(0, i < 50 ? -4000 : 3000);
    });
    console.log(`scroll: ${words(scrolling)}`);
  } finally {
    await close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}
