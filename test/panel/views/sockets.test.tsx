// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

function tree(): HTMLElement {
  return screen.getByRole("tree", { name: "Sockets" });
}

function names(): (string | null)[] {
  return within(tree())
    .getAllByRole("treeitem")
    .map((item) => item.getAttribute("aria-label"));
}

function rowCount(): string | null {
  return screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount");
}

function three() {
  const panel = renderPanel();
  const { page } = panel.side;
  page.created(2, "wss://app.test/feed?token=hunter2");
  page.created(3, "wss://app.test/ws");
  page.received(1, "a");
  page.received(2, "b");
  page.received(2, "c");
  page.closed(2, 1006);
  panel.show();
  return panel;
}

test("sockets stand under their place, named by number, path, state and frames", () => {
  three();
  expect(names()).toEqual([
    "All sockets",
    "wss://app.test/ws 2 sockets",
    "#1 /ws open 1 frame",
    "#3 /ws connecting 0 frames",
    "wss://app.test/feed 1 socket",
    "#2 /feed closed 1006 2 frames",
  ]);
});

test("a secret of the URL is nowhere in the page until it is asked for", () => {
  three();
  fireEvent.click(screen.getByRole("treeitem", { name: /^#2/ }));
  fireEvent.click(screen.getByRole("button", { name: "About socket #2" }));
  expect(document.body.innerHTML).not.toContain("hunter2");
  fireEvent.click(screen.getByRole("button", { name: "Show secrets" }));
  expect(document.body.innerHTML).toContain("hunter2");
});

test("choosing shows the frames of one, choosing again those of all", () => {
  three();
  fireEvent.click(screen.getByRole("treeitem", { name: /^#2/ }));
  expect(rowCount()).toBe("2");
  expect(screen.getByRole("treeitem", { name: /^#2/ }).getAttribute("aria-selected")).toBe("true");
  fireEvent.click(screen.getByRole("treeitem", { name: /^#2/ }));
  expect(rowCount()).toBe("3");
  fireEvent.click(screen.getByRole("treeitem", { name: /^wss:\/\/app.test\/ws/ }));
  expect(rowCount()).toBe("1");
  fireEvent.click(screen.getByRole("treeitem", { name: "All sockets" }));
  expect(rowCount()).toBe("3");
});

test("the keyboard walks, folds and chooses", () => {
  three();
  const press = (key: string) => fireEvent.keyDown(tree(), { key });
  press("End");
  press("Enter");
  expect(rowCount()).toBe("2");
  press("ArrowLeft");
  press("ArrowLeft");
  expect(names()).toHaveLength(5);
  const active = document.getElementById(tree().getAttribute("aria-activedescendant") ?? "");
  expect(active?.getAttribute("aria-expanded")).toBe("false");
  press("ArrowRight");
  expect(names()).toHaveLength(6);
});

test("the facts of a socket are told on demand", () => {
  const { side, show } = three();
  side.page.closing(1, 4001, "bye");
  side.page.closed(1, 4001, "bye", true);
  show();
  fireEvent.click(screen.getByRole("treeitem", { name: "#1 /ws closed 4001 1 frame" }));
  fireEvent.click(screen.getByRole("button", { name: "About socket #1" }));
  const close = screen.getByText("Close").nextElementSibling;
  expect(close?.textContent).toMatch(/^4001, .+; clean: bye.+/);
});
