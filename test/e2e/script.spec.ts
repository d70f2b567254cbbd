import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectRows, row } from "../support/grid";
import { test as base, expect } from "./fixtures";

/** A page that asks and is answered, over an echoing server. */
function asking(url: string): string {
  return `<script>
    const socket = new WebSocket("${url}");
    socket.onopen = () => {
      socket.send('{"type":"order","item":"tea"}');
      socket.send('{"type":"bill"}');
    };
  </script>`;
}

function script(panel: Page) {
  return panel.getByRole("region", { name: "Script" });
}

function steps(panel: Page) {
  return panel.getByRole("grid", { name: "Steps" });
}

/** Selects all frames of the list, and makes a script of them. */
async function makeScript(panel: Page): Promise<void> {
  await expectRows(panel, 4);
  await row(panel, 1).click();
  await row(panel, 4).click({ modifiers: ["Shift"] });
  await expect(panel.getByRole("status", { name: "Selection" })).toContainText("4 frames selected");
  await panel.getByRole("button", { name: "Make a script" }).click();
  await expect(script(panel)).toBeVisible();
  await expect(steps(panel).getByText("Send", { exact: true })).toHaveCount(2);
}

/** The panel of such a page, with a script made of its frames. */
const test = base.extend<{ openScript(): Promise<Page> }>({
  openScript: async ({ page, server, sockeye }, use) => {
    await use(async () => {
      await page.goto(server.page("/", asking(server.ws("/echo"))));
      const panel = await sockeye.openPanelTab(page);
      await makeScript(panel);
      return panel;
    });
  },
});

test("frames that are selected become a script; it runs on the live socket, and what it expects comes", async ({
  server,
  openScript,
}) => {
  const panel = await openScript();
  await script(panel).getByRole("radio", { name: "No pauses" }).check();
  await script(panel).getByRole("button", { name: "Run", exact: true }).click();
  await expect(script(panel).getByRole("status", { name: "Script state" })).toContainText(/Done/);
  await expect(steps(panel).getByText(/^Passed/)).toHaveCount(2);
  await expect
    .poll(() => server.connections[0]?.received)
    .toEqual(Array(2).fill(['{"type":"order","item":"tea"}', '{"type":"bill"}']).flat());
});

test("what never comes fails in its time, and says what was waited for", async ({ openScript }) => {
  const panel = await openScript();
  await steps(panel).getByText("Expect", { exact: true }).first().click();
  const step = panel.getByRole("region", { name: "Step", exact: true });
  await step.getByRole("textbox", { name: "Name" }).fill("never");
  await step.getByLabel("Timeout in ms").fill("300");
  await script(panel).getByRole("radio", { name: "No pauses" }).check();
  await script(panel).getByRole("button", { name: "Run", exact: true }).click();
  await expect(script(panel).getByRole("status", { name: "Script state" })).toContainText("1 failed");
  await steps(panel).getByText("Failed").first().click();
  await expect(panel.getByRole("region", { name: "Why it failed" })).toContainText("Waited for: never");
});

test("a script is saved, found again by another panel, exported and imported", async ({
  page,
  sockeye,
  openScript,
}, testInfo) => {
  const panel = await openScript();
  await script(panel).getByRole("textbox", { name: "Script name" }).fill("Tea");
  await script(panel).getByRole("button", { name: "Save", exact: true }).click();
  const download = panel.waitForEvent("download");
  await script(panel).getByRole("button", { name: "Export script" }).click();
  const file = testInfo.outputPath("tea.json");
  await (await download).saveAs(file);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ format: "sockeye-script", name: "Tea" });
  await panel.close();

  const next = await sockeye.openPanelTab(page);
  await next.getByRole("tab", { name: "Replay" }).click();
  await next.getByRole("tab", { name: "Script" }).click();
  await script(next).getByRole("combobox", { name: "Saved scripts" }).selectOption({ label: "Tea" });
  await expect(steps(next).getByText("Send", { exact: true })).toHaveCount(2);
  await script(next).getByLabel("Import script file").setInputFiles(file);
  await expect(script(next).getByRole("status", { name: "Script note" })).toContainText(/Imported/);
});

test("a file that is no script says why, and what is there stays", async ({ openScript }) => {
  const panel = await openScript();
  const buffer = Buffer.from('{"format":"sockeye-script","version":1,"name":"x","steps":[{"kind":"jump"}]}');
  await script(panel)
    .getByLabel("Import script file")
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
  await expect(script(panel).getByRole("list", { name: "Problems of the script" })).toContainText(/step 1/i);
  await expect(steps(panel).getByText("Send", { exact: true })).toHaveCount(2);
});
