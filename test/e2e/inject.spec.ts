import type { Page } from "@playwright/test";
import { Flag, Kind } from "../../src/protocol";
import { expect, test } from "./fixtures";
import { SecondPanel } from "./support/second-panel";

/** A page whose first socket writes down all that it gets. */
function watching(url: string, more = ""): string {
  return `<script>
    const log = [];
    const socket = new WebSocket("${url}");
    socket.onopen = () => { document.title = "open" };
    socket.onmessage = (event) => log.push(event);
    socket.onclose = ({ code, reason }) => log.push({ code, reason });
    ${more}
  </script>`;
}

async function secondPanel(sockeye: { openPanelTab(page: Page): Promise<Page> }, page: Page) {
  const panel = await SecondPanel.in(await sockeye.openPanelTab(page));
  await expect.poll(() => panel.documents()).not.toEqual([]);
  return panel;
}

const BYTES = [0, 1, 250, 255];

test("a frame is sent by the page's own socket, its bytes unchanged, and marked", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", watching(server.ws("/silent"))));
  await expect(page).toHaveTitle("open");
  const panel = await secondPanel(sockeye, page);
  await panel.replay({ type: "send", socket: 1, data: "Grüße" });
  await panel.replay({ type: "send", socket: 1, data: "" }, BYTES);
  await expect.poll(() => server.connections[0]?.received).toEqual(["Grüße", Buffer.from(BYTES)]);
  await page.evaluate("socket.close()");
  await panel.replay({ type: "send", socket: 1, data: "too late" });
  const sent = async () => (await panel.notices()).filter(({ flags }) => flags & Flag.Injected);
  await expect
    .poll(async () => (await sent()).map(({ kind, flags, text }) => [kind, flags, text]))
    .toEqual([
      [Kind.TextSent, Flag.Injected, "Grüße"],
      [Kind.BytesSent, Flag.Injected, ""],
      [Kind.TextSent, Flag.Injected | Flag.Unsent, "too late"],
    ]);
  expect([...((await sent())[1]?.bytes ?? [])]).toEqual(BYTES);
  expect(server.connections).toHaveLength(1);
});

test("a socket that is still connecting sends nothing, and says so", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", `<script>new WebSocket("ws://10.255.255.1/")</script>`));
  const panel = await secondPanel(sockeye, page);
  await panel.replay({ type: "send", socket: 1, data: "too early" });
  await expect
    .poll(async () => (await panel.notices()).at(-1))
    .toMatchObject({ kind: Kind.TextSent, flags: Flag.Injected | Flag.Unsent, text: "too early" });
});

test("the page's handlers get a message that never came, as the browser makes them", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(
    server.page(
      "/",
      watching(
        server.ws("/silent"),
        "socket.addEventListener('message', () => { throw new Error('of the page') }); addEventListener('error', ({ message }) => log.push(message))",
      ),
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await secondPanel(sockeye, page);
  await panel.replay({ type: "receive", socket: 1, data: "hello" });
  await panel.replay({ type: "receive", socket: 1, data: "" }, BYTES);
  await expect.poll(() => page.evaluate("log.length")).toBe(4);
  await page.evaluate("socket.binaryType = 'arraybuffer'");
  await panel.replay({ type: "receive", socket: 1, data: "" }, BYTES);
  await expect.poll(() => page.evaluate("log.length")).toBe(6);
  const seen = await page.evaluate(`Promise.all(log.map(async (event) => {
    if (typeof event === "string") return event;
    const { data, origin, lastEventId, source, ports, target, type } = event;
    const realm = event instanceof MessageEvent && (typeof data === "string" || data instanceof Blob || data instanceof ArrayBuffer);
    const bytes = data instanceof Blob ? await data.arrayBuffer() : data;
    const content = typeof data === "string" ? data : [data.constructor.name, ...new Uint8Array(bytes)];
    return [content, realm, origin, lastEventId, source, ports.length, target === socket, type];
  }))`);
  const shape = [true, new URL(server.ws("/")).origin, "", null, 0, true, "message"];
  expect(seen).toEqual([
    ["hello", ...shape],
    "Uncaught Error: of the page",
    [["Blob", ...BYTES], ...shape],
    "Uncaught Error: of the page",
    [["ArrayBuffer", ...BYTES], ...shape],
    "Uncaught Error: of the page",
  ]);
  const injected = async () =>
    (await panel.notices())
      .filter(({ flags }) => flags & Flag.Injected)
      .map(({ kind, flags, length }) => [kind, flags, length]);
  await expect.poll(injected).toEqual([
    [Kind.TextReceived, Flag.Injected, 5],
    [Kind.BytesReceived, Flag.Injected, 4],
    [Kind.BytesReceived, Flag.Injected, 4],
  ]);
  // The origin is the one that the browser itself gives.
  server.push("/silent", "real");
  await expect
    .poll(() => page.evaluate("log.filter((event) => event.data).map((event) => event.origin)"))
    .toEqual(Array(4).fill(shape[1]));
});

test("nothing is put into an event stream", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>const source = new EventSource("/events"); source.onmessage = () => { document.title = "heard" }; source.onopen = () => { document.title = "open" }</script>`,
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await secondPanel(sockeye, page);
  for (const type of ["send", "receive"] as const) await panel.replay({ type, socket: 1, data: "x" });
  await panel.replay({ type: "close", socket: 1 });
  server.streams[0]?.write("data: real\n\n");
  await expect(page).toHaveTitle("heard");
  // Whatever came before it has arrived as well.
  await expect.poll(async () => (await panel.notices()).at(-1)?.text).toContain("real");
  expect((await panel.notices()).filter(({ flags }) => flags & Flag.Injected)).toEqual([]);
});

test("a socket is opened in the page's name, used and closed; the page has no hold of it", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         document.cookie = "session=1";
         const { iterator } = Symbol;
         Array.prototype[iterator] = () => { document.title = "asked"; throw 1 };
       </script>`,
    ),
  );
  const panel = await SecondPanel.in(await sockeye.openPanelTab(page));
  await expect.poll(async () => (await panel.told()).some((notice) => notice.type === "tab")).toBe(true);
  expect(await panel.documents()).toEqual([]);
  await panel.say({ type: "want" });
  await expect.poll(() => panel.documents()).toHaveLength(1);
  await panel.replay({ type: "open", key: "r1", url: server.ws("/echo"), protocols: ["v2", "v1"] });
  await expect
    .poll(async () => (await panel.notices()).map(({ kind }) => kind))
    .toEqual([Kind.Created, Kind.Opened]);
  await panel.replay({ type: "send", socket: 1, data: "hi" });
  await expect
    .poll(async () => (await panel.notices()).map(({ text }) => text).slice(2))
    .toEqual(["hi", "hi"]);
  await panel.replay({ type: "close", socket: 1, code: 99 });
  await panel.replay({ type: "close", socket: 1, code: 4005, reason: "done" });
  await expect.poll(() => server.connections[0]?.closed).toEqual({ code: 4005, reason: "done" });
  const [created, , sent, received] = await panel.notices();
  expect(JSON.parse(created?.text ?? "")).toEqual({
    transport: "WebSocket",
    url: server.ws("/echo"),
    asked: "v2,v1",
    replay: "r1",
  });
  expect([sent?.flags, received?.flags]).toEqual([Flag.Injected, 0]);
  expect(server.connections[0]?.headers).toMatchObject({
    cookie: "session=1",
    origin: new URL(page.url()).origin,
    "sec-websocket-protocol": "v2, v1",
  });
  await expect(page).toHaveTitle("");
});

