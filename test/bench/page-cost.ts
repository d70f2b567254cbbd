import type { TestServer } from "../support/server";
import { median, ratio, spread } from "./stats";
import { builtIn, idle, native, recording, type Subject } from "./subject";

const FRAMES = 20_000;
const ROUNDS = 7;
const SIZE = 200;

/** What a round costs the page: main-thread CPU and wall time, in microseconds a frame. */
interface Cost {
  cpu: number;
  wall: number;
}

const PAGE = (echo: string) => `<script>
  let count = 0, wanted = 0, done;
  const socket = new WebSocket("${echo}");
  socket.onmessage = (event) => { if (event.data.length > 0 && ++count === wanted) done(performance.now()) };
  const text = "x".repeat(${SIZE});
  function until(frames) { return new Promise((resolve) => { count = 0; wanted = frames; done = resolve }) }
  async function send(frames) {
    for (let sent = 0; sent < frames; sent += 500) {
      for (let i = 0; i < 500; i++) socket.send(text);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  socket.onopen = () => { document.title = "open" };
</script>`;

interface Bench {
  until(frames: number): Promise<number>;
  send(frames: number): Promise<void>;
}

async function mainThreadSeconds({ session }: Subject): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

async function measured(subject: Subject, task: () => Promise<unknown>): Promise<Cost> {
  await subject.session.send("HeapProfiler.collectGarbage");
  const cpu = await mainThreadSeconds(subject);
  const wall = performance.now();
  await task();
  const elapsed = performance.now() - wall;
  // What is flushed late is a cost as well; it is waited for alike in every subject.
  await subject.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const spent = (await mainThreadSeconds(subject)) - cpu;
  return { cpu: (spent * 1e6) / FRAMES, wall: (elapsed * 1000) / FRAMES };
}

async function receive(subject: Subject, server: TestServer, path: string): Promise<Cost> {
  const frames = Array.from({ length: FRAMES }, () => "x".repeat(SIZE));
  const all = subject.page.evaluateHandle((n) => {
    return { all: (globalThis as unknown as Bench).until(n) };
  }, FRAMES);
  const handle = await all;
  return measured(subject, async () => {
    server.pushAll(path, frames);
    await handle.evaluate(({ all }) => all);
  });
}

async function send(subject: Subject, server: TestServer, path: string): Promise<Cost> {
  const connection = server.connections.findLast(({ url }) => url.pathname + url.search === path);
  if (!connection) throw new Error(`Nobody is connected to ${path}.`);
  connection.received.length = 0;
  return measured(subject, async () => {
    await subject.page.evaluate((n) => (globalThis as unknown as Bench).send(n), FRAMES);
    while (connection.received.length < FRAMES) await new Promise((resolve) => setTimeout(resolve, 5));
  });
}

/** The cost of each way of looking, measured in turns, so that what else the machine does hits all alike. */
export async function pageCost(server: TestServer): Promise<void> {
  const url = (name: string) => server.page(`/${name}`, PAGE(`${server.ws("/silent")}?${name}`));
  const subjects = [await native(), await builtIn(), await idle(), await recording(url("recording"))];
  try {
    for (const [i, { page, session }] of subjects.entries()) {
      await page.goto(url(`subject${i}`));
      await page.waitForFunction(() => document.title === "open");
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
    }
    const costs = subjects.map(() => ({ receive: [] as Cost[], send: [] as Cost[] }));
    for (let round = 0; round <= ROUNDS; round++) {
      const order = subjects.map((_, i) => i);
      if (round % 2 === 1) order.reverse();
      for (const i of order) {
        const subject = subjects[i] as Subject;
        await subject.page.bringToFront();
        const path = `/silent?subject${i}`;
        const got = await receive(subject, server, path);
        const gave = await send(subject, server, path);
        // The first round only warms up.
        if (round === 0) continue;
        costs[i]?.receive.push(got);
        costs[i]?.send.push(gave);
      }
    }
    report(subjects, costs);
  } finally {
    for (const { close } of subjects) await close();
  }
}

function report(subjects: Subject[], costs: { receive: Cost[]; send: Cost[] }[]): void {
  console.log(
    `\nPage cost, ${SIZE}-byte frames, microseconds a frame: median (least-most) of ${ROUNDS} rounds`,
  );
  for (const way of ["receive", "send"] as const) {
    const base = {
      cpu: median(costs[0]?.[way].map((c) => c.cpu) ?? []),
      wall: median(costs[0]?.[way].map((c) => c.wall) ?? []),
    };
    console.log(`\n| ${way} | main-thread CPU | ratio | wall | ratio |\n|---|---|---|---|---|`);
    for (const [i, { name }] of subjects.entries()) {
      const cpu = costs[i]?.[way].map((c) => c.cpu) ?? [];
      const wall = costs[i]?.[way].map((c) => c.wall) ?? [];
      const cells = [
        name,
        spread(cpu),
        ratio(median(cpu), base.cpu),
        spread(wall, 1),
        ratio(median(wall), base.wall),
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
}
