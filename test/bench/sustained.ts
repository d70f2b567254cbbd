import type { TestServer } from "../support/server";
import { median, ratio, spread } from "./stats";
import { native, recording, type Subject } from "./subject";

const FRAMES = 300_000;
const SIZE = 200;
const ROUNDS = 3;

const PAGE = (address: string) => `<script>
  let count = 0, started;
  var finished = new Promise((resolve) => {
    const socket = new WebSocket("${address}");
    socket.onopen = () => { document.title = "open" };
    socket.onmessage = (event) => {
      if (count === 0) started = performance.now();
      if (event.data.length > 0 && ++count === ${FRAMES}) resolve(performance.now() - started);
    };
  });
</script>`;

/** Frames a second that the page takes in at full speed. */
async function rate(subject: Subject, server: TestServer, name: string): Promise<number> {
  await subject.page.goto(server.page(`/${name}`, PAGE(`${server.ws("/silent")}?${name}`)));
  await subject.page.waitForFunction(() => document.title === "open");
  const frames = Array.from({ length: FRAMES }, (_, i) => `${i} `.padEnd(SIZE, "."));
  server.pushAll(`/silent?${name}`, frames);
  const ms = await subject.page.evaluate(
    () => (globalThis as unknown as { finished: Promise<number> }).finished,
  );
  return (FRAMES * 1000) / ms;
}

/** Milliseconds until the panel's status says that all frames are there. */
async function untilShown({ panel }: Subject): Promise<number> {
  const status = panel?.getByRole("status", { name: "Capture status" });
  const wanted = `${FRAMES.toLocaleString("en-US")} frames`;
  const start = performance.now();
  while (!(await status?.textContent())?.includes(wanted) && performance.now() - start < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(await status?.textContent());
  return performance.now() - start;
}

/** A flood at full speed: what the page still takes in, how soon the panel has it all, and what is lost. */
export async function sustained(server: TestServer): Promise<void> {
  const bare = await native();
  const watched = await recording(server.page("/before", "nothing yet"));
  const rates = { bare: [] as number[], watched: [] as number[] };
  const behind: number[] = [];
  try {
    console.log(`\n${FRAMES} frames of ${SIZE} bytes at full speed, ${ROUNDS} rounds in turns`);
    for (let round = 0; round < ROUNDS; round++) {
      rates.bare.push(await rate(bare, server, `bare${round}`));
      rates.watched.push(await rate(watched, server, `watched${round}`));
      behind.push(await untilShown(watched));
    }
    console.log(
      `native: ${spread(rates.bare, 0)} frames/s; panel recording: ${spread(rates.watched, 0)} frames/s`,
    );
    console.log(`rate: ${ratio(median(rates.watched), median(rates.bare))} of native`);
    console.log(`all in the panel ${spread(behind, 0)} ms after the page had the last`);
  } finally {
    await bare.close();
    await watched.close();
  }
}
