import type { TestServer } from "../support/server";
import { native, recording, type Subject } from "./subject";

const FRAMES = 300_000;
const SIZE = 200;

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

/** A flood at full speed: what the page still takes in, how soon the panel has it all, and what is lost. */
export async function sustained(server: TestServer): Promise<void> {
  const bare = await native();
  const bareRate = await rate(bare, server, "bare").finally(bare.close);
  const watched = await recording(server.page("/before", "nothing yet"));
  try {
    const watchedRate = await rate(watched, server, "watched");
    const last = performance.now();
    const status = watched.panel?.getByRole("status", { name: "Capture status" });
    const wanted = `${FRAMES.toLocaleString("en-US")} frames`;
    while (!(await status?.textContent())?.includes(wanted) && performance.now() - last < 60_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const behind = performance.now() - last;
    console.log(`\n${FRAMES} frames of ${SIZE} bytes at full speed`);
    console.log(
      `native: ${Math.round(bareRate)} frames/s; with the panel recording: ${Math.round(watchedRate)} frames/s`,
    );
    console.log(`rate: x${(watchedRate / bareRate).toFixed(2)} of native`);
    console.log(
      `all in the panel ${Math.round(behind)} ms after the page had the last; ${await status?.textContent()}`,
    );
  } finally {
    await watched.close();
  }
}
