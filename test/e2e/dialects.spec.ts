import { expectRows, frames, row, status } from "../support/grid";
import { expect } from "./fixtures";
import { type DialectPage, linesOf, press, test } from "./support/dialects";
import { expectRoom, filterBox, frameCells, frameRows, showView } from "./support/reading";

/** What typical frames of a page are called, and whom they are for, by the documents of each dialect. */
const SPOKEN: Record<DialectPage, [direction: "sent" | "received", name: string, room: string][]> = {
  warpkit: [
    ["sent", "auth", ""],
    ["sent", "room.join", "account:a1"],
    ["sent", "room.join", "project:p7"],
    ["sent", "2", ""],
    ["received", "3", ""],
    ["received", "monitor.status-changed", ""],
    ["received", "incident.created", ""],
  ],
  philjs: [
    ["sent", "room:join", "room-abc"],
    ["received", "room:joined", "room-abc"],
    ["received", "room:history", "room-abc"],
    ["sent", "presence:update", "room-abc"],
    ["received", "user:typing", "room-abc"],
    ["received", "chat:message", "room-abc"],
    ["sent", "ping", ""],
    ["received", "pong", ""],
  ],
  guide: [
    ["sent", "join", "general"],
    ["received", "joined", "general"],
    ["received", "typing", "general"],
    ["received", "message", "general"],
    ["received", "presence:join", ""],
    ["sent", "ping", ""],
    ["received", "pong", ""],
  ],
  recker: [
    ["sent", "authenticate", ""],
    ["received", "authenticated", ""],
    ["sent", "subscribe", "alerts, messages, updates"],
    ["received", "binary", ""],
    ["received", "cpu, memory, requests", ""],
    ["sent", "__heartbeat__", ""],
    ["received", "message", ""],
  ],
  universal: [
    ["received", "welcome", ""],
    ["received", "joined-lobby", "lobby"],
    ["sent", "join", ""],
    ["sent", "join-room", "general"],
    ["received", "typing", ""],
    ["received", "chat-message", ""],
    ["sent", "join-room", "dev"],
    ["received", "user-joined", "dev"],
    ["received", "game-created", "game-123"],
    ["sent", "join-game", "game-123"],
  ],
};

for (const [name, spoken] of Object.entries(SPOKEN)) {
  test(`${name}: names and rooms of what goes out and comes in`, async ({ page, openPanelOf }) => {
    const panel = await openPanelOf(name as DialectPage);
    if (name === "universal") {
      await press(page, "Join");
      await press(page, "New game");
    }
    for (const column of ["Time", "Direction", "Name", "Room", "Size", "Preview"]) {
      await expect(frames(panel).getByRole("columnheader", { name: column, exact: true })).toHaveCount(1);
    }
    for (const [Direction, Name, Room] of spoken) {
      await filterBox(panel).fill(`dir:${Direction} name:"${Name}"`);
      await expect(frameRows(panel, { Direction, Name, Room }).first()).toBeVisible();
    }
  });
}

test("recker: a tick stays the bytes that it is, and figures without a type are called by their keys", async ({
  openPanelOf,
}) => {
  const panel = await openPanelOf("recker");
  await filterBox(panel).fill("is:binary");
  await expect(frameRows(panel, { Name: "binary", Size: "16 B" }).first()).toBeVisible();
  await filterBox(panel).fill("dialect:untyped");
  await expect(frameRows(panel, { Name: "cpu, memory, requests" }).first()).toBeVisible();
  await filterBox(panel).fill("dialect:action");
  await expect(frameCells(panel, "Name")).toHaveText(["authenticate", "subscribe"]);
});

test("filter: by kind, room, dialect and name", async ({ openPanelOf }) => {
  const panel = await openPanelOf("warpkit");
  const filter = filterBox(panel);
  const others = frameCells(panel, "Name").filter({ hasNotText: /^[23]$/ });

  await filter.fill("kind:heartbeat");
  await expect(frameRows(panel, { Direction: "sent", Name: "2" }).first()).toBeVisible();
  await expect(frameRows(panel, { Direction: "received", Name: "3" }).first()).toBeVisible();
  await expect(others).toHaveCount(0);
  await filter.fill("-kind:heartbeat");
  await expect(frameRows(panel, { Name: "incident.created" }).first()).toBeVisible();
  await expect(frameRows(panel, { Name: /^[23]$/ })).toHaveCount(0);

  await filter.fill('room:"account:a1"');
  await expect(frameCells(panel, "Name")).toHaveText(["room.join"]);
  await filter.fill("room:p7");
  await expect(frameCells(panel, "Room")).toHaveText(["project:p7"]);
  await filter.fill('room:"account"');
  await expectRows(panel, 0);
  await filter.fill("name:room.j");
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await filter.fill("dialect:warpkit room.join");
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await filter.fill("dialect:warpkit dir:received -kind:heartbeat");
  await expect(frameRows(panel, { Name: "incident.created" }).first()).toBeVisible();
  await filter.fill("dialect:philjs");
  await expectRows(panel, 0);
  await expect(status(panel)).toContainText("hidden");
});

