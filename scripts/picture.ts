import { join } from "node:path";
import { startDemo } from "../demo/start-demo";
import { findChromium } from "./browser";
import { until } from "./chromium/until";
import { interruption } from "./interrupt";
import { root } from "./root";
import { inBrowser } from "./start/in-browser";
import { visit } from "./start/visit";

/** Takes the README's picture of the panel at work: `npm run picture`. */
const FILE = join(root, "docs/panel.png");
const ROWS = 40;

const signal = interruption();
const demo = await startDemo();
try {
  const executablePath = await findChromium();
  await inBrowser({ executablePath, headless: true }, signal, async (extension) => {
    const { frontend, panel } = await visit(extension, `${demo.url}/`, "undocked");
    await frontend.setViewportSize({ width: 1180, height: 640 });
    const frames = panel.getByRole("grid", { name: "Frames" });
    await until("rows", async () => Number(await frames.getAttribute("aria-rowcount")) >= ROWS, {
      timeout: 30_000,
    });
    await frames.getByText("chat-message").last().click();
    await panel.getByRole("region", { name: "Frame details" }).getByRole("tree").waitFor();
    await panel.getByRole("status").hover();
    await frontend.screenshot({ path: FILE });
    console.log(`Picture: ${FILE}`);
  });
} finally {
  await demo.close();
}
process.exit();
