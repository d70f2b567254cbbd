import { expect, test } from "./fixtures";

/** What the tests see of the extension's API in its own pages. */
interface ExtensionGlobal {
  chrome: { devtools: { inspectedWindow: { tabId: number } }; runtime: { connect(): unknown } };
  mark?: string;
}

test("DevTools and a tab of its own show the panel of the same page", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", "<title>inspected</title>"));
  const { panel } = await sockeye.openDevTools(page);
  const inspected = await panel.evaluate(() => {
    return (globalThis as unknown as ExtensionGlobal).chrome.devtools.inspectedWindow.tabId;
  });
  const tab = await sockeye.openPanelTab(page);
  expect(new URL(tab.url()).searchParams.get("tabId")).toBe(String(inspected));
  expect(await sockeye.tabIdOf(page)).toBe(inspected);
});

test("a killed worker comes back empty when somebody connects", async ({ extension, page, sockeye }) => {
  const worker = extension.context.serviceWorkers()[0];
  await worker?.evaluate(() => {
    (globalThis as unknown as ExtensionGlobal).mark = "first life";
  });
  await sockeye.killWorker();
  await page.goto(`chrome-extension://${sockeye.id}/manifest.json`);
  await page.evaluate(() => {
    (globalThis as unknown as ExtensionGlobal).chrome.runtime.connect();
  });
  expect(await worker?.evaluate(() => (globalThis as unknown as ExtensionGlobal).mark)).toBeUndefined();
});

test("the server does what a socket's path says", async ({ page, server, otherServer }) => {
  const inner = otherServer.page("/inner", `<script>new WebSocket("${otherServer.ws("/silent")}")</script>`);
  const paths = ["/echo", "/push?count=2&size=4", "/close?code=4001&reason=bye", "/cut", "/nowhere"];
  const urls = paths.map((path) => server.ws(path));
  const html = `<iframe src="${inner}"></iframe><script>
    seen = [];
    for (const url of ${JSON.stringify(urls)}) {
      const socket = new WebSocket(url);
      socket.onopen = () => url.endsWith("/echo") && socket.send("hi");
      socket.onmessage = ({ data }) => seen.push(data);
      socket.onclose = ({ code, reason }) => seen.push(code + reason);
    }
  </script>`;
  await page.goto(server.page("/", html));
  await expect
    .poll(async () => ((await page.evaluate("seen")) as string[]).sort())
    .toEqual(["0 ..", "1 ..", "1006", "1006", "4001bye", "hi"]);
  expect(server.connections.flatMap((connection) => connection.received)).toEqual(["hi"]);
  await expect
    .poll(() => otherServer.connections.map((connection) => connection.url.pathname))
    .toEqual(["/silent"]);

  server.push("/echo", "more");
  await expect.poll(() => page.evaluate("seen.at(-1)")).toBe("more");
});

for (const turn of ["first", "second"]) {
  test(`no test finds what another stored (${turn})`, async ({ page, sockeye }) => {
    await page.goto(`chrome-extension://${sockeye.id}/manifest.json`);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate(() => localStorage.setItem("width", "1"));
  });
}
