import { expect, type Locator, type Page } from "@playwright/test";
import type { Frame } from "playwright";
import { frames } from "../../support/grid";

/** The columns of the frames, as the contract names them. */
const FRAME_COLUMNS = ["Time", "Direction", "Name", "Room", "Size", "Preview"] as const;
const ROOM_COLUMNS = ["Room", "State", "Members", "Sent", "Received", "Joins"] as const;

type FrameColumn = (typeof FRAME_COLUMNS)[number];
type RoomColumn = (typeof ROOM_COLUMNS)[number];
type Cells<Column extends string> = Partial<Record<Column, string | RegExp>>;
type Panel = Page | Frame;

function exactly(text: string | RegExp): RegExp {
  if (text instanceof RegExp) return text;
  return new RegExp(`^\\s*${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}\\s*$`);
}

/** Rows whose cells in these columns hold exactly these texts. A cell of a direction is "sent" or "received". */
function rowsWith<Column extends string>(
  panel: Panel,
  grid: Locator,
  columns: readonly Column[],
  cells: Cells<Column>,
): Locator {
  let rows = grid.locator("[role=row][aria-rowindex]");
  columns.forEach((column, index) => {
    const text = cells[column];
    if (text === undefined) return;
    const cell = panel.locator(`[role=gridcell]:nth-child(${index + 1})`);
    const has =
      column === "Direction"
        ? cell.and(panel.getByRole("gridcell", { name: text as string, exact: true }))
        : cell.filter({ hasText: exactly(text) });
    rows = rows.filter({ has });
  });
  return rows;
}

export function frameRows(panel: Panel, cells: Cells<FrameColumn>): Locator {
  return rowsWith(panel, frames(panel), FRAME_COLUMNS, cells);
}

/** The cells of a column of the frames in sight. */
export function frameCells(panel: Panel, column: FrameColumn): Locator {
  const at = FRAME_COLUMNS.indexOf(column) + 1;
  return frames(panel).locator(`[role=row][aria-rowindex] > [role=gridcell]:nth-child(${at})`);
}

export function rooms(panel: Panel): Locator {
  return panel.getByRole("grid", { name: "Rooms" });
}

export function roomRow(panel: Panel, name: string): Locator {
  return rowsWith(panel, rooms(panel), ROOM_COLUMNS, { Room: name });
}

/** Waits until a room's line says this. */
export async function expectRoom(panel: Panel, name: string, cells: Cells<RoomColumn>): Promise<void> {
  await expect(rowsWith(panel, rooms(panel), ROOM_COLUMNS, { ...cells, Room: name })).toHaveCount(1);
}

export async function expectRoomColumns(panel: Panel): Promise<void> {
  await expect(rooms(panel).getByRole("columnheader")).toHaveCount(ROOM_COLUMNS.length);
  for (const [at, name] of ROOM_COLUMNS.entries()) {
    await expect(rooms(panel).getByRole("columnheader").nth(at)).toHaveAccessibleName(name);
  }
}

/** The definition that belongs to a term of a description list. */
export function fact(list: Locator, term: string): Locator {
  return list
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${term.replace(/[()]/g, "\\$&")}$`) })
    .locator("xpath=../dd");
}

export function filterBox(panel: Panel): Locator {
  return panel.getByRole("searchbox", { name: "Filter frames" });
}

export function details(panel: Panel): Locator {
  return panel.getByRole("region", { name: "Frame details" });
}

/** Filters so that one frame is left, and opens it under Envelope. */
export async function openEnvelope(
  panel: Panel,
  filter: string,
  cells: Cells<FrameColumn>,
): Promise<Locator> {
  await filterBox(panel).fill(filter);
  await frameRows(panel, cells).first().click();
  await details(panel).getByRole("tab", { name: "Envelope" }).click();
  return details(panel);
}

/** Brings a view to the front. */
export async function showView(panel: Panel, name: "Frames" | "Rooms" | "Heartbeat"): Promise<void> {
  const tab = panel.getByRole("tablist", { name: "Views" }).getByRole("tab", { name, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
}

export function heartbeat(panel: Panel, socket: number): Locator {
  return panel.getByRole("region", { name: `Heartbeat of socket #${socket}`, exact: true });
}

export function sockets(panel: Panel): Locator {
  return panel.getByRole("tree", { name: "Sockets" });
}

/** What is said of one session, opened by its button beside the tabs. */
export async function openSession(panel: Panel): Promise<Locator> {
  await panel.getByRole("button", { name: /^Session, / }).click();
  return panel.getByRole("region", { name: "Session", exact: true });
}

/** The findings of all sessions, opened by the badge beside the tabs. */
export async function openFindings(panel: Panel): Promise<Locator> {
  await panel.getByRole("button", { name: /^\d+ findings? in \d+ sessions?$/ }).click();
  return panel.getByRole("region", { name: "Findings of all sessions" });
}

export function finding(findings: Locator, text: string | RegExp): Locator {
  return findings
    .getByRole("list", { name: "What is probably wrong" })
    .getByRole("listitem")
    .filter({ hasText: text });
}
