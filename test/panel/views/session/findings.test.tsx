// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { reconnect } from "../../../support/reconnecting";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

const PANEL = /findings? in 1 session$/;

function panelButton(): HTMLElement | null {
  return screen.queryByRole("button", { name: PANEL });
}

function list(): HTMLElement {
  return screen.getByRole("list", { name: "What is probably wrong" });
}

function titles(): (string | null | undefined)[] {
  return [...list().querySelectorAll(".finding-title")].map(({ textContent }) => textContent);
}

function rowCount(): string | null {
  return screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount");
}

function press(button: HTMLElement): void {
  fireEvent.click(button);
  act(() => {
    vi.runAllTimers();
  });
}

function actionOf(title: RegExp, name: RegExp | string): HTMLElement {
  const item = within(list())
    .getAllByRole("listitem")
    .find(({ textContent }) => title.test(textContent ?? ""));
  return within(item as HTMLElement).getByRole("button", { name });
}

function found() {
  const panel = renderPanel();
  reconnect(panel.side);
  panel.show();
  press(panelButton() as HTMLElement);
  return panel;
}

test("without a finding there is no noise", () => {
  const { side, show } = renderPanel();
  side.page.received(1, "calm");
  show();
  expect(panelButton()).toBeNull();
  expect(screen.getByRole("treeitem", { name: /^#1/ }).title).toBe("");
});

test("each says how bad it is, in a word too", () => {
  found();
  expect(titles()).toContainEqual(expect.stringMatching(/^Error: 1 frame sent when .*clos/));
  expect(titles()).toContainEqual(expect.stringMatching(/^Warning: 1 room not joined again .*b2/));
});

test("Show shows exactly the frames that show it, whatever the filter says, and Back undoes that", () => {
  const { side } = found();
  act(() => {
    side.store.filtering.query.value = "room:b2";
    side.store.filtering.toggle("received");
  });
  press(actionOf(/^Error: 1 frame sent/, "Show 1 frame"));
  expect(rowCount()).toBe("1");
  expect(side.store.filtering.query.value).toBe("");
  expect(side.store.selected.value).toBe(3);
  expect(document.activeElement).toBe(screen.getByRole("grid", { name: "Frames" }));
  press(screen.getByRole("button", { name: "Back" }));
  expect(side.store.filtering.query.value).toBe("room:b2");
  expect(side.store.filtering.directions.value).toEqual({ sent: true, received: false });
  expect(rowCount()).toBe("1");
});

test("what is dismissed leaves the count, and comes back by Undo", () => {
  found();
  const before = titles();
  const name = panelButton()?.getAttribute("aria-label");
  press(actionOf(/^Error/, "Dismiss"));
  expect(titles()).toEqual(before.slice(1));
  expect(panelButton()?.getAttribute("aria-label")).not.toBe(name);
  const undo = within(list()).getByRole("button", { name: "Undo" });
  expect(document.activeElement).toBe(undo);
  press(undo);
  expect(titles()).toEqual(before);
  expect(panelButton()?.getAttribute("aria-label")).toBe(name);
});

test("dismissed ones are counted, shown, and restored", () => {
  found();
  press(actionOf(/^Error/, "Dismiss"));
  press(actionOf(/^Warning: 1 room/, "Dismiss"));
  const foot = screen.getByText(/^2 dismissed,/);
  press(within(foot).getByRole("button", { name: "show" }));
  press(actionOf(/^Error/, "Restore"));
  expect(screen.getByText(/^1 dismissed,/)).toBeDefined();
});
