import { findChromium } from "../../scripts/browser";
import { launch } from "../../scripts/chromium/launch";
import { openPanelTab } from "../../scripts/chromium/panel-tab";
import { expectRows, readPreviews, status } from "../support/grid";
import { expect, test } from "./fixtures";

/** Runs in the page: a worker of this code, its address revoked at once; answers with the first thing it says. */
function start({ code, type }: { code: string; type?: WorkerType }): Promise<unknown> {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url, { type });
  URL.revokeObjectURL(url);
  Object.assign(window, { worker });
  return new Promise((said) => {
    worker.onmessage = ({ data }) => said(data);
    worker.onerror = ({ message }) => said(`error: ${message}`);
  });
}

const talk = (address: string) => `"use strict";
  const socket = new WebSocket("${address}");
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    socket.send("one");
    const bytes = new Uint8Array([9, 2, 3]);
    socket.send(bytes.subarray(1));
    bytes.fill(0);
    socket.send(new Blob(["blob"]));
    socket.send("four");
  };
  let answers = 0;
  socket.onmessage = () => { if (++answers === 4) postMessage((function () { return this === undefined })()) };
  onmessage = ({ data }) => {
    if (data === "code") socket.close(3001, "enough");
    else { socket.send("last"); close() }
  };`;
const FRAMES = ["one", "Binary02 03", "Binary62 6c 6f 62", "four"];

for (const type of ["classic", "module"] as const) {
  test(`frames of a ${type} worker made of a Blob, seen before and after the fact`, async ({
    page,
    server,
    sockeye,
  }) => {
    await page.goto(server.page("/", "a page"));
    const before = await sockeye.openPanelTab(page);
    expect(await page.evaluate(start, { code: talk(server.ws("/echo")), type })).toBe(true);
    await expectRows(before, 8);
    const after = await sockeye.openPanelTab(page);
    for (const panel of [before, after]) {
      await expectRows(panel, 8);
      expect(await readPreviews(panel)).toEqual([...FRAMES, ...FRAMES]);
    }
    await page.evaluate("worker.postMessage('code')");
    await expect(before.getByRole("treeitem", { name: /closed 3001/ })).toBeVisible();
  });
}

