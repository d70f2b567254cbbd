import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures";

/** The panel of a page without sockets. */
const test = base.extend<{ openPanel(): Promise<Page> }>({
  openPanel: async ({ page, server, sockeye }, use) => {
    await use(async () => {
      await page.goto(server.page("/", "no sockets"));
      return sockeye.openPanelTab(page);
    });
  },
});

async function openReplay(panel: Page): Promise<void> {
  await panel.getByRole("tab", { name: "Replay" }).click();
}

/** Fills the form and connects. */
async function connect(panel: Page, url: string, preset = "WarpKit", from = "Extension"): Promise<void> {
  await openReplay(panel);
  await panel.getByRole("combobox", { name: "Preset" }).selectOption({ label: preset });
  await panel.getByRole("textbox", { name: "URL", exact: true }).fill(url);
  await panel.getByRole("radiogroup", { name: "Open from" }).getByRole("radio", { name: from }).check();
  await panel.getByRole("button", { name: "Connect", exact: true }).click();
}

function state(panel: Page) {
  return panel.getByRole("status", { name: "Connection state" });
}

function log(panel: Page) {
  return panel.getByRole("log", { name: "Client events" });
}

async function join(panel: Page, room: string): Promise<void> {
  await panel.getByRole("textbox", { name: "Room" }).fill(room);
  await panel.getByRole("button", { name: "Join" }).click();
}

test("from the extension: the server sees the headers that were asked for, and no others after", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", `<script>const own = new WebSocket("${server.ws("/silent")}")</script>`));
  const panel = await sockeye.openPanelTab(page);
  await openReplay(panel);
  await panel.getByRole("radio", { name: "Extension" }).check();
  const headers = { Origin: "https://app.example", Authorization: "Bearer t0p", Cookie: "session=1" };
  for (const [name, value] of Object.entries(headers)) {
    await panel.getByRole("button", { name: "Add header" }).click();
    await panel.getByRole("combobox", { name: "Header name" }).last().fill(name);
    await panel.getByRole("textbox", { name: `Value of ${name}` }).fill(value);
  }
  await panel.getByRole("textbox", { name: "Subprotocols" }).fill("v1.realtime");
  await connect(panel, server.ws("/echo"));
  await expect(state(panel)).toContainText(/^connected/);
  const seen = server.connections.find(({ url }) => url.pathname === "/echo");
  expect(seen?.headers).toMatchObject({
    origin: "https://app.example",
    authorization: "Bearer t0p",
    cookie: "session=1",
    "sec-websocket-protocol": "v1.realtime",
  });
  // Meanwhile the page's own sockets carry nothing of it.
  await page.evaluate(`void new WebSocket("${server.ws("/silent?again")}")`);
  await expect.poll(() => server.connections.length).toBe(3);
  expect(server.connections[2]?.headers.authorization).toBeUndefined();
  await panel.getByRole("button", { name: "Disconnect", exact: true }).click();
  await expect(state(panel)).toContainText(/^disconnected/);
  const rules = () =>
    panel.evaluate("chrome.declarativeNetRequest.getSessionRules().then((rules) => rules.length)");
  await expect.poll(rules).toBe(0);
});

test("what is composed goes out on the connection, and is captured, marked", async ({
  server,
  openPanel,
}) => {
  const panel = await openPanel();
  await connect(panel, server.ws("/echo"), "PhilJS");
  await expect(state(panel)).toContainText(/^connected/);
  await panel.getByRole("textbox", { name: "Message" }).fill('{"type":"hi","payload":{}}');
  await panel.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => server.connections[0]?.received).toContain('{"type":"hi","payload":{}}');
  await panel.getByRole("tab", { name: "Frames" }).click();
  await expect(panel.getByRole("grid", { name: "Frames" })).toContainText("hi");
  await expect(panel.getByRole("treeitem", { name: /replay/ }).first()).toBeVisible();
});

