import { expectRows, frames, readPreviews, status } from "../support/grid";
import { expect, test } from "./fixtures";

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `${from + i}`);

/** A page with one socket to /silent, over which the test pushes what it likes. */
function quietPage(server: { page(path: string, html: string): string; ws(path: string): string }): string {
  return server.page("/", `<script>const socket = new WebSocket("${server.ws("/silent")}")</script>`);
}

test("10,000 frames arrive complete and in order", async ({ page, server, sockeye }) => {
  await page.goto(quietPage(server));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  server.pushAll("/silent", numbers(0, 10_000));
  await expectRows(panel, 10_000);
  expect(await readPreviews(panel)).toEqual(numbers(0, 10_000));
  await expect(status(panel)).toContainText("0 lost");
});

test("the worker dies 20 times in a stream: nothing is missing, nothing comes twice", async ({
  page,
  server,
  sockeye,
}) => {
  test.slow();
  await page.goto(quietPage(server));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  for (let round = 0; round < 20; round++) {
    server.pushAll("/silent", numbers(round * 250, round * 250 + 125));
    await sockeye.killWorker();
    server.pushAll("/silent", numbers(round * 250 + 125, round * 250 + 250));
  }
  await expectRows(panel, 5000);
  expect(await readPreviews(panel)).toEqual(numbers(0, 5000));
  await expect(status(panel)).toContainText("0 lost");
});

test("a panel opened after the fact shows what was", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page("/", `<script>new WebSocket("${server.ws("/push?count=500")}").onclose = () => {}</script>`),
  );
  await expect.poll(() => server.connections.length).toBe(1);
  server.push("/push", "the last one");
  server.connections[0]?.close(4321, "over");
  await expect.poll(() => server.connections[0]?.closed?.code).toBe(4321);
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 501);
  await expect(panel.getByRole("treeitem", { name: /#1 .*4321/ })).toBeVisible();
});

test("what the backlog had to let go is a row that says how many", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         let count = 0;
         new WebSocket("${server.ws("/push?count=25000")}").onmessage = () => { document.title = ++count };
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("25000");
  const panel = await sockeye.openPanelTab(page);
  // The 20,000 that a page keeps, and the row that tells of the others.
  await expectRows(panel, 20_001);
  await frames(panel).press("Home");
  await expect(frames(panel).getByText(/5,000 frames/)).toBeVisible();
  await expect(status(panel)).toContainText("5,000 lost");
});

test("the panel is closed and opened again in a stream", async ({ page, server, sockeye }) => {
  await page.goto(quietPage(server));
  const first = await sockeye.openPanelTab(page);
  server.pushAll("/silent", numbers(0, 1000));
  await expectRows(first, 1000);
  await first.close();
  server.pushAll("/silent", numbers(1000, 2000));
  const second = await sockeye.openPanelTab(page);
  server.pushAll("/silent", numbers(2000, 3000));
  await expectRows(second, 3000);
  expect(await readPreviews(second)).toEqual(numbers(0, 3000));
});

test("two panels on one tab both get everything, and one may go", async ({ page, server, sockeye }) => {
  await page.goto(quietPage(server));
  const first = await sockeye.openPanelTab(page);
  const second = await sockeye.openPanelTab(page);
  await expect(status(second)).toContainText("1 socket");
  server.pushAll("/silent", numbers(0, 1000));
  await expectRows(first, 1000);
  await expectRows(second, 1000);
  await second.close();
  server.pushAll("/silent", numbers(1000, 2000));
  await expectRows(first, 2000);
  expect(await readPreviews(first)).toEqual(numbers(0, 2000));
});

