import { expectRows, status } from "../support/grid";
import { expect, test } from "./fixtures";

test("a socket of a worker is a row that says why its frames are not seen", async ({
  page,
  server,
  sockeye,
}) => {
  await page.goto(server.page("/", "a page with a worker"));
  const panel = await sockeye.openPanelTab(page);
  await expect(panel.getByText("No WebSocket opened yet.")).toBeVisible();
  const script = `const s = new WebSocket("${server.ws("/push?count=3")}"); s.onopen = () => s.send("hi")`;
  await page.evaluate((script) => {
    new WebSocket(script.match(/ws:[^"]+/)?.[0].replace("/push?count=3", "/silent") ?? "");
    new Worker(`data:text/javascript,${encodeURIComponent(script)}`);
  }, script);
  await expect.poll(() => server.connections.length).toBe(2);
  const socket = panel.getByRole("treeitem", { name: /\/push in a worker/ });
  await expect(socket).toBeVisible();
  await expect(status(panel)).toContainText("2 sockets");
  await socket.click();
  await expect(panel.getByText("The frames of this socket cannot be seen.")).toBeVisible();
  await expectRows(panel, 0);
});
