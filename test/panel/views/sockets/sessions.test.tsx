// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { reconnect } from "../../../support/reconnecting";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function tree(): HTMLElement {
  return screen.getByRole("tree", { name: "Sockets" });
}

function items(): string[] {
  return within(tree())
    .getAllByRole("treeitem")
    .map((item) => `${item.getAttribute("aria-level")} ${item.getAttribute("aria-label")}`);
}

function rowCount(): string | null {
  return screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount");
}

function reconnected() {
  const panel = renderPanel();
  reconnect(panel.side);
  panel.side.page.created(9, "wss://app.test/feed");
  panel.side.page.received(9, "alone");
  panel.show();
  return panel;
}

test("sockets of one session stand under it, a single one stays where it was", () => {
  reconnected();
  expect(items()).toEqual([
    "1 All sockets",
    "1 wss://app.test/ws 4 sockets",
    "2 session, 4 sockets, open, 7 frames",
    "3 #1 /ws closed 1006 4 frames",
    "3 #2 /ws closed 1006 0 frames",
    "3 #3 /ws closed 1006 0 frames",
    "3 #4 /ws open 3 frames",
    "1 wss://app.test/feed 1 socket",
    "2 #5 /feed connecting 1 frame",
  ]);
});

test("a session says that it is inferred, why, and how many findings it has", () => {
  reconnected();
  const session = screen.getByRole("treeitem", { name: /^session/ });
  expect(session.title).toMatch(/^One session, inferred: same address, each begins 1\.0 to 4\.0 s after/);
  expect(session.title).toMatch(/\n\d finding/);
  expect(screen.getByRole("treeitem", { name: /^wss:.*\/ws/ }).title).toBe("wss://app.test/ws");
});

test("choosing it shows the frames of its sockets", () => {
  reconnected();
  fireEvent.click(screen.getByRole("treeitem", { name: /^session/ }));
  expect(rowCount()).toBe("7");
  expect(screen.getByRole("treeitem", { name: /^session/ }).getAttribute("aria-selected")).toBe("true");
  fireEvent.click(screen.getByRole("treeitem", { name: /^session/ }));
  expect(rowCount()).toBe("8");
});

test("the keyboard walks into it, folds and chooses it", () => {
  reconnected();
  const press = (key: string) => fireEvent.keyDown(tree(), { key });
  press("ArrowDown");
  press("ArrowRight");
  press("Enter");
  expect(rowCount()).toBe("7");
  press("ArrowLeft");
  expect(items()).toHaveLength(5);
  expect(screen.getByRole("treeitem", { name: /^session/ }).getAttribute("aria-expanded")).toBe("false");
  press("ArrowRight");
  press("ArrowRight");
  const active = document.getElementById(tree().getAttribute("aria-activedescendant") ?? "");
  expect(active?.getAttribute("aria-label")).toBe("#1 /ws closed 1006 4 frames");
  press("ArrowLeft");
  press("ArrowLeft");
  press("ArrowLeft");
  press("ArrowLeft");
  expect(items()).toHaveLength(4);
  expect(screen.getByRole("treeitem", { name: /^wss:.*\/ws/ }).title).toMatch(/\n\d finding/);
});