test("recording off and on again: what was left out is told", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         new WebSocket("${server.ws("/silent")}").onmessage = ({ data }) => { document.title = data };
       </script>`,
    ),
  );
  const panel = await sockeye.openPanelTab(page);
  server.push("/silent", "a");
  await expectRows(panel, 1);
  const record = panel.getByRole("button", { name: "Record" });
  await expect(record).toHaveAttribute("aria-pressed", "true");
  await record.click();
  await expect(record).toHaveAttribute("aria-pressed", "false");
  server.push("/silent", "b", "c", "d");
  await expect(page).toHaveTitle("d");
  await record.click();
  await expect(frames(panel).getByText(/3 frames .*missing/)).toBeVisible();
  server.push("/silent", "e");
  await expect(frames(panel).getByText("e", { exact: true }).last()).toBeVisible();
  await expectRows(panel, 3);
});

test("a reload begins anew, unless the log is preserved", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page("/", `<script>new WebSocket("${server.ws("/push?count=3")}").onmessage = () => {}</script>`),
  );
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 3);
  await page.reload();
  await expect(panel.getByRole("treeitem", { name: /#2/ })).toBeVisible();
  await expect(panel.getByRole("treeitem", { name: /#1 / })).toHaveCount(0);
  await expectRows(panel, 3);
  await panel.getByRole("checkbox", { name: "Preserve log" }).check();
  await page.reload();
  await expectRows(panel, 6);
  await expect(panel.getByRole("treeitem", { name: /#2 .*page gone/ })).toBeVisible();
  await page.goto(server.page("/quiet", "no sockets here"));
  await panel.getByRole("checkbox", { name: "Preserve log" }).uncheck();
  await page.reload();
  await expectRows(panel, 0);
});

test("on the way to another origin nothing of the old page is lost", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/push?count=200")}")</script>`));
  const panel = await sockeye.openPanelTab(page);
  await panel.getByRole("checkbox", { name: "Preserve log" }).check();
  await expectRows(panel, 200);
  await page.goto(
    otherServer.page("/", `<script>new WebSocket("${otherServer.ws("/push?count=300")}")</script>`),
  );
  await expectRows(panel, 500);
  await expect(status(panel)).toContainText("2 sockets");
  await expect(status(panel)).toContainText("0 lost");
});

test("a tab that is discarded and comes back", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/push?count=5")}")</script>`));
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 5);
  await panel.getByRole("checkbox", { name: "Preserve log" }).check();
  const tabs = "globalThis.chrome.tabs";
  const tabId = await panel.evaluate<number>(
    `${tabs}.discard(Number(new URLSearchParams(location.search).get("tabId"))).then(({ id }) => id)`,
  );
  await expect(panel.getByRole("treeitem", { name: /#1 .*page gone/ })).toBeVisible();
  await expectRows(panel, 5);
  await panel.evaluate(`${tabs}.reload(${tabId})`);
  await expectRows(panel, 10);
  await expect(panel.getByRole("treeitem", { name: /#2 .*open/ })).toBeVisible();
});

test("a page with iframes, left for another site: the list begins anew and no socket of it stays", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  const make = (from: typeof server, host: (url: string) => string) => {
    const inner = host(from.page("/inner", `<script>new WebSocket("${from.ws("/push?count=2")}")</script>`));
    return host(
      from.page(
        "/",
        `<script>
           new WebSocket("${from.ws("/push?count=3")}");
           addEventListener("unload", () => { const end = Date.now() + 200; while (Date.now() < end); });
         </script><iframe src="${inner}"></iframe>`,
      ),
    );
  };
  const sites = [
    make(server, (url) => url),
    make(otherServer, (url) => url.replace("127.0.0.1", "localhost")),
  ];
  await page.goto(sites[0] ?? "");
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 5);
  for (let i = 1; i < 5; i++) {
    await page.goto(sites[i % 2] ?? "");
    await expect(panel.getByRole("treeitem", { name: /^#/ })).toHaveCount(2);
    await expectRows(panel, 5);
  }
});

test("what happens in the page is no other page: an iframe goes elsewhere, pushState", async ({
  page,
  server,
  sockeye,
}) => {
  const inner = server.page("/inner", `<script>new WebSocket("${server.ws("/push?count=3")}")</script>`);
  const elsewhere = server.page("/elsewhere", "no sockets");
  await page.goto(server.page("/", `<iframe src="${inner}"></iframe>`));
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 3);
  await page.evaluate(async (url) => {
    const frame = document.querySelector("iframe") as HTMLIFrameElement;
    const loaded = new Promise((resolve) => {
      frame.onload = resolve;
    });
    frame.src = url;
    await loaded;
    history.pushState({}, "", "/pushed");
  }, elsewhere);
  await expect(panel.getByRole("treeitem", { name: /#1 .*page gone/ })).toBeVisible();
  await page.evaluate((url) => {
    new WebSocket(url);
  }, server.ws("/push?count=1"));
  await expectRows(panel, 4);
});
