import { expectRows, frames } from "../support/grid";
import { expect } from "./fixtures";
import { press, test } from "./support/dialects";
import { filterBox, finding, frameCells, frameRows, openFindings, sockets } from "./support/reading";

const EARLY = "2 joins sent before the page authenticated on the same socket: account:a1, project:p7";
const DOUBLE = "2 joins for rooms that the socket was in or had asked for: account:a1, project:p7";

test("warpkit: a reconnect joins before auth and twice; the frames that show it are one click away", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("warpkit");
  await press(page, "Drop me");
  await expect(sockets(panel).getByRole("treeitem", { name: /^session, 2 sockets, open/ })).toBeVisible();
  let findings = await openFindings(panel);
  const early = finding(findings, EARLY);
  await expect(early).toContainText("Warning");
  await expect(early).toContainText("Authenticate first and join when the server has accepted it");
  await early.getByRole("button", { name: "Show 2 frames" }).click();

  await expectRows(panel, 2);
  await expect(frames(panel)).toBeFocused();
  await expect(findings).toHaveCount(0);
  await expect(frameCells(panel, "Name")).toHaveText(["room.join", "room.join"]);
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await expect(frameCells(panel, "Direction")).toHaveText([/sent/, /sent/]);
  const [firstRow] = await frames(panel)
    .locator("[role=row][aria-rowindex]")
    .evaluateAll((rows) => rows.map(({ id }) => id));
  await panel.getByRole("button", { name: "Back" }).click();
  await filterBox(panel).fill('socket:2 room:"account:a1"');
  // Of the two joins of the second socket the first is the early one.
  await expectRows(panel, 2);
  await expect(frames(panel).locator("[role=row][aria-rowindex='1']")).toHaveAttribute("id", firstRow ?? "");
  await filterBox(panel).fill("");

  findings = await openFindings(panel);
  await finding(findings, DOUBLE).getByRole("button", { name: "Show 2 frames" }).click();
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await expect(frames(panel).locator("[role=row][aria-rowindex='1']")).not.toHaveAttribute(
    "id",
    firstRow ?? "",
  );
});

test("a finding is dismissed, counted, and brought back", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("warpkit");
  await press(page, "Drop me");
  await expect(sockets(panel).getByRole("treeitem", { name: /^session, 2 sockets, open/ })).toBeVisible();
  const findings = await openFindings(panel);
  await expect(finding(findings, DOUBLE)).toContainText("Note");
  await finding(findings, EARLY).getByRole("button", { name: "Dismiss" }).click();
  await expect(finding(findings, "Dismissed:")).toContainText(EARLY);
  await expect(finding(findings, EARLY).getByRole("button", { name: "Show 2 frames" })).toHaveCount(0);
  await expect(findings).toContainText("1 dismissed");
  await expect(findings.getByRole("button", { name: "Undo" })).toBeFocused();
  await panel.keyboard.press("Enter");
  await expect(finding(findings, EARLY).getByRole("button", { name: "Show 2 frames" })).toBeVisible();
  await expect(findings).not.toContainText("dismissed");

  await finding(findings, DOUBLE).getByRole("button", { name: "Dismiss" }).click();
  await expect(findings.getByRole("button", { name: "Undo" })).toBeFocused();
  await panel.keyboard.press("Escape");
  await expect(findings).toHaveCount(0);
  const again = await openFindings(panel);
  await expect(finding(again, EARLY)).toBeVisible();
  await expect(finding(again, DOUBLE)).toHaveCount(0);
  await again.getByRole("button", { name: "show", exact: true }).click();
  await finding(again, DOUBLE).getByRole("button", { name: "Restore" }).click();
  await expect(finding(again, DOUBLE).getByRole("button", { name: "Dismiss" })).toBeVisible();
});

test("warpkit: a token in the address is told, and not shown", async ({ openPanelOf }) => {
  const panel = await openPanelOf("warpkit");
  const findings = await openFindings(panel);
  const token = finding(findings, "What looks like a secret in the address of 1 socket: token");
  await expect(token).toContainText("Warning");
  await expect(token).toContainText("logs of servers and proxies");
  await expect(panel.getByText("token=t1")).toHaveCount(0);
  await token.getByRole("button", { name: "Show 1 socket" }).click();
  await filterBox(panel).fill("room.join");
  await expectRows(panel, 2);
});

test("philjs: no token, no early join: none of these is claimed", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("philjs");
  await press(page, "Hostile");
  const findings = await openFindings(panel);
  const poisoned = finding(
    findings,
    "1 frame with keys that poison objects (__proto__, constructor, prototype)",
  );
  await expect(poisoned).toContainText("Drop these keys when parsing");
  await expect(finding(findings, "secret in the address")).toHaveCount(0);
  await expect(finding(findings, "before the page authenticated")).toHaveCount(0);
  await expect(finding(findings, "joins for rooms")).toHaveCount(0);

  await poisoned.getByRole("button", { name: "Show 1 frame" }).click();
  await expect(
    frameRows(panel, { Direction: "received", Preview: /"__proto__":\{"admin":true\}/ }),
  ).toHaveCount(1);
  await expectRows(panel, 1);
  await panel.getByRole("button", { name: "Back" }).click();
  const again = await openFindings(panel);
  const invalid = finding(again, /frames that should be JSON and can't be parsed/);
  await invalid.getByRole("button", { name: /^Show \d+ frames$/ }).click();
  await expect(frameRows(panel, { Preview: /Not JSON.*"payload":\{"text":,/ })).toHaveCount(1);
  await expect(frameRows(panel, { Preview: /Not JSON\{'type': 'message'\}/ })).toHaveCount(1);
  await expect(frameCells(panel, "Preview").filter({ hasNotText: "Not JSON" })).toHaveCount(0);
});

test("findings in the real DevTools", async ({ page, sockeye, visit }) => {
  await visit("warpkit");
  const { panel } = await sockeye.openDevTools(page, "right");
  await press(page, "Drop me");
  await expect(sockets(panel).getByRole("treeitem", { name: /^session, 2 sockets, open/ })).toBeVisible();
  const findings = await openFindings(panel);
  await expect(finding(findings, EARLY)).toBeInViewport();
  await finding(findings, EARLY).getByRole("button", { name: "Show 2 frames" }).click();
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("button", { name: "Back" })).toHaveCount(0);
});
