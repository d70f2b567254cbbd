import type { Locator, Page } from "@playwright/test";
import { frames, row } from "../support/grid";
import { expect } from "./fixtures";
import { press, test } from "./support/dialects";
import { fact, filterBox, frameCells, heartbeat, showView } from "./support/reading";

const ANSWERED = /^\d[\d,.]* ms$/;
/** The pages beat every 1.5 s; a busy machine may be late. */
const BEAT = /^1\.[4-7] s$/;

async function expectLiving(region: Locator, style: string): Promise<void> {
  await expect(fact(region, "Style")).toHaveText(style);
  await expect(fact(region, "RTT median")).toHaveText(ANSWERED);
  await expect(fact(region, "RTT p95")).toHaveText(ANSWERED);
  await expect(fact(region, "Interval")).toHaveText(BEAT);
  await expect(fact(region, "Missed")).toHaveText("0");
}

async function openHeartbeat(panel: Page): Promise<Locator> {
  await showView(panel, "Heartbeat");
  return heartbeat(panel, 1);
}

test("philjs: a JSON ping and its pong, by figures, picture and list", async ({ openPanelOf }) => {
  const panel = await openPanelOf("philjs");
  const region = await openHeartbeat(panel);
  await expectLiving(region, "JSON ping/pong");
  await expect(
    region.getByRole("img", { name: /^\d+ beats, interval .*, RTT median .* ms, .*0 missed/ }),
  ).toBeVisible();
  await expect(region.getByRole("list", { name: "Verdict" })).not.toContainText("no answer");

  const beats = region.getByRole("button", { name: "Beats", exact: true });
  await beats.click();
  await expect(beats).toHaveAttribute("aria-expanded", "true");
  const list = region.getByRole("list", { name: "Beats, newest first" });
  await list.getByRole("listitem").last().getByRole("button").click();
  await expect(frames(panel)).toBeFocused();
  await expect(frames(panel).locator("[aria-selected=true]")).toContainText('{"type":"ping"');
});

test("warpkit: 2 and 3, then one that nobody answers", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("warpkit");
  const region = await openHeartbeat(panel);
  await expectLiving(region, "digits 2/3, page asks");
  await press(page, "Silence");
  await expect(fact(region, "Missed")).toHaveText("1");
  await expect(region.getByRole("list", { name: "Verdict" })).toContainText(/1 of \d beats got no answer/);
  await expect(region.getByRole("img", { name: /, 1 missed, / })).toBeVisible();
  await region.getByRole("button", { name: "Beats", exact: true }).click();
  await expect(region.getByRole("listitem").filter({ hasText: "no answer" }).last()).toBeVisible();
  await expect(heartbeat(panel, 2)).toBeVisible();
});

test("recker: whatever comes answers __heartbeat__, until nothing does", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("recker");
  const region = await openHeartbeat(panel);
  await expectLiving(region, "__heartbeat__, answered by anything");
  await press(page, "Silence");
  await expect(fact(region, "Missed")).toHaveText("1");
  await expect(region.getByRole("list", { name: "Verdict" })).toContainText(
    'Closed with 4000 "heartbeat timeout": somebody missed a sign of life.',
  );
});

test("socket.io: where the server asks only gaps can be seen", async ({ openCapture }) => {
  const panel = await openCapture("protocols/socket-io.jsonl");
  const region = await openHeartbeat(panel);
  await expect(fact(region, "Style")).toHaveText("Engine.IO 2/3, server asks");
  await expect(fact(region, "Interval")).toHaveText("25.0 s");
  await expect(fact(region, "RTT median")).toContainText("the server asks: only gaps can be seen");
  await expect(fact(region, "RTT p95")).not.toHaveText(/\d/);
  await expect(fact(region, "Gap max")).toHaveText("25.0 s");
  await expect(fact(region, "Missed")).toHaveText("0");
  await expect(fact(region, "Beats")).toHaveText("3");
  await showView(panel, "Frames");
  await filterBox(panel).fill("kind:heartbeat");
  await expect(frameCells(panel, "Direction")).toHaveText(
    Array(3)
      .fill([/received/, /sent/])
      .flat(),
  );
  await expect(row(panel, 1)).toContainText("2");
});

test("universal: the server's own pings are invisible, and the panel says so", async ({ openPanelOf }) => {
  const panel = await openPanelOf("universal");
  const region = await openHeartbeat(panel);
  await expect(fact(region, "Style")).toHaveText("none seen");
  await expect(fact(region, "Missed")).toHaveText("0");
  await expect(region.getByRole("list", { name: "Verdict" })).toContainText("invisible to any script");
});