test("what the browser refuses to open says why", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", watching(server.ws("/silent"))));
  const panel = await secondPanel(sockeye, page);
  await panel.replay({ type: "open", key: "r2", url: "mailto:x", protocols: [] });
  await expect
    .poll(async () => (await panel.notices()).map(({ kind }) => kind).slice(-3))
    .toEqual([Kind.Created, Kind.Failed, Kind.Closed]);
  const [created, , closed] = (await panel.notices()).slice(-3);
  expect(JSON.parse(created?.text ?? "")).toMatchObject({ replay: "r2", url: "mailto:x" });
  expect(JSON.parse(closed?.text ?? "")).toMatchObject({
    code: 0,
    clean: false,
    reason: expect.stringContaining("mailto"),
  });
});

test("the sockets of a Blob's worker too", async ({ page, server, sockeye }) => {
  const script = `const socket = new WebSocket("${server.ws("/silent")}"); socket.onmessage = ({ data }) => socket.send("got " + (data.size ?? data)); socket.onopen = () => postMessage(0)`;
  await page.goto(
    server.page(
      "/",
      `<script>new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}]))).onmessage = () => { document.title = "open" }</script>`,
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await secondPanel(sockeye, page);
  const worker = (await panel.documents()).find(({ worker }) => worker)?.id;
  await panel.replay({ type: "receive", socket: 1, data: "text" }, undefined, worker);
  await panel.replay({ type: "receive", socket: 1, data: "" }, BYTES, worker);
  await panel.replay({ type: "send", socket: 1, data: "by the panel" }, undefined, worker);
  await expect.poll(() => server.connections[0]?.received).toEqual(["got text", "got 4", "by the panel"]);
});

test("whoever answers an injected message finds neither the way to the bridge nor what the tap knows", async ({
  page,
  server,
  sockeye,
}) => {
  const more = `
    const found = [];
    // A function of another realm leaves this window's current event as it is.
    const look = () => { if (window.event) found.push(["event", window.event.type]) };
    const strange = document.body.appendChild(document.createElement("iframe")).contentWindow;
    strange.look = look;
    socket.addEventListener("message", strange.Function("look()"));
    socket.addEventListener("message", function own() {
      const stack = Error.prepareStackTrace;
      Error.prepareStackTrace = (_, sites) => sites;
      for (const site of new Error().stack.slice(1)) {
        const that = site.getThis();
        if (that !== undefined && that !== window) found.push(["this", String(that)]);
        try { found.push(["arguments", ...site.getFunction().arguments].map(String)) } catch {}
      }
      Error.prepareStackTrace = stack;
      try { for (let by = own.caller; by; by = by.caller) if (by.arguments) found.push(["caller", String(by)]) } catch {}
      document.title = "answered";
    });`;
  await page.goto(server.page("/", `<body>${watching(server.ws("/silent"), more)}`));
  await expect(page).toHaveTitle("open");
  const panel = await secondPanel(sockeye, page);
  await panel.replay({ type: "receive", socket: 1, data: "x" });
  await expect(page).toHaveTitle("answered");
  expect(await page.evaluate("found")).toEqual([]);
});
