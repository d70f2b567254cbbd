import { frames } from "../support/grid";
import { expect } from "./fixtures";
import { expectConnected, press, test } from "./support/dialects";
import {
  expectRoom,
  expectRoomColumns,
  filterBox,
  frameCells,
  frameRows,
  roomRow,
  rooms,
  showView,
} from "./support/reading";

test("warpkit: what a reconnect does to rooms: joined again, joined twice, joined before auth", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("warpkit");
  await showView(panel, "Rooms");
  await expectRoomColumns(panel);
  await expectRoom(panel, "account:a1", { State: "unconfirmed", Members: "–", Sent: /^1 /, Joins: "1" });
  await expectRoom(panel, "project:p7", { Received: "0", Joins: "1" });
  await press(page, "Drop me");
  await expectRoom(panel, "account:a1", { State: "unconfirmed", Sent: /^3 /, Joins: "3, 1 double" });
  await expectRoom(panel, "project:p7", { Joins: "3, 1 double" });

  await roomRow(panel, "account:a1").click();
  await expect(roomRow(panel, "account:a1")).toHaveAttribute("aria-selected", "true");
  const about = panel.getByRole("region", { name: "Room details" });
  const events = about.getByRole("list", { name: "Membership events" }).getByRole("listitem");
  await expect(events).toHaveText([
    /joined twice on #2/,
    /rejoined on #2, before auth/,
    /joined on #1(?!, before)/,
  ]);
  await expect(about.getByRole("img", { name: /^Membership of room account:a1 over #1, #2/ })).toBeVisible();

  await events.nth(1).getByRole("button").click();
  await expect(frames(panel)).toBeFocused();
  await expect(frames(panel).locator("[aria-selected=true]")).toContainText(
    '{"type":"room.join","room":"account:a1"}',
  );
});

test("philjs: members by name, a room that nobody asks for again, and one that is refused", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("philjs");
  await showView(panel, "Rooms");
  await expectRoom(panel, "room-abc", { State: "confirmed", Members: "3", Joins: "1" });
  await press(page, "Join");
  await expectRoom(panel, "game-456", { State: "confirmed", Members: "3", Sent: /^1 /, Joins: "1" });
  await press(page, "Auth fails");
  await expectRoom(panel, "vault", { State: "refused", Members: "–", Received: /^1 /, Joins: "1" });

  await roomRow(panel, "game-456").click();
  const about = panel.getByRole("region", { name: "Room details" });
  await expect(about.getByRole("list", { name: "3 members of game-456" }).getByRole("listitem")).toHaveText([
    /Mara.*u-mara/,
    /Jonas.*u-jonas/,
    /Robin.*u-robin/,
  ]);

  await press(page, "Drop me");
  await expectRoom(panel, "game-456", { State: "not rejoined", Joins: "1" });
  await expectRoom(panel, "room-abc", { State: "confirmed", Joins: "2" });
  await expectRoom(panel, "vault", { State: "refused" });
  await expect(about.getByRole("listitem").filter({ hasText: "forgotten on #2" })).toBeVisible();
  await expectConnected(page);
  await press(page, "Join");
  await expectRoom(panel, "game-456", { State: "confirmed", Joins: "2" });
  await press(page, "Leave");
  await expectRoom(panel, "game-456", { State: "left", Joins: "2" });
});

test("guide: an error that names no room refuses none", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("guide");
  await showView(panel, "Rooms");
  await expectRoom(panel, "general", { State: "confirmed", Members: "3" });
  await press(page, "Auth fails");
  await expectRoom(panel, "staff", { State: "requested", Received: "0", Joins: "1" });
  await showView(panel, "Frames");
  await filterBox(panel).fill("kind:error");
  await expect(frameRows(panel, { Name: "error", Room: "", Preview: /You may not join staff/ })).toHaveCount(
    1,
  );
});

test("the keyboard goes from room to room, to its frames, and back out", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("philjs");
  await press(page, "Join");
  await panel.bringToFront();
  const tabs = panel.getByRole("tablist", { name: "Views" });
  await tabs.getByRole("tab", { name: "Frames" }).focus();
  await panel.keyboard.press("ArrowRight");
  await expect(tabs.getByRole("tab", { name: "Rooms" })).toBeFocused();
  await expectRoom(panel, "game-456", {});
  const selected = rooms(panel).locator("[role=row][aria-selected=true]");
  await rooms(panel).focus();
  await panel.keyboard.press("Home");
  await expect(selected).toContainText("room-abc");
  await panel.keyboard.press("ArrowDown");
  await expect(selected).toContainText("game-456");
  await expect(rooms(panel)).toHaveAttribute(
    "aria-activedescendant",
    (await selected.getAttribute("id")) ?? "",
  );
  await panel.keyboard.press("Escape");
  await expect(selected).toHaveCount(0);
  await panel.keyboard.press("End");
  await expect(selected).toContainText("game-456");
  await panel.keyboard.press("Enter");

  await expect(tabs.getByRole("tab", { name: "Frames" })).toHaveAttribute("aria-selected", "true");
  await expect(frames(panel)).toBeFocused();
  await expect(filterBox(panel)).toHaveValue('room:"game-456"');
  await expect(frameRows(panel, { Direction: "sent", Name: "room:join", Room: "game-456" })).toHaveCount(1);
  await expect(
    frameRows(panel, { Direction: "received", Name: "room:joined", Room: "game-456" }),
  ).toHaveCount(1);
  await expect(frameCells(panel, "Room").filter({ hasNotText: /^game-456$/ })).toHaveCount(0);
  await showView(panel, "Rooms");
  await expect(selected).toContainText("game-456");
});

test("rooms in the real DevTools, as low as they are docked", async ({ page, sockeye, visit }) => {
  await visit("philjs");
  const { panel } = await sockeye.openDevTools(page, "bottom");
  await showView(panel, "Rooms");
  await expectRoomColumns(panel);
  await press(page, "Join");
  await expectRoom(panel, "room-abc", { State: "confirmed", Members: "3", Joins: "1" });
  await expect(roomRow(panel, "game-456")).toBeInViewport();
  await roomRow(panel, "game-456").dblclick();
  await expect(filterBox(panel)).toHaveValue('room:"game-456"');
  await expect(
    frameRows(panel, { Direction: "received", Name: "room:joined", Room: "game-456" }),
  ).toBeInViewport();
});

test("rooms are found by name and sorted by a column", async ({ openPanelOf }) => {
  const panel = await openPanelOf("recker");
  await showView(panel, "Rooms");
  const names = rooms(panel).locator("[role=row][aria-rowindex] > [role=gridcell]:nth-child(1)");
  await expect(names).toHaveText(["alerts", "messages", "updates"]);
  await rooms(panel).getByRole("columnheader", { name: "Room" }).getByRole("button").click();
  await expect(rooms(panel).getByRole("columnheader", { name: "Room" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await rooms(panel).getByRole("columnheader", { name: "Room" }).getByRole("button").click();
  await expect(names).toHaveText(["updates", "messages", "alerts"]);
  await panel.getByRole("searchbox", { name: "Find rooms" }).fill("mess");
  await expect(names).toHaveText(["messages"]);
  await expect(rooms(panel)).toHaveAttribute("aria-rowcount", "1");
});
