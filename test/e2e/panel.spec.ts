import type { Page } from "@playwright/test";
import { expectRows, frames, row, status } from "../support/grid";
import type { TestServer } from "../support/server";
import { expect, test } from "./fixtures";

/** A page that sends what `ask(...)` is given to an echo, and has a second socket for the test to push to. */
async function openPage(page: Page, server: TestServer): Promise<void> {
  await page.goto(
    server.page(
      "/",
      `<script>
         const echo = new WebSocket("${server.ws("/echo?token=s3cret")}");
         const silent = new WebSocket("${server.ws("/silent")}");
         function ask(...texts) { for (const text of texts) echo.send(text) }
         let opened = 0;
         echo.onopen = silent.onopen = () => { if (++opened === 2) document.title = "ready" };
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("ready");
}

function ask(page: Page, ...texts: string[]): Promise<void> {
  return page.evaluate((texts) => {
    (globalThis as unknown as { ask: (...texts: string[]) => void }).ask(...texts);
  }, texts);
}

test("filter: words, regex, direction, a socket; what is hidden is counted", async ({
  page,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  await ask(page, '{"type":"chat","text":"Hello"}', '{"type":"ping"}', "plain");
  server.push("/silent", "hello from the other socket");
  await expectRows(panel, 7);
  const filter = panel.getByRole("searchbox", { name: "Filter frames" });

  await filter.fill("hello");
  await expectRows(panel, 3);
  await expect(status(panel)).toContainText("4 hidden");
  await filter.fill('/"type":"(chat|ping)"/ dir:sent');
  await expectRows(panel, 2);
  await filter.fill("-ping -plain");
  await expectRows(panel, 3);
  await filter.fill("/[/");
  await expect(panel.getByText(/Invalid regular expression|Unterminated/)).toBeVisible();
  await expectRows(panel, 0);
  await panel.getByRole("button", { name: "Clear filter" }).last().click();
  await expectRows(panel, 7);
  await expect(filter).toHaveValue("");

  await panel.getByRole("button", { name: "Sent" }).click();
  await expectRows(panel, 4);
  await panel.getByRole("button", { name: "Sent" }).click();
  await panel.getByRole("treeitem", { name: /\/silent open/ }).click();
  await expectRows(panel, 1);
  await panel.getByRole("treeitem", { name: "All sockets" }).click();
  await expectRows(panel, 7);
});

test("details: a JSON tree, text, the envelope, bytes", async ({ page, server, sockeye }) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  server.push(
    "/silent",
    '{"type":"chat","id":12345678901234567890,"payload":{"list":[1,2,3]}}',
    "plain <b>text</b>",
    Buffer.from([0, 1, 2, 0x41]),
  );
  await expectRows(panel, 3);
  const details = panel.getByRole("region", { name: "Frame details" });
  await expect(details).toHaveCount(0);
  await row(panel, 1).click();
  await expect(details.getByRole("tab", { name: "Payload" })).toHaveAttribute("aria-selected", "true");
  const tree = details.getByRole("tree");
  await expect(tree).toContainText("12345678901234567890");
  await expect(tree.getByRole("treeitem", { name: /^list/ })).toBeVisible();
  await row(panel, 2).click();
  await expect(details).toContainText("plain <b>text</b>");
  await details.getByRole("tab", { name: "Envelope" }).click();
  await expect(details).toContainText(/received/i);
  await expect(details).toContainText("17 bytes");
  await row(panel, 3).click();
  await details.getByRole("tab", { name: "Hex" }).click();
  await expect(details).toContainText("00 01 02 41");
  await details.getByRole("button", { name: /close/i }).click();
  await expect(details).toHaveCount(0);
});

test("the keyboard reaches everything in the list", async ({ page, context, server, sockeye }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  server.pushAll(
    "/silent",
    Array.from({ length: 300 }, (_, i) => `frame ${i}`),
  );
  await expectRows(panel, 300);
  const grid = frames(panel);
  const details = panel.getByRole("region", { name: "Frame details" });
  const selected = grid.locator("[role=row][aria-selected=true]");
  await panel.bringToFront();
  await grid.focus();
  await grid.press("Home");
  await expect(selected).toContainText("frame 0");
  await grid.press("ArrowDown");
  await expect(selected).toContainText("frame 1");
  await grid.press("End");
  await expect(selected).toContainText("frame 299");
  await grid.press("PageUp");
  await expect(selected).not.toContainText("frame 299");
  await grid.press("Home");
  await grid.press("Enter");
  await expect(details).toContainText("frame 0");
  await grid.press("Control+c");
  await expect.poll(() => panel.evaluate(() => navigator.clipboard.readText())).toBe("frame 0");
  await grid.press("Escape");
  await expect(details).toHaveCount(0);
  await grid.press("/");
  await expect(panel.getByRole("searchbox", { name: "Filter frames" })).toBeFocused();
  await expect(panel.getByRole("searchbox", { name: "Filter frames" })).toHaveValue("");
});

test("the list follows the end, stays where it was scrolled to, and offers the way back", async ({
  page,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  server.pushAll(
    "/silent",
    Array.from({ length: 500 }, (_, i) => `early ${i}`),
  );
  await expect(frames(panel).getByText("early 499")).toBeVisible();
  await frames(panel).focus();
  await frames(panel).press("Home");
  await expect(frames(panel).getByText("early 0", { exact: true })).toBeVisible();
  server.pushAll(
    "/silent",
    Array.from({ length: 120 }, (_, i) => `late ${i}`),
  );
  await expectRows(panel, 620);
  await expect(frames(panel).getByText("early 0", { exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "120 new frames" }).click();
  await expect(frames(panel).getByText("late 119")).toBeVisible();
});

test("a frame that is read stays in sight, whatever follows", async ({ page, server, sockeye }) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  server.pushAll(
    "/silent",
    Array.from({ length: 100 }, (_, i) => `frame ${i}`),
  );
  await expectRows(panel, 100);
  await row(panel, 97).click();
  await expect(panel.getByRole("region", { name: "Frame details" })).toContainText("frame 96");
  await expect(row(panel, 97)).toBeInViewport();
  server.pushAll(
    "/silent",
    Array.from({ length: 100 }, (_, i) => `later ${i}`),
  );
  await expectRows(panel, 200);
  await expect(row(panel, 97)).toBeInViewport();
});

test("clear can be undone", async ({ page, server, sockeye }) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  server.push("/silent", "a", "b", "c");
  await expectRows(panel, 3);
  await panel.getByRole("button", { name: "Clear", exact: true }).click();
  await expectRows(panel, 0);
  await expect(status(panel)).toContainText("0 frames");
  server.push("/silent", "d");
  await expectRows(panel, 1);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expectRows(panel, 4);
  await expect(status(panel)).toContainText("4 frames");
});

test("tokens in addresses are masked", async ({ page, server, sockeye }) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByRole("treeitem", { name: /\/echo open/ })).toContainText("token=");
  await expect(panel.getByText("s3cret", { exact: false })).toHaveCount(0);
});

test("states without frames say what to do", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", "no sockets"));
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByText(/No WebSocket/)).toBeVisible();
  await page.goto(server.page("/one", `<script>new WebSocket("${server.ws("/silent")}")</script>`));
  await expect(status(panel)).toContainText("1 socket");
  await expect(panel.getByText("No frames yet.")).toBeVisible();
});

test("the panel in DevTools opens in a window of its own, with what it shows", async ({
  page,
  context,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  server.push("/silent", "a", "b");
  const { panel } = await sockeye.openDevTools(page, "bottom");
  await expectRows(panel, 2);
  const opened = context.waitForEvent("page");
  await panel.getByRole("button", { name: "Open in window" }).click();
  const own = await opened;
  await expectRows(own, 2);
  await expect(own).toHaveTitle("Sockeye");
});

for (const dock of ["bottom", "right"] as const) {
  test(`docked at the ${dock} everything is in reach`, async ({ page, server, sockeye }) => {
    await openPage(page, server);
    server.push("/silent", "a", "b");
    const { panel } = await sockeye.openDevTools(page, dock);
    await expectRows(panel, 2);
    for (const name of ["Record", "Clear"]) {
      await expect(panel.getByRole("button", { name, exact: true })).toBeInViewport();
    }
    await expect(row(panel, 1)).toBeInViewport();
    await expect(status(panel)).toBeInViewport();
  });
}
