import { expectRows, row } from "../support/grid";
import { expect } from "./fixtures";
import { linesOf, press, test } from "./support/dialects";
import { filterBox, frameCells, frameRows, openSession, sockets } from "./support/reading";

/** A page's own delay and what a busy machine adds to it. */
const FOUR_HUNDRED = /Attempt 1 after [4-9]\d\d ms/;

test("guide: sockets of a client that comes back are a session, and choosing it leaves the others out", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("guide");
  await filterBox(panel).fill("presence:");
  await expect(frameRows(panel, { Name: "presence:join" }).first()).toBeVisible();
  await press(page, "Drop me");

  const session = sockets(panel).getByRole("treeitem", { name: /^session, 2 sockets, open, \d+ frames$/ });
  await expect(session).toHaveAttribute("aria-expanded", "true");
  await expect(session).toHaveAttribute("aria-level", "2");
  const first = sockets(panel).getByRole("treeitem", {
    name: /^#\d \/ws\/guide\/chat closed 1006 \d+ frames$/,
  });
  await expect(first).toHaveAttribute("aria-level", "3");
  const alone = sockets(panel).getByRole("treeitem", {
    name: /^#\d \/ws\/guide\/presence open \d+ frames?$/,
  });
  await expect(alone).toHaveAttribute("aria-level", "2");

  await session.click();
  await expect(session).toHaveAttribute("aria-selected", "true");
  await expectRows(panel, 0);
  await filterBox(panel).fill('dir:sent name:"join"');
  await expect(frameCells(panel, "Room")).toHaveText(["general", "general"]);
  await first.click();
  await expect(frameCells(panel, "Room")).toHaveText(["general"]);
  // Said while there was no connection, and kept: it goes out before the rooms.
  await session.click();
  await filterBox(panel).fill("Said while away dir:sent");
  await expectRows(panel, 1);
});

test("guide: the session tells the close, its meaning, the attempt and what was joined again", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("guide");
  await press(page, "Drop me");
  await sockets(panel)
    .getByRole("treeitem", { name: /^session, 2 sockets, open/ })
    .click();
  const session = await openSession(panel);
  await expect(session).toContainText("inferred");
  await expect(session).toContainText(
    /Taken for one session: same address, each begins .* after the one before ended/,
  );
  const steps = session.getByRole("region", { name: "Sockets of the session" }).getByRole("listitem");
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText("1006, abnormal closure; not clean");
  await expect(steps.nth(0)).toContainText("the connection was cut");
  await expect(steps.nth(1)).toContainText(FOUR_HUNDRED);
  await expect(steps.nth(1)).toContainText("Joined again: general");
  await expect(steps.nth(2)).toContainText(/#\d open for/);

  await steps.nth(1).getByRole("button", { name: "general" }).click();
  await expectRows(panel, 1);
  await expect(row(panel, 1)).toContainText('{"type":"join","room":"general"}');
  await panel.getByRole("button", { name: "Back" }).click();
  await filterBox(panel).fill('dir:sent name:"join"');
  await expectRows(panel, 2);
});

test("recker: a client that gives up by itself is named by its private code", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("recker");
  await press(page, "Silence");
  const closed = sockets(panel).getByRole("treeitem", { name: /^#1 \/ws\/recker closed 4000/ });
  await expect(closed).toBeVisible();
  await closed.click();
  const session = await openSession(panel);
  await expect(session).toContainText("same address, same subprotocols asked for");
  const steps = session.getByRole("region", { name: "Sockets of the session" }).getByRole("listitem");
  await expect(steps.nth(0)).toContainText(/4000, heartbeat timeout; clean: ?.heartbeat timeout/);
  await expect(steps.nth(0)).toContainText("The client got no answer to its heartbeat");
  await expect(steps.nth(1)).toContainText(FOUR_HUNDRED);
  await panel.keyboard.press("Escape");
  await expect(session).toHaveCount(0);
});

test("philjs, a file: a refused attempt, a restart, delays by the policy, and a forgotten room", async ({
  openCapture,
}) => {
  const panel = await openCapture("philjs.jsonl");
  const lines = (await linesOf("philjs.jsonl")).filter(({ type }) => type === "socket");
  const waits = lines
    .slice(1)
    .map(({ createdAt }, at) => Math.round(Number(createdAt) - Number(lines[at]?.closedAt)));
  expect(waits).toHaveLength(3);
  await sockets(panel)
    .getByRole("treeitem", { name: /^session, 4 sockets, / })
    .click();
  const session = await openSession(panel);
  await expect(session).toContainText(/Backoff:.*exponential/);
  const steps = session.getByRole("region", { name: "Sockets of the session" }).getByRole("listitem");
  await expect(steps).toHaveCount(7);
  await expect(steps.nth(0)).toContainText("1006, abnormal closure");
  await expect(steps.nth(1)).toContainText(`Attempt 1 after ${waits[0]} ms; as expected`);
  await expect(steps.nth(2)).toContainText("never opened, failed after");
  await expect(steps.nth(3)).toContainText(`Attempt 2 after ${waits[1]} ms; as expected`);
  await expect(steps.nth(4)).toContainText(
    /1012, service restart; clean: ?.Service restart.*The server restarts\./,
  );
  await expect(steps.nth(5)).toContainText(`Attempt 1 after ${waits[2]} ms; as expected`);
  await expect(steps.nth(5)).toContainText("Joined again: room-abc");
  await expect(session).toContainText("Not joined again: game-456");
});

test("the tree by keyboard: a session folds, unfolds and is chosen", async ({ openCapture }) => {
  const panel = await openCapture("philjs.jsonl");
  await panel.bringToFront();
  const tree = sockets(panel);
  const session = tree.getByRole("treeitem", { name: /^session, 4 sockets, / });
  const members = tree.getByRole("treeitem", { name: /^#\d \/ws\/philjs / });
  await expect(members).toHaveCount(4);
  await tree.focus();
  await panel.keyboard.press("Home");
  await panel.keyboard.press("ArrowDown");
  await panel.keyboard.press("ArrowDown");
  await panel.keyboard.press("ArrowLeft");
  await expect(session).toHaveAttribute("aria-expanded", "false");
  await expect(members).toHaveCount(0);
  await panel.keyboard.press("ArrowRight");
  await expect(members).toHaveCount(4);
  await panel.keyboard.press("Enter");
  await expect(session).toHaveAttribute("aria-selected", "true");
  await panel.keyboard.press("ArrowDown");
  await panel.keyboard.press("Enter");
  await expect(members.first()).toHaveAttribute("aria-selected", "true");
  await expect(panel.getByRole("button", { name: "About socket #1" })).toBeVisible();
});
