import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Frame } from "playwright";
import type { Extension } from "../chromium/launch";
import { until } from "../chromium/until";
import { visit } from "./visit";

interface Subject {
  url: string;
  /** How many rows the panel should show before the picture is taken. */
  rows: number;
  /** Whether a picture without them is worth nothing. */
  rowsRequired: boolean;
}

const PATIENCE = 15_000;

/** Takes a picture of the DevTools window when frames stand in the panel. */
export async function takePicture(extension: Extension, subject: Subject, file: string): Promise<void> {
  const { frontend, panel } = await visit(extension, subject.url, "undocked");
  try {
    await until(`${subject.rows} rows in the panel`, async () => (await rowsOf(panel)) >= subject.rows, {
      timeout: PATIENCE,
    });
    console.log(`${await rowsOf(panel)} rows stand in the panel.`);
  } catch (error) {
    if (subject.rowsRequired) throw error;
    console.log(`No frames came within ${PATIENCE / 1000} s; here is the panel without.`);
  }
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  await frontend.screenshot({ path });
  console.log(`Picture of DevTools: ${path}`);
}

async function rowsOf(panel: Frame): Promise<number> {
  const grid = panel.getByRole("grid", { name: "Frames" });
  if ((await grid.count()) === 0) return 0;
  return Number(await grid.getAttribute("aria-rowcount"));
}
