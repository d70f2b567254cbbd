import type { TestServer } from "../support/server";
import { median, spread } from "./stats";
import { idle, native, type Subject } from "./subject";

const LOADS = 30;
const PAGE = "<script>window.first = performance.now()</script>";

async function firstScript({ page }: Subject, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    await page.goto(url);
    times.push(await page.evaluate(() => (globalThis as unknown as { first: number }).first));
  }
  return times;
}

/** From the start of a load to the page's first inline script, in turns. */
export async function load(server: TestServer): Promise<void> {
  const url = server.page("/load", PAGE);
  const [bare, tapped] = [await native(), await idle()];
  try {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round++) {
      times[0].push(...(await firstScript(bare, url)));
      times[1].push(...(await firstScript(tapped, url)));
    }
    console.log(
      `\nFrom the start of a load to the first inline script, ms: median (least-most) of ${times[0].length}`,
    );
    console.log(`native ${spread(times[0])}, with Sockeye ${spread(times[1])}`);
    console.log(`added: ${(median(times[1]) - median(times[0])).toFixed(2)} ms`);
  } finally {
    await bare.close();
    await tapped.close();
  }
}