for (const [how, end, rows, missing] of [
  ["is terminated", "worker.terminate()", 9, 1],
  ["closes itself", "worker.postMessage('end')", 9, 0],
] as const) {
  test(`of a worker that ${how} all frames are told, or that its last ones may be missing`, async ({
    page,
    server,
    sockeye,
  }) => {
    await page.goto(server.page("/", "a page"));
    const panel = await sockeye.openPanelTab(page);
    await page.evaluate(start, { code: talk(server.ws("/echo")) });
    await expectRows(panel, 8);
    await page.evaluate(end);
    await expect(panel.getByRole("treeitem", { name: /worker gone/ })).toBeVisible();
    await expectRows(panel, rows);
    await expect(panel.getByText(/last moments of #1 may be missing/)).toHaveCount(missing);
  });
}

const policies = {
  "worker-src": "default-src 'self' 'unsafe-inline' 'unsafe-eval'; worker-src blob:; connect-src *",
  "trusted types": "require-trusted-types-for 'script'",
};
for (const [name, policy] of Object.entries(policies)) {
  test(`a page's policy of ${name} meets the worker as it would without the tap`, async ({
    page,
    server,
  }) => {
    await page.goto(server.page("/", "a page", { "content-security-policy": policy }));
    const answer = page.evaluate(start, { code: "postMessage([location.protocol, typeof importScripts])" });
    if (name === "worker-src") expect(await answer).toEqual(["blob:", "function"]);
    else await expect(answer).rejects.toThrow("This document requires 'TrustedScriptURL' assignment");
    expect(
      await page.evaluate(async () => {
        const policy = window as unknown as {
          trustedTypes: {
            createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
          };
        };
        const made = policy.trustedTypes.createPolicy("any", { createScriptURL: (url: string) => url });
        const url = URL.createObjectURL(new Blob(["postMessage(location.href)"]));
        const worker = new Worker(made.createScriptURL(url));
        return new Promise((said) => {
          worker.onmessage = ({ data }) => said(data === url);
        });
      }),
      "with a TrustedScriptURL the address is left alone",
    ).toBe(true);
  });
}

test("other workers get the addresses that the page gave", async ({ page, server }) => {
  const script = server.page("/worker.js", "0;", { "content-type": "text/javascript" });
  await page.goto(server.page("/", "a page"));
  const answers = await page.evaluate(async (script) => {
    const url = URL.createObjectURL(
      new Blob(["onconnect = ({ ports }) => ports[0].postMessage(location.href)"]),
    );
    const { port } = new SharedWorker(url);
    const shared = await new Promise((said) => {
      port.onmessage = ({ data }) => said(data === url);
    });
    const failed = await new Promise((said) => {
      new Worker(script).onerror = (event) => said(event.filename);
    });
    return [shared, failed];
  }, script);
  // "<!doctype html>" in front of it is no script.
  expect(answers).toEqual([true, script]);
});

test("a page with such a worker goes to the back/forward cache, comes back, and is watched again", async ({
  server,
  headless,
}) => {
  const extension = await launch({ executablePath: await findChromium(), headless, backForwardCache: true });
  try {
    const page = await extension.context.newPage();
    const code = `onmessage = () => {
      const socket = new WebSocket("${server.ws("/echo")}");
      socket.onopen = () => socket.send("hello");
      socket.onmessage = () => { socket.close(); postMessage("") };
    }`;
    const body = `<script>
      const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}])));
      worker.onmessage = () => { document.title += "I" };
      addEventListener("pageshow", ({ persisted }) => { if (persisted) document.title += "back"; worker.postMessage("") });
    </script>`;
    await page.goto(server.page("/", body));
    const panel = await openPanelTab(extension, page);
    await panel.getByRole("checkbox", { name: "Preserve log" }).check();
    await expectRows(panel, 2);
    await page.goto(server.page("/elsewhere", "elsewhere"));
    await page.evaluate(() => history.back());
    await expect(page).toHaveTitle("IbackI");
    await expectRows(panel, 4);
    await expect(status(panel)).toContainText("0 lost");
  } finally {
    await extension.close();
  }
});

test("a page's worker of a Blob runs on when the extension is reloaded under it", async ({
  server,
  headless,
}) => {
  const extension = await launch({ executablePath: await findChromium(), headless });
  try {
    const page = await extension.context.newPage();
    await page.goto(server.page("/", "a page"));
    const code = `const socket = new WebSocket("${server.ws("/echo")}");
      socket.onmessage = ({ data }) => postMessage(data);
      onmessage = ({ data }) => socket.send(data);
      socket.onopen = () => postMessage("open");`;
    expect(await page.evaluate(start, { code })).toBe("open");
    const [worker] = extension.context.serviceWorkers();
    await worker?.evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    );
    const again = await page.evaluate(() => {
      const { worker } = window as unknown as { worker: Worker };
      worker.postMessage("still here");
      return new Promise((said) => {
        worker.onmessage = ({ data }) => said(data);
      });
    });
    expect(again).toBe("still here");
    expect(await page.evaluate(start, { code })).toBe("open");
  } finally {
    await extension.close();
  }
});

test("a stranger's Blob stays a stranger's: no worker runs it in the page's origin", async ({
  page,
  server,
  otherServer,
}) => {
  const stranger = otherServer.page(
    "/stranger",
    `<script>parent.postMessage(URL.createObjectURL(new Blob(["postMessage(origin)"])), "*")</script>`,
  );
  await page.goto(server.page("/", "a page"));
  const outcome = await page.evaluate(async (src) => {
    const heard = new Promise<MessageEvent>((heard) => addEventListener("message", heard, { once: true }));
    document.body.append(Object.assign(document.createElement("iframe"), { src }));
    const url = (await heard).data;
    try {
      return await new Promise((said) => {
        const worker = new Worker(url);
        worker.onmessage = ({ data }) => said(`ran as ${data}`);
        worker.onerror = () => said("refused");
      });
    } catch (error) {
      return (error as Error).name;
    }
  }, stranger);
  expect(outcome).toBe("SecurityError");
});

test("what a worker sends in the task that closes it is seen; what it could not tell any more is marked", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", "a page"));
  const panel = await sockeye.openPanelTab(page);
  const code = (open: string) =>
    `const s = new WebSocket("${server.ws("/silent")}"); s.onopen = () => { ${open}; postMessage("done") };`;
  const twice = 's.send("before"); onmessage = () => { close(); s.send("after") }';
  await page.evaluate(start, { code: code(twice) });
  await expectRows(panel, 1);
  await page.evaluate("worker.postMessage('')");
  await expect(panel.getByRole("treeitem", { name: /#1 .*worker gone/ })).toBeVisible();
  await expectRows(panel, 2);
  expect(await readPreviews(panel)).toEqual(["before", "after"]);
  // 10 MB are more than a reader is sent before it says that it got some.
  const flood = `onmessage = () => { for (let i = 0; i < 1000; i++) s.send("x".repeat(10000)); close() }`;
  await page.evaluate(start, { code: code('s.send("first")') + flood });
  await expectRows(panel, 3);
  await page.evaluate("worker.postMessage('')");
  await expect(panel.getByRole("treeitem", { name: /#2 .*worker gone/ })).toBeVisible();
  await panel.getByRole("searchbox", { name: "Filter frames" }).fill("is:lost");
  await expect(panel.getByText(/last moments of #2 may be missing/)).toBeVisible();
});

test("the extension's worker dies while a page's worker is busy: its frames come, once", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", "a page"));
  const panel = await sockeye.openPanelTab(page);
  const code = `const s = new WebSocket("${server.ws("/silent")}"); let i = 0;
    s.onopen = () => { s.send("n" + i++); postMessage("") };
    onmessage = () => {
      const end = performance.now() + 1500;
      while (performance.now() < end) {
        const next = performance.now() + 2;
        while (performance.now() < next);
        s.send("n" + i++);
      }
      postMessage(i);
    };`;
  await page.evaluate(start, { code });
  await expectRows(panel, 1);
  const sent = page.evaluate(() => {
    const { worker } = window as unknown as { worker: Worker };
    worker.postMessage("");
    return new Promise<number>((said) => {
      worker.onmessage = ({ data }) => said(data);
    });
  });
  await expect(panel.getByRole("grid", { name: "Frames" })).toContainText("n20");
  await sockeye.killWorker();
  await expectRows(panel, await sent);
  await expect(status(panel)).toContainText("0 lost");
});
