// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { PanelSide } from "../../support/panel-side";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

function filter(): HTMLInputElement {
  return screen.getByRole("searchbox", { name: "Filter frames" });
}

function type(text: string): void {
  fireEvent.input(filter(), { target: { value: text } });
}

function status(): string {
  return screen.getByRole("status", { name: "Capture status" }).textContent;
}

function filled() {
  const panel = renderPanel();
  panel.side.page.received(1, "apple");
  panel.side.page.sent(1, "pear");
  panel.show();
  return panel;
}

test("Record is pressed while it records", () => {
  const { side } = renderPanel();
  const record = screen.getByRole("button", { name: "Record" });
  expect(record.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(record);
  expect(record.getAttribute("aria-pressed")).toBe("false");
  expect(side.store.recording.value).toBe(false);
  expect(screen.getByText("Recording is off.")).toBeDefined();
});

test("Clear can be undone by button and by key", () => {
  const { show } = filled();
  fireEvent.click(screen.getByRole("button", { name: "Clear" }));
  show();
  expect(status()).toContain("0 frames");
  expect(screen.getByText(/Cleared 2 frames/)).toBeDefined();
  fireEvent.keyDown(filter(), { key: "z", ctrlKey: true });
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeNull();
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  show();
  expect(status()).toContain("2 frames");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("Preserve log is a checkbox", () => {
  const { side } = renderPanel();
  fireEvent.click(screen.getByRole("checkbox", { name: "Preserve log" }));
  expect(side.store.preserved.value).toBe(true);
});

test("Sent and Received are pressed when shown", () => {
  const { side } = filled();
  const sent = screen.getByRole("button", { name: "Sent" });
  fireEvent.click(sent);
  expect(sent.getAttribute("aria-pressed")).toBe("false");
  expect(side.texts()).toEqual(["apple"]);
});

test("what is wrong with a filter stands with it", () => {
  filled();
  type("/[/");
  expect(filter().getAttribute("aria-invalid")).toBe("true");
  const problems = document.getElementById(filter().getAttribute("aria-describedby") ?? "");
  expect(problems?.textContent).toContain("Invalid regular expression");
  type("apple");
  expect(filter().getAttribute("aria-describedby")).toBeNull();
});

test("what the filter hides is counted, and the way out is offered", () => {
  const { show } = filled();
  type("apple");
  show();
  expect(status()).toContain("1 hidden by filter");
  type("nothing like it");
  expect(screen.getByText("No frames match.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Clear filter" }));
  expect(filter().value).toBe("");
});

test.each([{ key: "/" }, { key: "f", ctrlKey: true }, { key: "f", metaKey: true }])(
  "%o goes to the filter",
  (key) => {
    renderPanel();
    fireEvent.keyDown(document.body, key);
    expect(document.activeElement).toBe(filter());
  },
);

test("in the filter a slash is a slash, and Escape steps out without losing the text", () => {
  renderPanel();
  filter().focus();
  type("a");
  expect(fireEvent.keyDown(filter(), { key: "/" })).toBe(true);
  fireEvent.keyDown(filter(), { key: "Escape" });
  expect(document.activeElement).toBe(screen.getByRole("grid", { name: "Frames" }));
  expect(filter().value).toBe("a");
});

test("the syntax is explained, and Escape closes that", () => {
  renderPanel();
  const help = screen.getByRole("button", { name: "How to filter" });
  fireEvent.click(help);
  expect(screen.getByText("size>1k")).toBeDefined();
  fireEvent.keyDown(help, { key: "Escape" });
  expect(screen.queryByText("size>1k")).toBeNull();
});

test("the panel goes to a window of its own, unless it has one", () => {
  const { side, unmount } = renderPanel();
  fireEvent.click(screen.getByRole("button", { name: "Open in window" }));
  expect(side.link.sent).toContainEqual({ type: "detach" });
  unmount();
  renderPanel(PanelSide.open(), false);
  expect(screen.queryByRole("button", { name: "Open in window" })).toBeNull();
});