test("a server restart is survived: delays told with their formula, rooms joined again once each", async ({
  server,
  openPanel,
}) => {
  const panel = await openPanel();
  await connect(panel, server.ws("/silent"));
  await expect(state(panel)).toContainText(/^connected/);
  await join(panel, "account:a1");
  await join(panel, "project:p7");
  await expect.poll(() => server.connections[0]?.received.length).toBe(2);
  const restart = await server.stop();
  await expect(state(panel)).toContainText(/^(re)?connecting/);
  await expect(log(panel)).toContainText(/Attempt 2 in [\d,]+ ms: full jitter of 0-1,000 ms/);
  await restart();
  await expect(state(panel)).toContainText(/^connected/);
  await expect
    .poll(() => server.connections.at(-1)?.received)
    .toEqual(['{"type":"room.join","room":"account:a1"}', '{"type":"room.join","room":"project:p7"}']);
  await expect(log(panel)).toContainText("Connected again");
});

test("a socket of the page: its origin, captured like all others", async ({ page, server, openPanel }) => {
  const panel = await openPanel();
  await connect(panel, "/echo", "PhilJS", "Page");
  await expect(state(panel)).toContainText(/^connected/);
  expect(server.connections[0]?.headers.origin).toBe(new URL(page.url()).origin);
  server.push("/echo", "from the server");
  await expect(log(panel)).toContainText("from the server");
  await panel.getByRole("button", { name: "Disconnect", exact: true }).click();
  await expect.poll(() => server.connections[0]?.closed).toBeDefined();
});

test("Disconnect is final, also while an attempt is waited for", async ({ server, openPanel }) => {
  const panel = await openPanel();
  await connect(panel, server.ws("/nobody-there"), "PhilJS");
  await expect(state(panel)).toContainText(/^reconnecting/);
  await panel.getByRole("button", { name: "Disconnect", exact: true }).click();
  await expect(state(panel)).toContainText(/^disconnected/);
  await panel.getByRole("switch", { name: "Simulate offline" }).click();
  await panel.getByRole("switch", { name: "Simulate offline" }).click();
  await expect(state(panel)).toContainText(/^disconnected/);
  expect(server.connections).toEqual([]);
});

test("the switch takes the replay client offline and back", async ({ server, openPanel }) => {
  const panel = await openPanel();
  await connect(panel, server.ws("/silent"));
  await expect(state(panel)).toContainText(/^connected/);
  await panel.getByRole("switch", { name: "Simulate offline" }).click();
  await expect(state(panel)).toContainText(/^reconnecting/);
  await expect(log(panel)).toContainText("Offline: closed, and no attempts until online");
  await panel.getByRole("switch", { name: "Simulate offline" }).click();
  await expect(state(panel)).toContainText(/^connected/);
  expect(server.connections).toHaveLength(2);
  await panel.getByRole("button", { name: "Report", exact: true }).click();
  const report = panel.getByRole("dialog", { name: "Outage report" });
  await expect(report.getByRole("region", { name: /replay client/ })).toContainText(
    /Open again.* after the end/,
  );
});

test("closing the panel closes what its client had opened in the page", async ({ server, openPanel }) => {
  const panel = await openPanel();
  await connect(panel, server.ws("/silent"), "PhilJS", "Page");
  await expect(state(panel)).toContainText(/^connected/);
  await panel.close({ runBeforeUnload: true });
  await expect.poll(() => server.connections[0]?.closed).toBeDefined();
});

test("a server that refuses: asked why, it says with what, and the log what to do", async ({
  server,
  openPanel,
}) => {
  const panel = await openPanel();
  const ask = panel.getByRole("button", { name: "Ask the server why" });
  await connect(panel, server.ws("/nobody-there"), "PhilJS");
  await ask.click();
  await expect(log(panel)).toContainText("the server answers 404 Not Found. There is no socket at this path");
  await panel.getByRole("button", { name: "Disconnect", exact: true }).click();
  const url = server.ws("/silent");
  await server.stop();
  await connect(panel, url, "PhilJS", "Page");
  await ask.click();
  await expect(log(panel)).toContainText("Nobody listens at this address (net::ERR_CONNECTION_REFUSED)");
});

test("an address that is none says so, and nothing is opened", async ({ openPanel }) => {
  const panel = await openPanel();
  await openReplay(panel);
  await panel.getByRole("textbox", { name: "URL", exact: true }).fill("ftp://somewhere/else");
  await expect(panel.getByText(/no address of a socket/).first()).toBeVisible();
  await expect(panel.getByRole("button", { name: "Connect", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(state(panel)).toContainText(/^disconnected/);
});
