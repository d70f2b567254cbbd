import { row } from "../support/grid";
import { expect, test } from "./fixtures";

const PAGE = (url: string) => `<script>
  const log = [];
  const socket = new WebSocket("${url}");
  socket.onopen = () => { document.title = "open" };
  socket.onclose = ({ code }) => log.push(code);
</script>`;

test("in DevTools themselves: replay, simulate, and the end of both with DevTools", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", PAGE(server.ws("/silent"))));
  await expect(page).toHaveTitle("open");
  const devTools = await sockeye.openDevTools(page);
  const { panel } = devTools;
  await page.evaluate(`socket.send("once")`);
  await row(panel, 1).click();
  await panel
    .getByRole("region", { name: "Frame details" })
    .getByRole("button", { name: "Replay", exact: true })
    .click();
  await expect.poll(() => server.connections[0]?.received).toEqual(["once", "once"]);
  await panel.getByRole("switch", { name: "Simulate offline" }).click();
  await expect.poll(() => page.evaluate("[navigator.onLine, ...log]")).toEqual([false, 1006]);
  await devTools.close();
  await expect.poll(() => page.evaluate("navigator.onLine")).toBe(true);
});

test("in DevTools themselves: the replay client's own handshake carries the headers that were asked for", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", "no sockets"));
  const { panel } = await sockeye.openDevTools(page);
  await panel.getByRole("tab", { name: "Replay" }).click();
  await panel.getByRole("radio", { name: "Extension" }).check();
  await panel.getByRole("textbox", { name: "URL", exact: true }).fill(server.ws("/silent"));
  for (const name of ["Origin", "Authorization"]) {
    await panel.getByRole("button", { name: "Add header" }).click();
    await expect(panel.getByRole("combobox", { name: "Header name" }).last()).toHaveValue(name);
  }
  await panel.getByRole("textbox", { name: "Value of Origin" }).fill("https://app.example");
  await panel.getByRole("textbox", { name: "Value of Authorization" }).fill("Bearer t0p");
  await panel.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(panel.getByRole("status", { name: "Connection state" })).toContainText(/^connected/);
  expect(server.connections[0]?.headers).toMatchObject({
    origin: "https://app.example",
    authorization: "Bearer t0p",
  });
});
