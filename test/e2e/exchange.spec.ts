import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import type { Frame } from "playwright";
import { expectRows, row, status } from "../support/grid";
import type { TestServer } from "../support/server";
import { expect, test } from "./fixtures";
import { importedSockets, importIntoNetworkPanel, showPanel } from "./support/network-panel";

/** A page whose socket said one of each, and was closed by the page. */
async function openPage(page: Page, server: TestServer): Promise<void> {
  await page.goto(
    server.page(
      "/app",
      `<script>
         const socket = new WebSocket("${server.ws("/echo?token=hunter2&room=a")}", ["v2", "v1"]);
         socket.onopen = () => {
           socket.send('{"type":"auth","token":"hunter2"}');
           socket.send(new Uint8Array([0, 1, 2, 250]));
           socket.send("");
         };
         let count = 0;
         socket.onmessage = () => { if (++count === 3) socket.close(4001, "enough") };
         socket.onclose = () => { document.title = "done" };
       </script>`,
    ),
  );
  await expect(page).toHaveTitle("done");
}

async function chooseExport(panel: Page | Frame, item: "HAR" | "Capture"): Promise<void> {
  await panel.getByRole("button", { name: "Export" }).click();
  await panel.getByRole("menu", { name: "Export" }).getByRole("menuitem", { name: item }).click();
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

function importFile(panel: Page | Frame, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  return panel.getByLabel("Import file").setInputFiles(file);
}

function group(panel: Page | Frame, file: string): Locator {
  return panel.getByRole("treeitem", { name: `${file} (imported)` });
}

async function exported(panel: Page, item: "HAR" | "Capture"): Promise<{ name: string; text: string }> {
  const started = panel.waitForEvent("download");
  await chooseExport(panel, item);
  const download = await started;
  return { name: download.suggestedFilename(), text: await contentOf(download) };
}

test("a HAR goes out with its tokens masked, and comes back beside the page's own", async ({
  page,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 6);
  await panel.getByRole("button", { name: "Export" }).click();
  await expect(panel.getByText("3 values of token in #1")).toBeVisible();
  await panel.keyboard.press("Escape");
  const { name, text } = await exported(panel, "HAR");
  expect(name).toMatch(/^sockeye-127\.0\.0\.1-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.har$/);
  expect(text).not.toContain("hunter2");
  const { log } = JSON.parse(text);
  expect(log).toMatchObject({ version: "1.2", creator: { name: "Sockeye" } });
  const [entry] = log.entries;
  expect(entry._webSocketMessages).toHaveLength(6);
  expect(entry._webSocketMessages.slice(0, 3)).toEqual([
    { type: "send", time: expect.any(Number), opcode: 1, data: '{"type":"auth","token":"****"}' },
    { type: "send", time: expect.any(Number), opcode: 2, data: "AAEC+g==" },
    { type: "send", time: expect.any(Number), opcode: 1, data: "" },
  ]);
  expect(entry.request.url).toContain("?token=****&room=a");
  expect(entry._sockeye).toMatchObject({ code: 4001, reason: "enough", clean: true, asked: ["v2", "v1"] });
  expect(Math.abs(entry._webSocketMessages[0].time - Date.now() / 1000)).toBeLessThan(60);

  await importFile(panel, "back.har", text);
  await expect(group(panel, "back.har")).toBeVisible();
  await expectRows(panel, 12);
  await expect(status(panel)).toContainText("2 sockets");
  await expect(panel.getByRole("treeitem", { name: "#2 /echo closed 4001 6 frames" })).toBeVisible();
  await group(panel, "back.har").click();
  await expectRows(panel, 6);
  await expect(row(panel, 1)).toContainText('{"type":"auth","token":"****"}');

  await page.reload();
  await expect(group(panel, "back.har")).toBeVisible();
  await expectRows(panel, 6);
  await panel.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(group(panel, "back.har")).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(group(panel, "back.har")).toBeVisible();
  await panel.getByRole("button", { name: "Remove back.har" }).click();
  await expect(group(panel, "back.har")).toHaveCount(0);
});

test("a capture goes out unmasked when asked for, and comes back in another panel", async ({
  page,
  context,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  const panel = await sockeye.openPanelTab(page);
  await expectRows(panel, 6);
  await panel.bringToFront();
  await panel.getByRole("button", { name: "Export" }).focus();
  await panel.keyboard.press("Enter");
  const mask = panel.getByRole("menuitemcheckbox", { name: "Mask tokens" });
  await panel.keyboard.press("End");
  await expect(mask).toBeFocused();
  await panel.keyboard.press("Space");
  await expect(mask).toHaveAttribute("aria-checked", "false");
  await panel.keyboard.press("ArrowUp");
  const started = panel.waitForEvent("download");
  await panel.keyboard.press("Enter");
  const text = await contentOf(await started);
  await expect(panel.getByRole("button", { name: "Export" })).toBeFocused();
  const [head, ...lines] = text.trimEnd().split("\n");
  expect(JSON.parse(head ?? "")).toMatchObject({ sockeye: "capture", version: 1, masked: false });
  expect(lines).toHaveLength(7);
  expect(text).toContain("hunter2");

  const empty = await context.newPage();
  await empty.goto(server.page("/empty", "no sockets"));
  const other = await sockeye.openPanelTab(empty);
  await importFile(other, "capture.jsonl", text);
  await expectRows(other, 6);
  await expect(other.getByRole("treeitem", { name: "#1 /echo closed 4001 6 frames" })).toBeVisible();
  await expect(row(other, 2)).toContainText("00 01 02 fa");
});

test("what cannot be imported is said, where the user looks", async ({ page, server, sockeye }) => {
  await page.goto(server.page("/", "no sockets"));
  const panel = await sockeye.openPanelTab(page);
  await importFile(panel, "broken.har", '{"log":{"entries":[{"_resourceType"');
  await expect(panel.getByRole("alert")).toContainText("broken.har was not imported");
  await panel.getByRole("button", { name: "Dismiss" }).click();
  await expect(panel.getByRole("alert")).toHaveCount(0);

  const message = { type: "receive", time: 1_800_000_000, opcode: 1, data: "kept" };
  const entry = {
    _resourceType: "websocket",
    request: { url: "wss://a.test/" },
    _webSocketMessages: [message, { ...message, time: undefined }],
  };
  await importFile(panel, "partly.har", JSON.stringify({ log: { entries: [entry] } }));
  await expect(panel.getByRole("alert")).toContainText(
    "Entry 1: time is missing. 1 of 2 frames were imported.",
  );
  await expectRows(panel, 1);
});

test("both work in DevTools, and Chrome's own Network panel takes the HAR", async ({
  page,
  server,
  sockeye,
}) => {
  await openPage(page, server);
  const { frontend, panel } = await sockeye.openDevTools(page, "right");
  await expectRows(panel, 6);
  const started = frontend.waitForEvent("download");
  await chooseExport(panel, "HAR");
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/\.har$/);
  const text = await contentOf(download);

  await importFile(panel, "back.har", text);
  await expect(group(panel, "back.har")).toBeVisible();
  await expectRows(panel, 12);

  await importIntoNetworkPanel(frontend, text);
  await expect
    .poll(() => importedSockets(frontend))
    .toEqual([
      {
        url: expect.stringContaining("/echo?token=****&room=a"),
        type: "websocket",
        status: 101,
        frames: [
          { type: "send", opCode: 1, text: '{"type":"auth","token":"****"}' },
          { type: "send", opCode: 2, text: "AAEC+g==" },
          { type: "send", opCode: 1, text: "" },
          { type: "receive", opCode: 1, text: '{"type":"auth","token":"****"}' },
          { type: "receive", opCode: 2, text: "AAEC+g==" },
          { type: "receive", opCode: 1, text: "" },
        ],
      },
    ]);

  await showPanel(frontend, "network");
  await frontend.getByText("echo?token=****").first().click();
  await frontend.getByRole("tab", { name: "Messages" }).click();
  await expect(frontend.getByText('{"type":"auth","token":"****"}').first()).toBeVisible();
});