test("filter: what the page said and got back is an echo", async ({ page, openPanelOf }) => {
  const panel = await openPanelOf("philjs");
  await filterBox(panel).fill("is:echo");
  await expectRows(panel, 0);
  await press(page, "Say");
  await expect(
    frameRows(panel, {
      Direction: "received",
      Name: "chat:message",
      Room: "room-abc",
      Preview: /Echo.*On my way/,
    }),
  ).toHaveCount(1);
  await expectRows(panel, 1);
});

test("filter: replies and requests without one", async ({ openCapture }) => {
  const panel = await openCapture("protocols/json-rpc.jsonl");
  await expectRows(panel, 18);
  await filterBox(panel).fill("is:unanswered");
  await expect(frameCells(panel, "Name")).toHaveText(["eth_getLogs"]);
  await expect(row(panel, 1)).toContainText("No reply");
  await filterBox(panel).fill("is:reply");
  await expectRows(panel, 7);
  await expect(frameRows(panel, { Direction: "sent" })).toHaveCount(0);
  await filterBox(panel).fill("is:reply kind:error");
  await expect(row(panel, 1)).toContainText("Method not found");
  await expectRows(panel, 1);
});

test("the chip hides heartbeats, says how many, and brings them back", async ({ openCapture }) => {
  const panel = await openCapture("philjs.jsonl");
  const said = (await linesOf("philjs.jsonl")).filter(({ type }) => type === "frame");
  const beats = said.filter(({ text }) => /^\{"type":"p[io]ng"/.test(String(text))).length;
  expect(beats).toBeGreaterThan(5);
  await expectRows(panel, said.length);
  const chip = panel.getByRole("button", { name: "Heartbeats" });
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "false");
  await expectRows(panel, said.length - beats);
  await expect(chip).toContainText(`${beats} frames hidden`);
  await expect(status(panel)).toContainText(`${beats} hidden`);
  await filterBox(panel).fill("kind:heartbeat");
  await expectRows(panel, 0);
  await chip.click();
  await expectRows(panel, beats);
});

const DIALECT_PAGES = Object.keys(SPOKEN) as DialectPage[];

for (const name of DIALECT_PAGES) {
  test(`${name}: what a hostile server says stays text, and breaks nothing`, async ({
    page,
    openPanelOf,
  }) => {
    const panel = await openPanelOf(name);
    let dialogs = 0;
    panel.on("dialog", (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    await press(page, "Hostile");
    const filter = filterBox(panel);

    await filter.fill("{'type");
    await expect(frameRows(panel, { Direction: "received", Preview: /\{'type': 'message'\}$/ })).toHaveCount(
      1,
    );
    await filter.fill("owned onerror");
    await expect(frameRows(panel, { Preview: /<script>.*<img src=x onerror=alert\(1\)>/ })).toHaveCount(1);
    await filter.fill("evil");
    await expect(frameRows(panel, { Preview: /\\u202eevil\\u202c/ })).toHaveCount(1);
    await filter.fill("/^(\\[\\]|null|42)$/");
    await expect(frameCells(panel, "Preview")).toHaveText([/42$/, /null$/, /\[\]$/]);
    await filter.fill("is:binary size<5");
    await expect(frameRows(panel, { Size: "4 B", Preview: /ff fe 00 c0$/ })).toHaveCount(1);
    await filter.fill("");

    await showView(panel, "Rooms");
    await expectRoom(panel, "__proto__", { Sent: /^1 / });
    await showView(panel, "Heartbeat");
    await expect(panel.getByRole("region", { name: "Heartbeat of socket #1" })).toBeVisible();
    await showView(panel, "Frames");
    await press(page, "Announce");
    await filter.fill("restart");
    await expect(
      frameRows(panel, { Direction: "received", Preview: /Server restart in 5 minutes/ }),
    ).toHaveCount(1);
    await expect(panel).toHaveTitle("Sockeye");
    await expect(panel.locator('img[src="x"]')).toHaveCount(0);
    await expect(panel.locator("body script")).toHaveCount(0);
    expect(dialogs).toBe(0);
  });
}
