// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

function framesInSight(): number {
  const grid = document.querySelector<HTMLElement>('[role="grid"][aria-label="Frames"]') as HTMLElement;
  return within(grid).getAllByRole("row", { hidden: true }).length;
}

test("the views are tabs; arrows move between them", () => {
  renderPanel();
  const tabs = within(screen.getByRole("tablist", { name: "Views" })).getAllByRole("tab");
  expect(tabs.map(({ textContent }) => textContent)).toEqual(["Frames", "Rooms", "Heartbeat", "Replay"]);
  fireEvent.keyDown(tabs[0] as HTMLElement, { key: "ArrowRight" });
  expect(screen.getByRole("tabpanel", { name: "Rooms" })).toBeDefined();
  expect(screen.queryByRole("grid", { name: "Frames" })).toBeNull();
});

test("out of sight Frames renders nothing of what streams in, and shows it when one comes back", () => {
  const { side, show } = renderPanel();
  side.page.received(1, "one");
  show();
  const before = framesInSight();
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
  side.page.received(1, "two");
  show();
  expect(framesInSight()).toBe(before);
  fireEvent.click(screen.getByRole("tab", { name: "Frames" }));
  expect(framesInSight()).toBe(before + 1);
  expect(screen.getAllByText("two").length).toBeGreaterThan(0);
});

test("Frames is as it was left: what is selected, and its details", () => {
  const { side, show } = renderPanel();
  for (let i = 0; i < 100; i++) side.page.received(1, `frame ${i}`);
  show();
  fireEvent.keyDown(screen.getByRole("grid", { name: "Frames" }), { key: "Home" });
  fireEvent.keyDown(screen.getByRole("grid", { name: "Frames" }), { key: "Enter" });
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
  side.page.received(1, "late");
  show();
  fireEvent.click(screen.getByRole("tab", { name: "Frames" }));
  expect(screen.getByRole("region", { name: "Frame details" }).textContent).toContain("frame 0");
  expect(screen.getByRole("button", { name: "1 new frame" })).toBeDefined();
});

test("evidence is shown in Frames, whatever view it was asked for in", () => {
  const { side, show } = renderPanel();
  side.page.received(1, "one");
  side.page.received(1, "two");
  show();
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
  act(() => side.store.filtering.choose({ evidence: { title: "it", rows: [1], count: 1, sockets: [1] } }));
  expect(screen.getByRole("tab", { name: "Frames" }).getAttribute("aria-selected")).toBe("true");
  expect(screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount")).toBe("1");
});
