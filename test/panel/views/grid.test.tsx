// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Flag } from "../../../src/protocol";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

function grid(): HTMLElement {
  return screen.getByRole("grid", { name: "Frames" });
}

function rows(): HTMLElement[] {
  return within(grid())
    .getAllByRole("row")
    .filter((row) => row.hasAttribute("aria-rowindex"));
}

function selectedIndex(): string | null | undefined {
  return rows()
    .find((row) => row.getAttribute("aria-selected") === "true")
    ?.getAttribute("aria-rowindex");
}

function filled(count: number) {
  const panel = renderPanel();
  for (let i = 0; i < count; i++) panel.side.page.received(1, `frame ${i}`);
  panel.show();
  return panel;
}

test("has the columns of the contract", () => {
  renderPanel();
  const names = ["Time", "Direction", "Name", "Room", "Size", "Preview"];
  expect(names.map((name) => within(grid()).getByRole("columnheader", { name }))).toHaveLength(6);
});

test("says how many rows there are, and renders those in sight", () => {
  filled(1000);
  expect(grid().getAttribute("aria-rowcount")).toBe("1000");
  expect(rows().length).toBeLessThan(60);
  // It stands at its end.
  expect(rows().at(-1)?.getAttribute("aria-rowindex")).toBe("1000");
});

test("shows direction, size and content in words", () => {
  const { side, show } = renderPanel();
  side.page.sent(1, "hello");
  side.page.received(1, new Uint8Array([1, 255]));
  side.page.sent(1, "too late", Flag.Unsent);
  side.page.unkept(1, 5_000_000);
  side.page.blobReceived(1, 10);
  show();
  const texts = rows().map((row) => row.textContent);
  expect(texts[0]).toMatch(/senthello5 Bhello$/);
  expect(texts[1]).toMatch(/receivedbinary2 BBinary01 ff$/);
  expect(texts[2]).toContain("not sent (socket was closing)");
  expect(texts[3]).toMatch(/5\.0 MBcontent not kept: /);
  expect(texts[4]).toMatch(/Binaryreading/);
});

test("content never becomes markup, and only its beginning reaches the page", () => {
  const { side, show } = renderPanel();
  side.page.received(1, `<img src=x onerror=alert(1)>${"x".repeat(5000)}`);
  show();
  expect(grid().querySelector("img")).toBeNull();
  expect(rows()[0]?.textContent.length).toBeLessThan(400);
});

test("a loss is one row that says why", () => {
  const { side, show } = renderPanel();
  side.page.known(1, { url: "wss://app.test/ws", state: "open", createdAt: 0, before: 1234, why: "backlog" });
  side.page.known(1, { url: "wss://app.test/ws", state: "open", createdAt: 0, before: 1235, why: "paused" });
  show();
  expect(rows()[0]?.textContent).toBe(
    "1,234 frames of #1 are missing: older than what a page keeps while nobody watches",
  );
  expect(rows()[1]?.textContent).toBe("1 frame of #1 is missing: recording was off");
});

test("the keyboard moves the selection, and the grid names the active row", () => {
  filled(100);
  fireEvent.keyDown(grid(), { key: "Home" });
  expect(selectedIndex()).toBe("1");
  fireEvent.keyDown(grid(), { key: "ArrowDown" });
  fireEvent.keyDown(grid(), { key: "ArrowDown" });
  expect(selectedIndex()).toBe("3");
  const active = document.getElementById(grid().getAttribute("aria-activedescendant") ?? "");
  expect(active?.getAttribute("aria-rowindex")).toBe("3");
  fireEvent.keyDown(grid(), { key: "PageDown" });
  expect(Number(selectedIndex())).toBeGreaterThan(15);
  fireEvent.keyDown(grid(), { key: "End" });
  expect(selectedIndex()).toBe("100");
});

test("Enter opens the details, Escape closes them", () => {
  filled(3);
  fireEvent.keyDown(grid(), { key: "End" });
  expect(screen.queryByRole("region", { name: "Frame details" })).toBeNull();
  fireEvent.keyDown(grid(), { key: "Enter" });
  expect(screen.getByRole("region", { name: "Frame details" }).textContent).toContain("frame 2");
  fireEvent.keyDown(screen.getByRole("tab", { name: "Hex" }), { key: "Escape" });
  expect(screen.queryByRole("region", { name: "Frame details" })).toBeNull();
  expect(document.activeElement).toBe(grid());
});

test("a click selects a row and opens its details", () => {
  filled(3);
  fireEvent.click(screen.getByText("frame 1"));
  expect(selectedIndex()).toBe("2");
  expect(screen.getByRole("region", { name: "Frame details" })).toBeDefined();
});

test("away from the end, new frames are counted and one click away", () => {
  const { side, show } = filled(100);
  fireEvent.keyDown(grid(), { key: "Home" });
  expect(screen.queryByRole("button", { name: /new frame/ })).toBeNull();
  side.page.received(1, "fresh");
  show();
  expect(selectedIndex()).toBe("1");
  fireEvent.click(screen.getByRole("button", { name: "1 new frame" }));
  expect(screen.queryByRole("button", { name: /new frame/ })).toBeNull();
  expect(screen.getAllByText("fresh")).toHaveLength(2);
});

test("copy puts the selected frame on the clipboard, bytes as hex", () => {
  const { side, show } = renderPanel();
  side.page.received(1, '{"a":1}');
  side.page.received(1, new Uint8Array([0, 171]));
  show();
  const copied = () => {
    const clipboardData = new DataTransfer();
    fireEvent(grid(), new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  };
  expect(copied()).toBe("");
  fireEvent.keyDown(grid(), { key: "Home" });
  expect(copied()).toBe('{"a":1}');
  fireEvent.keyDown(grid(), { key: "End" });
  expect(copied()).toBe("00ab");
});

test("a list that outgrows its place after a filter follows its end", () => {
  const { side, show } = filled(100);
  fireEvent.keyDown(grid(), { key: "Home" });
  act(() => {
    side.store.filtering.query.value = "/frame 7$/";
  });
  expect(rows()).toHaveLength(1);
  for (let i = 0; i < 50; i++) side.page.received(1, "frame 7");
  show();
  expect(rows().at(-1)?.getAttribute("aria-rowindex")).toBe("51");
  expect(screen.queryByRole("button", { name: /new frame/ })).toBeNull();
});

test("what one looked at stays in sight when the filter goes", () => {
  const { side } = filled(1000);
  fireEvent.keyDown(grid(), { key: "Home" });
  act(() => {
    side.store.filtering.query.value = "/frame 50\\d/";
  });
  fireEvent.keyDown(grid(), { key: "End" });
  expect(selectedIndex()).toBe("10");
  act(() => side.store.filtering.reset());
  expect(selectedIndex()).toBe("510");
});
