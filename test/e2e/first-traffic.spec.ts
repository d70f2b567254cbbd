import { frames, rowCount, status } from "../support/grid";
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
  const { panel, frontend } = await sockeye.openDevTools(page, "undocked");
  await expect(frames(panel)).toHaveAttribute("aria-rowcount", "3");
  await expect(frames(panel).getByText("from the first inline script")).toHaveCount(2);
  await expect(status(panel)).toContainText("2 sockets");
  await expect(status(panel)).toContainText("3 frames");
  await expect(status(panel)).toContainText("0 lost");
  expect(await rowCount(panel)).toBe(3);
  await frontend.screenshot({ path: "out/first-traffic.png" });
});
