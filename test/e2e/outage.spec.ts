import type { Page } from "@playwright/test";
import { row } from "../support/grid";
import { expect } from "./fixtures";
import { expectConnected, test } from "./support/dialects";

const OFFLINE = "Simulate offline";

function report(panel: Page) {
  return panel.getByRole("dialog", { name: "Outage report" });
}

async function toggle(panel: Page, name: string, on: boolean): Promise<void> {
  await panel.getByRole("switch", { name }).click();
  await expect(panel.getByRole("switch", { name })).toHaveAttribute("aria-checked", String(on));
}

async function choose(panel: Page, kind: string): Promise<void> {
  await panel.getByRole("button", { name: "Offline options" }).click();
  await panel.getByRole("radio", { name: kind }).check();
  await panel.keyboard.press("Escape");
}

/** A client without heartbeat, which writes down its life; `send` and `open` are for the test. */
function client(url: string): string {
  return `<script>
    const log = [];
    let socket;
    function open() {
      socket = new WebSocket("${url}");
      socket.onopen = () => { log.push("open"); document.title = "open" };
      socket.onmessage = ({ data }) => log.push("got " + data);
      socket.onerror = () => log.push("error " + socket.readyState);
      socket.onclose = ({ code, reason, wasClean }) =>
        log.push(["close", code, reason, wasClean, socket.readyState].join(" ").replace("  ", " "));
    }
    addEventListener("offline", () => log.push("offline " + navigator.onLine));
    addEventListener("online", () => log.push("online " + navigator.onLine));
    document.addEventListener("visibilitychange", () => log.push(document.visibilityState + " " + document.hidden));
    open();
  </script>`;
}

test.describe("each kind of offline, told apart by the page's own log", () => {
  const told: [kind: string, during: string[], after: string[]][] = [
    ["Dropped", ["open", "offline false", "error 3", "close 1006 false 3"], ["online true"]],
    ["Half-open", ["open", "offline false"], ["online true"]],
    ["Stalled", ["open", "offline false"], ["online true", "got held"]],
    ["Closed", ["open", "close 1012 true 3"], []],
    ["Refusing", ["open"], []],
  ];
  for (const [kind, during, after] of told) {
    test(kind, async ({ page, server, sockeye }) => {
      await page.goto(server.page("/", client(server.ws("/silent"))));
      await expect(page).toHaveTitle("open");
      const panel = await sockeye.openPanelTab(page);
      await choose(panel, kind);
      await toggle(panel, OFFLINE, true);
      await expect(panel.getByRole("status", { name: "Simulation" })).toContainText(/offline/);
      await expect.poll(() => page.evaluate("log")).toEqual(during);
      if (kind === "Stalled") {
        server.push("/silent", "held");
        await expect(row(panel, 1)).toContainText("Withheld");
      }
      // New sockets fail in every kind.
      if (kind !== "Half-open") {
        const failed = page.evaluate(
          `new Promise((closed) => { new WebSocket("${server.ws("/silent")}").onclose = ({ code }) => closed(code) })`,
        );
        expect(await failed).toBe(1006);
      }
      await toggle(panel, OFFLINE, false);
      await expect
        .poll(async () => new Set((await page.evaluate("log")) as string[]))
        .toEqual(new Set([...during, ...after]));
      expect(await page.evaluate("navigator.onLine")).toBe(true);
      // And it is over: a new socket opens, with frames both ways.
      await page.evaluate("open()");
      await expect
        .poll(async () => ((await page.evaluate("log")) as string[]).filter((line) => line === "open"))
        .toHaveLength(2);
    });
  }
});

test("half-open: the report counts what vanished, as page and server saw it", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", client(server.ws("/silent"))));
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await choose(panel, "Half-open");
  await toggle(panel, OFFLINE, true);
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(false);
  await page.evaluate(`for (const each of ["s1", "s2"]) socket.send(each)`);
  server.push("/silent", "r1", "r2", "r3");
  await expect(row(panel, 5)).toContainText("Withheld");
  await toggle(panel, OFFLINE, false);
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(true);
  await page.evaluate(`socket.send("after")`);
  await expect.poll(() => server.connections[0]?.received).toEqual(["after"]);
  expect(await page.evaluate("log")).toEqual(["open", "offline false", "online true"]);
  await panel.getByRole("button", { name: "Report", exact: true }).click();
  await expect(report(panel)).toContainText("2 sent, 3 received");
  await expect(report(panel)).toContainText("no sign of it");
});

test("WarpKit, offline and back: it notices at once, comes back at once, and is in its rooms again", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("warpkit");
  await toggle(panel, OFFLINE, true);
  await expect(page.locator("#facts")).toContainText("once it is online");
  await toggle(panel, OFFLINE, false);
  await expectConnected(page);
  await panel.getByRole("button", { name: "Report", exact: true }).click();
  const session = report(panel).getByRole("region").first();
  await expect(session).toContainText(/Noticedafter/);
  // Twice, as the real one does: by itself, and by its handler.
  await expect(session).toContainText(
    "Rooms rejoinedaccount:a1, project:p7Rooms not rejoinednoneOf those twiceaccount:a1",
  );
  await expect(session).toContainText(/Attempts1/);
  await panel.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(panel.getByText("Copied").first()).toBeVisible();
});

test("PhilJS, offline and back: it tries on by its own clock", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("philjs");
  await toggle(panel, OFFLINE, true);
  await expect(page.locator("#facts")).toContainText(/attempt 2 after/);
  await toggle(panel, OFFLINE, false);
  await expectConnected(page);
  await panel.getByRole("button", { name: "Report", exact: true }).click();
  await expect(report(panel).getByRole("region").first()).toContainText(/Attempts[2-9]/);
});

test("hidden: the page is told, and told when it is over", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", client(server.ws("/silent"))));
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await toggle(panel, "Simulate hidden", true);
  await expect.poll(() => page.evaluate("log")).toEqual(["open", "hidden true"]);
  await expect(panel.getByRole("status", { name: "Simulation" })).toContainText("hidden");
  await panel.getByRole("button", { name: "End simulation" }).click();
  await expect.poll(() => page.evaluate("log")).toEqual(["open", "hidden true", "visible false"]);
});

test("closing the panel ends it", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", client(server.ws("/silent"))));
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await toggle(panel, OFFLINE, true);
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(false);
  await panel.close();
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(true);
  await page.evaluate("open()");
  await expect.poll(() => page.evaluate("log.filter((line) => line === 'open').length")).toBe(2);
});

test("a page that is loaded meanwhile is in it, its frames too", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  const inner = otherServer.page("/", client(otherServer.ws("/silent")));
  const url = server.page("/", `${client(server.ws("/silent"))}<iframe src="${inner}"></iframe>`);
  await page.goto(url);
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await toggle(panel, OFFLINE, true);
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(false);
  await page.goto(url);
  const frame = page.frameLocator("iframe").locator("html");
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(false);
  await expect.poll(() => frame.evaluate(() => navigator.onLine)).toBe(false);
  await expect.poll(() => page.evaluate("log.includes('close 1006 false 3')")).toBe(true);
  expect(otherServer.connections.filter(({ open }) => open).length).toBeLessThanOrEqual(1);
});
