import { expectRows, frames, status } from "../support/grid";
import { expect, test } from "./fixtures";

test("a socket of the first inline script and one of an iframe stand in the real DevTools panel", async ({
  page,
  server,
  otherServer,
  sockeye,
}) => {
  const inner = otherServer.page(
    "/inner",
    `<script>new WebSocket("${otherServer.ws("/push?count=1")}&from=iframe").onmessage = () => {}</script>`,
  );
  const url = server.page(
    "/",
    `<script>
       const socket = new WebSocket("${server.ws("/echo")}");
       socket.onopen = () => socket.send("from the first inline script");
     </script>
     <iframe src="${inner}"></iframe>`,
  );
  await page.goto(url);
  const { panel } = await sockeye.openDevTools(page, "undocked");
  await expectRows(panel, 3);
  await expect(frames(panel).getByText("from the first inline script")).toHaveCount(2);
  await expect(status(panel)).toContainText("2 sockets");
  await expect(status(panel)).toContainText("3 frames");
  await expect(status(panel)).toContainText("0 lost");
});

test("the page's first script finds nothing of the tap in RegExp's memory", async ({
  page,
  server,
  sockeye,
}) => {
  const script = "document.title = JSON.stringify([RegExp.lastMatch, RegExp.$1, RegExp.input])";
  await page.goto(server.page("/", `<script>${script}</script>`));
  await expect(page).toHaveTitle('["","",""]');
  expect(sockeye).toBeTruthy();
});
