import { rm, writeFile } from "node:fs/promises";
import { expectRows, frames, row, status } from "../support/grid";
import { expect, test } from "./fixtures";

test("every kind of content, both ways, in order", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         const socket = new WebSocket("${server.ws("/echo")}", ["v2", "v1"]);
         socket.onopen = () => {
           const bytes = new Uint8Array([0, 1, 2, 250, 251, 252]);
           socket.send("");
           socket.send("Grüße 🚆");
           socket.send("lone \\ud800");
           socket.send(bytes.buffer);
           socket.send(new DataView(bytes.buffer, 3));
           socket.send(new Blob(["in a blob"]));
           socket.send({ toString: () => "an object" });
           bytes.fill(7);
         };
         let count = 0;
         socket.onmessage = () => { if (++count === 7) socket.close(4001, "enough") };
       </script>`,
    ),
  );
  await expect.poll(() => server.connections[0]?.closed).toEqual({ code: 4001, reason: "enough" });
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 14);
  const cells = (index: number) => row(panel, index).getByRole("gridcell").allTextContents();
  await expect(row(panel, 2)).toContainText("Grüße 🚆");
  await expect(row(panel, 3)).toContainText("lone \ufffd");
  await expect(row(panel, 4)).toContainText("00 01 02 fa fb fc");
  await expect(row(panel, 5)).toContainText("fa fb fc");
  await expect(row(panel, 6)).toContainText("69 6e 20 61 20 62 6c 6f 62");
  await expect(row(panel, 7)).toContainText("an object");
  expect((await cells(1)).join(" ")).toMatch(/sent.* 0 B /);
  expect((await cells(2)).join(" ")).toMatch(/sent.* 12 B /);
  expect((await cells(9)).join(" ")).toMatch(/received.* 12 B /);
  await expect(row(panel, 13)).toContainText("69 6e 20 61 20 62 6c 6f 62");
  const socket = panel.getByRole("treeitem", { name: /#1 .*4001/ });
  await socket.click();
  await panel.getByRole("button", { name: "About socket #1" }).click();
  await expect(panel.getByText("v2, v1")).toBeVisible();
  await expect(panel.getByText(/enough/)).toBeVisible();
});

test("sockets that fail: refused, cut, closed by either side, at once", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         new WebSocket("${server.ws("/nobody-is-here")}");
         new WebSocket("${server.ws("/cut")}");
         new WebSocket("${server.ws("/close?code=4002&reason=no")}");
         new WebSocket("${server.ws("/silent")}").close();
         try { new WebSocket("mailto:x") } catch { document.title = "threw" }
         try { new WebSocket("${server.ws("/echo")}").send("too early") } catch { document.title += " twice" }
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("threw twice");
  const panel = await sockeye.openPanelTab(page);
  for (const name of [/#1 .*1006/, /#2 .*1006/, /#3 .*4002/, /#4 .*1006/, /#5 .*open/]) {
    await expect(panel.getByRole("treeitem", { name })).toBeVisible();
  }
  await expect(status(panel)).toContainText("5 sockets");
  await expectRows(panel, 0);
});

test("what is sent on a closing socket is marked: it never went out", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         const socket = new WebSocket("${server.ws("/echo")}");
         socket.onopen = () => { socket.close(); socket.send("too late") };
       </script>`,
    ),
  );
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 1);
  await expect(row(panel, 1)).toContainText("not sent");
  await expect(frames(panel)).toContainText("too late");
});

test("identical frames of the same millisecond are rows of their own", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", `<script>new WebSocket("${server.ws("/silent")}")</script>`));
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  server.push("/silent", ...Array.from({ length: 200 }, () => "same"));
  await expectRows(panel, 200);
});

test("a file that is gone when it is read silences nothing", async ({ page, server, sockeye }, testInfo) => {
  const path = testInfo.outputPath("file.txt");
  await writeFile(path, "content");
  await page.goto(
    server.page(
      "/",
      `<input type="file"><script>
         const socket = new WebSocket("${server.ws("/echo")}");
         socket.onopen = () => { document.title = "open" };
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("open");
  const panel = await sockeye.openPanelTab(page);
  await expect(status(panel)).toContainText("1 socket");
  await page.locator("input").setInputFiles(path);
  await rm(path);
  await page.evaluate(`{
    const file = document.querySelector("input").files[0];
    new WebSocket("${server.ws("/silent")}").onopen = ({ target }) => {
      target.send(file);
      for (const text of ["one", "two"]) target.send(text);
    };
  }`);
  await expect(frames(panel).getByText("two", { exact: true }).last()).toBeVisible();
  await expect(row(panel, 1)).toContainText("content not kept");
});

test("empty frames are frames", async ({ page, server, sockeye }) => {
  await page.goto(
    server.page(
      "/",
      `<script>
         const socket = new WebSocket("${server.ws("/echo")}");
         socket.binaryType = "arraybuffer";
         socket.onopen = () => { socket.send(""); socket.send(new ArrayBuffer(0)); socket.send(new Blob([])) };
       </script>`,
    ),
  );
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 6);
  await expect(status(panel)).toContainText("6 frames");
  await expect(status(panel)).toContainText("0 lost");
});
