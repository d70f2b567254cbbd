import type { Page } from "@playwright/test";
import { expectRows, frames, row, status } from "../support/grid";
import { test as base, expect } from "./fixtures";

/** A page with one open socket that writes down what it gets. */
function listening(url: string): string {
  return `<script>
    const log = [];
    const socket = new WebSocket("${url}");
    socket.onopen = () => { document.title = "open" };
    socket.onmessage = ({ data }) => log.push(data);
  </script>`;
}

/** The panel of such a page, whose socket is open at this path. */
const test = base.extend<{ openPanelOf(path?: string): Promise<Page> }>({
  openPanelOf: async ({ page, server, sockeye }, use) => {
    await use(async (path = "/silent") => {
      await page.goto(server.page("/", listening(server.ws(path))));
      await expect(page).toHaveTitle("open");
      return sockeye.openPanelTab(page);
    });
  },
});

function details(panel: Page) {
  return panel.getByRole("region", { name: "Frame details" });
}

test("Replay sends a frame again on the page's own socket: the server gets it twice, the row is marked", async ({
  page,
  server,
  openPanelOf,
}) => {
  const panel = await openPanelOf();
  await page.evaluate(`socket.send('{"type":"order","id":7}')`);
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Replay", exact: true }).click();
  await expectRows(panel, 2);
  await expect(row(panel, 2)).toContainText("Replayed");
  await expect(row(panel, 1)).not.toContainText("Replayed");
  await expect
    .poll(() => server.connections.map(({ received }) => received))
    .toEqual([['{"type":"order","id":7}', '{"type":"order","id":7}']]);
  await expect(panel.getByText("Sent again on #1")).toBeVisible();
});

test("the button on the row under the pointer, and the key R, do the same", async ({
  page,
  server,
  openPanelOf,
}) => {
  const panel = await openPanelOf();
  await page.evaluate(`for (const each of ["a", "b"]) socket.send(each)`);
  await row(panel, 2).hover();
  await row(panel, 2).getByRole("button", { name: "Replay" }).click();
  await expectRows(panel, 3);
  await frames(panel).focus();
  await frames(panel).press("Home");
  await panel.keyboard.press("r");
  await expectRows(panel, 4);
  await expect.poll(() => server.connections[0]?.received).toEqual(["a", "b", "b", "a"]);
});

test("as if received: the page's handlers get it, the server hears nothing", async ({
  page,
  server,
  openPanelOf,
}) => {
  const panel = await openPanelOf();
  server.push("/silent", '{"type":"price","value":3}');
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Replay", exact: true }).click();
  await expect.poll(() => page.evaluate("log")).toEqual(Array(2).fill('{"type":"price","value":3}'));
  await expect(row(panel, 2)).toContainText("Replayed");
  expect(server.connections[0]?.received).toEqual([]);
});

test("bytes go out unchanged", async ({ page, server, openPanelOf }) => {
  const panel = await openPanelOf();
  await page.evaluate("socket.send(new Uint8Array([0, 200, 255]))");
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Replay", exact: true }).click();
  await expect
    .poll(() => server.connections[0]?.received)
    .toEqual([Buffer.from([0, 200, 255]), Buffer.from([0, 200, 255])]);
});

test("Edit and replay: what is written goes out, once, and invalid JSON is said", async ({
  page,
  server,
  openPanelOf,
}) => {
  const panel = await openPanelOf();
  await page.evaluate(`socket.send('{"type":"order","id":7}')`);
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Edit and replay" }).click();
  const composer = panel.getByRole("region", { name: "Composer" });
  const message = composer.getByRole("textbox", { name: "Message" });
  await expect(message).toContainText('"id":7');
  await message.fill('{"type":"order","id":');
  await expect(composer.getByText(/not valid json/i)).toBeVisible();
  await message.fill('{"type":"order","id":8}');
  await composer.getByRole("button", { name: "Send", exact: true }).click();
  await expectRows(panel, 2);
  await expect
    .poll(() => server.connections[0]?.received)
    .toEqual(['{"type":"order","id":7}', '{"type":"order","id":8}']);
});

test("a template is filled from what the server said", async ({ page, server, openPanelOf }) => {
  const panel = await openPanelOf();
  server.push("/silent", '{"type":"room:joined","payload":{"id":"r-42"}}');
  await expectRows(panel, 1);
  await page.evaluate(`socket.send('{"type":"say"}')`);
  await row(panel, 2).click();
  await details(panel).getByRole("button", { name: "Edit and replay" }).click();
  const composer = panel.getByRole("region", { name: "Composer" });
  await composer.getByRole("checkbox", { name: "Templates" }).check();
  await composer
    .getByRole("textbox", { name: "Message" })
    .fill('{"type":"say","room":"{{last "room:joined" "payload.id"}}"}');
  await composer.getByRole("button", { name: "Send", exact: true }).click();
  await expect
    .poll(() => server.connections[0]?.received)
    .toEqual(['{"type":"say"}', '{"type":"say","room":"r-42"}']);
});

test("on a closed socket it says why, and what to do", async ({ page, server, openPanelOf }) => {
  const panel = await openPanelOf();
  await page.evaluate(`socket.send("x")`);
  await expectRows(panel, 1);
  server.connections[0]?.cut();
  await expect(panel.getByRole("treeitem", { name: /#1 .*closed 1006/ })).toBeVisible();
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Replay as" }).click();
  await expect(panel.getByRole("menuitem", { name: "Send again on #1" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(panel.getByText("#1 is closed. Use a new connection.").first()).toBeVisible();
});

test("on a new connection: the client opens one like it, and sends the frame there once", async ({
  page,
  server,
  openPanelOf,
}) => {
  const panel = await openPanelOf("/echo?room=9");
  await page.evaluate(`socket.send("hello")`);
  await row(panel, 1).click();
  await details(panel).getByRole("button", { name: "Replay as" }).click();
  await panel.getByRole("menuitem", { name: "On a new connection" }).click();
  await expect.poll(() => server.connections.map(({ received }) => received)).toEqual([["hello"], ["hello"]]);
  expect(server.connections[1]?.url.search).toBe("?room=9");
  // From the page: its origin, as the page's own socket.
  expect(server.connections[1]?.headers.origin).toBe(server.connections[0]?.headers.origin);
  await expect(panel.getByRole("treeitem", { name: /#2 .*replay.*open/ })).toBeVisible();
  // The page knows nothing of it: what comes back is the client's.
  await expectRows(panel, 4);
  expect(await page.evaluate("log")).toEqual(["hello"]);
  await expect(status(panel)).toContainText("2 sockets");
});
