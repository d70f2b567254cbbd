// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { PhoenixPage } from "../../../support/phoenix-page";
import { useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function toRooms(): void {
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
}

function grid(): HTMLElement {
  return screen.getByRole("grid", { name: "Rooms" });
}

function rows(): HTMLElement[] {
  return within(grid())
    .getAllByRole("row")
    .filter((row) => row.hasAttribute("aria-rowindex"));
}

function cells(index: number): (string | null | undefined)[] {
  const row = rows()[index];
  return row
    ? within(row)
        .getAllByRole("gridcell")
        .map((cell) => cell.textContent)
    : [];
}

function details(): HTMLElement {
  return screen.getByRole("region", { name: "Room details" });
}

/** Three rooms on a socket that is cut; on the next one only the first is joined again, twice. */
function reconnected(): PhoenixPage {
  const it = new PhoenixPage();
  it.join(1, "lobby", "ok");
  it.join(1, "board:7", "ok");
  it.join(1, "secret", "error");
  it.members(1, "lobby", { u1: "Ada", u2: "Grace" });
  it.reconnect(1, 2);
  it.join(2, "lobby", "ok");
  it.join(2, "lobby");
  it.receive(2, "lobby", "hello");
  it.show();
  toRooms();
  return it;
}

test("has the columns of the contract", () => {
  new PhoenixPage();
  toRooms();
  const names = ["Room", "State", "Members", "Sent", "Received", "Joins"];
  expect(names.map((name) => within(grid()).getByRole("columnheader", { name }))).toHaveLength(6);
  expect(grid().getAttribute("aria-rowcount")).toBe("0");
});

test("without rooms it says what they are, which joins are known, and what to do", () => {
  new PhoenixPage();
  toRooms();
  expect(screen.getByText("No rooms yet.")).toBeDefined();
  expect(screen.getByText(/^Joins are known of .*Phoenix Channels.*Socket\.IO/)).toBeDefined();
  expect(screen.getByText(/reload it/)).toBeDefined();
});

test("a room tells its state in words, who is in, its traffic and its joins", () => {
  const it = new PhoenixPage();
  it.join(1, "lobby", "ok");
  it.members(1, "lobby", { u1: "Ada", u2: "Grace", u3: "Radia" });
  it.join(1, "asked");
  it.show();
  toRooms();
  expect(grid().getAttribute("aria-rowcount")).toBe("2");
  expect(cells(0).slice(0, 3)).toEqual(["lobby", "confirmed", "3"]);
  expect(cells(0)[3]).toMatch(/^1 \d+ B$/);
  expect(cells(0)[4]).toMatch(/^2 \d+ B$/);
  expect(cells(0)[5]).toBe("1");
  expect(cells(1).slice(0, 3)).toEqual(["asked", "requested", "\u2013"]);
});

test("after a reconnect: what was rejoined, forgotten, refused, and asked for twice", () => {
  reconnected();
  expect(rows().map((_, index) => cells(index).slice(0, 2))).toEqual([
    ["lobby", "confirmed"],
    ["board:7", "not rejoined"],
    ["secret", "refused"],
  ]);
  expect(cells(0)[5]).toBe("3, 1 double");
  expect(screen.getByText("#1, #2", { selector: ".rooms *" })).toBeDefined();
});

test("the selected room shows its members and events", () => {
  const it = reconnected();
  it.members(2, "lobby", { u1: "Ada" });
  it.show();
  fireEvent.click(within(grid()).getByText("lobby"));
  const people = within(details()).getByRole("list", { name: "1 member of lobby" });
  expect(people.textContent).toBe("Adau1");
  const events = within(details()).getByRole("list", { name: "Membership events" });
  const said = within(events)
    .getAllByRole("listitem")
    .map((item) => item.textContent?.replace(/^[\d:.]+|frame$/g, ""));
  expect(said).toEqual([
    "joined twice on #2",
    "confirmed on #2",
    "rejoined on #2",
    "confirmed on #1",
    "joined on #1",
  ]);
  expect(
    within(details()).getByRole("img", {
      name: "Membership of room lobby over #1, #2: 5 events, listed below",
    }),
  ).toBeDefined();
});

test("an event's frame is one click away, also where the filter hides it", () => {
  const it = reconnected();
  const { panel } = it;
  panel.side.store.filtering.query.value = "name:nothing";
  it.show();
  fireEvent.click(within(details()).getByRole("button", { name: /rejoined on #2/ }));
  it.show();
  expect(screen.getByRole("tab", { name: "Frames" }).getAttribute("aria-selected")).toBe("true");
  const { selected, capture, filtering } = panel.side.store;
  expect(capture.payload(selected.value ?? -1)).toContain("phx_join");
  expect(capture.socket(selected.value ?? -1).number).toBe(2);
  expect(filtering.query.value).toBe("");
});

test("the keyboard moves the selection, and Enter shows the room's frames", () => {
  const it = reconnected();
  fireEvent.keyDown(grid(), { key: "End" });
  const selected = () => rows().find((row) => row.getAttribute("aria-selected") === "true")?.textContent;
  expect(selected()).toContain("secret");
  fireEvent.keyDown(grid(), { key: "ArrowUp" });
  expect(selected()).toContain("board:7");
  expect(document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")?.textContent).toContain(
    "board:7",
  );
  fireEvent.keyDown(grid(), { key: "Home" });
  fireEvent.keyDown(grid(), { key: "Enter" });
  it.show();
  expect((screen.getByRole("searchbox", { name: "Filter frames" }) as HTMLInputElement).value).toBe(
    'room:"lobby"',
  );
  expect(screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount")).toBe("7");
});

test("headers sort, and say so", () => {
  reconnected();
  const header = (name: string) => within(grid()).getByRole("columnheader", { name });
  const names = () => rows().map((_, index) => cells(index)[0]);
  expect(header("Joins").getAttribute("aria-sort")).toBe("none");
  fireEvent.click(within(header("Room")).getByRole("button"));
  expect(header("Room").getAttribute("aria-sort")).toBe("ascending");
  expect(names()).toEqual(["board:7", "lobby", "secret"]);
  fireEvent.click(within(header("Joins")).getByRole("button"));
  expect(header("Joins").getAttribute("aria-sort")).toBe("descending");
  expect(header("Room").getAttribute("aria-sort")).toBe("none");
  expect(names()[0]).toBe("lobby");
  fireEvent.click(within(header("Joins")).getByRole("button"));
  fireEvent.click(within(header("Joins")).getByRole("button"));
  expect(header("Joins").getAttribute("aria-sort")).toBe("none");
  expect(names()).toEqual(["lobby", "board:7", "secret"]);
});

test("rooms are found by a part of their names", () => {
  reconnected();
  fireEvent.input(screen.getByRole("searchbox", { name: "Find rooms" }), { target: { value: "BOARD" } });
  expect(rows()).toHaveLength(1);
  fireEvent.input(screen.getByRole("searchbox", { name: "Find rooms" }), { target: { value: "none" } });
  expect(screen.getByText("No room has this in its name.")).toBeDefined();
});

test("only rows in sight are rendered, and names are no markup", () => {
  const it = new PhoenixPage();
  it.join(1, '<img src=x onerror="alert(1)">', "ok");
  for (let room = 0; room < 2000; room++) it.join(1, `room:${room}`);
  it.show();
  it.show();
  toRooms();
  expect(grid().getAttribute("aria-rowcount")).toBe("2001");
  expect(rows().length).toBeLessThan(60);
  expect(grid().querySelector("img")).toBeNull();
});

test("several sessions stand under their places", () => {
  const it = new PhoenixPage();
  it.join(1, "lobby", "ok");
  it.page.created(2, "wss://other.test/feed");
  it.page.opened(2);
  it.join(2, "news", "ok");
  it.show();
  toRooms();
  expect(rows().map((row) => row.textContent?.replace(/\d+ B.*/, ""))).toEqual([
    "wss://app.test/ws#1",
    expect.stringContaining("lobby"),
    "wss://other.test/feed#2",
    expect.stringContaining("news"),
  ]);
  fireEvent.keyDown(grid(), { key: "Home" });
  expect(rows()[1]?.getAttribute("aria-selected")).toBe("true");
  fireEvent.keyDown(grid(), { key: "ArrowDown" });
  expect(rows()[3]?.getAttribute("aria-selected")).toBe("true");
});
