import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Frame, Page } from "playwright";
import type { Extension } from "../chromium/launch";
import { until } from "../chromium/until";
import { visit } from "./visit";

interface Subject {
  url: string;
  /** How many rows the panel should show before the picture is taken. */
  rows: number;
  /** Whether it is an error when they do not come. */
  rowsRequired: boolean;
}

const PATIENCE = 15_000;

/** Takes a picture of the DevTools window when frames stand in the panel, or when none came for long. */
export async function takePicture(extension: Extension, subject: Subject, file: string): Promise<void> {
  const { frontend, panel } = await visit(extension, subject.url, "undocked");
  const enough = async () => (await rowsOf(panel)) >= subject.rows;
  const came = await until("rows", enough, { timeout: PATIENCE }).catch(() => false);
  const rows = await rowsOf(panel);
  await save(frontend, resolve(file));
  if (came) {
    console.log(`${rows} rows stood in the panel.`);
    return;
  }
  const message = `Only ${rows} rows came in ${PATIENCE / 1000} s; ${subject.rows} were expected.`;
  if (subject.rowsRequired) throw new Error(`${message}\nThe picture may show why.`);
  console.log(message);
}

async function rowsOf(panel: Frame): Promise<number> {
  const grid = panel.getByRole("grid", { name: "Frames" });
  if ((await grid.count()) === 0) return 0;
  return Number(await grid.getAttribute("aria-rowcount"));
}

async function save(frontend: Page, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await frontend.screenshot({ path });
  console.log(`Picture of DevTools: ${path}`);
}
