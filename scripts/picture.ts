import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright";
import { startDemo } from "../demo/start-demo";
import { findChromium } from "./browser";
import { until } from "./chromium/until";
import { interruption } from "./interrupt";
import { root } from "./root";
import { inBrowser } from "./start/in-browser";
import { visit } from "./start/visit";

/** Takes the README's pictures of the panel at work: `npm run picture`. */
const FOLDER = join(root, "docs/pictures");
const SIZE = { width: 1180, height: 640 };

/** What each picture shows: a page of the demo, and what is done before it is taken. */
const PICTURES: readonly { name: string; path: string; rows: number; show(panel: Frame): Promise<void> }[] = [
  {
    name: "frames",
    path: "/",
    rows: 40,
    async show(panel) {
      await panel.getByRole("grid", { name: "Frames" }).getByText("chat-message").last().click();
      await panel.getByRole("region", { name: "Frame details" }).getByRole("tree").waitFor();
    },
  },
  {
    name: "rooms",
    path: "/dialects/philjs",
    rows: 60,
    async show(panel) {
      await panel.getByRole("tab", { name: "Rooms" }).click();
      await panel.getByRole("grid", { name: "Rooms" }).getByText("room-abc").first().click();
    },
  },
  {
    name: "heartbeat",
    path: "/dialects/warpkit",
    rows: 50,
    async show(panel) {
      await panel.getByRole("tab", { name: "Heartbeat" }).click();
    },
  },
  {
    name: "session",
    path: "/dialects/warpkit",
    rows: 50,
    async show(panel) {
      await panel.getByRole("treeitem", { name: /^session/ }).click();
      await panel.getByRole("button", { name: /^Session/ }).click();
    },
  },
  {
    name: "replay",
    path: "/dialects/warpkit?drops=no",
    rows: 12,
    async show(panel) {
      await panel.getByRole("tab", { name: "Replay" }).click();
      await panel.getByRole("button", { name: "Connect", exact: true }).click();
      const log = panel.getByRole("log", { name: "Client events" });
      await log.getByText("connected", { exact: true }).first().waitFor();
      await panel.getByRole("textbox", { name: "Room" }).fill("account:a1");
      await panel.getByRole("button", { name: "Join" }).click();
      for (let outage = 0; outage < 3; outage++) {
        await panel.getByRole("button", { name: "Reconnect now" }).or(log).first().waitFor();
        const cut = '{"type":"demo.cut"}';
        await panel.getByRole("textbox", { name: "Message" }).fill(cut);
        await panel.getByRole("button", { name: "Send", exact: true }).click();
        await log.getByText("Connected again").nth(outage).waitFor();
      }
    },
  },
  {
    name: "offline",
    path: "/dialects/philjs?drops=no",
    rows: 20,
    async show(panel) {
      const offline = panel.getByRole("switch", { name: "Simulate offline" });
      await offline.click();
      await panel.getByRole("treeitem", { name: /^#4 .*closed/ }).waitFor();
      await offline.click();
      await panel.getByRole("treeitem", { name: /^#[5-9] .* open/ }).waitFor();
      await panel.getByRole("button", { name: "Report", exact: true }).click();
      await panel.getByRole("dialog", { name: "Outage report" }).getByText("Rooms rejoined").waitFor();
    },
  },
];

const signal = interruption();
const demo = await startDemo();
try {
  await mkdir(FOLDER, { recursive: true });
  const executablePath = await findChromium();
  for (const { name, path, rows, show } of PICTURES) {
    await inBrowser({ executablePath, headless: true }, signal, async (extension) => {
      const { frontend, panel } = await visit(extension, demo.url + path, "undocked");
      await frontend.setViewportSize(SIZE);
      const frames = panel.getByRole("grid", { name: "Frames" });
      await until("rows", async () => Number(await frames.getAttribute("aria-rowcount")) >= rows, {
        timeout: 60_000,
      });
      await show(panel);
      await panel.getByRole("status", { name: "Capture status" }).hover();
      const file = join(FOLDER, `${name}.png`);
      await frontend.screenshot({ path: file });
      console.log(`Picture: ${file}`);
    });
  }
} finally {
  await demo.close();
}
process.exit();
