// @vitest-environment happy-dom
import type { EditorView } from "@codemirror/view";
import { signal } from "@preact/signals";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MessageEditor, MOST_RICH } from "../../../../src/panel/parts/editor/message-editor";
import { editorIn } from "./support";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function type(view: EditorView, text: string): Promise<void> {
  return act(async () => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: "input" });
    await vi.advanceTimersByTimeAsync(2000);
  });
}

function problem(): string {
  return screen.getByRole("status", { name: "Problem in Message" }).textContent;
}

test("is a textbox by its name, in a shadow root, and writes to its signal", async () => {
  const value = signal("[1]");
  const { container } = render(<MessageEditor label="Message" value={value} language="json" />);
  const { view, box } = editorIn(container);
  expect(box.getAttribute("role")).toBe("textbox");
  expect(box.getAttribute("aria-label")).toBe("Message");
  expect(view.state.doc.toString()).toBe("[1]");
  await type(view, "[1,\r\n2]");
  expect(value.value).toBe("[1,\r\n2]");
});

test("follows its signal; another signal has another history", () => {
  const value = signal("one");
  const { container, rerender } = render(<MessageEditor label="Message" value={value} language="text" />);
  act(() => {
    value.value = "one two";
  });
  expect(editorIn(container).view.state.doc.toString()).toBe("one two");
  rerender(<MessageEditor label="Message" value={signal("other")} language="text" />);
  expect(editorIn(container).view.state.doc.toString()).toBe("other");
});

test("says where JSON is wrong, until it is right, and not of text", async () => {
  const value = signal("[1]");
  const { container, rerender } = render(<MessageEditor label="Message" value={value} language="json" />);
  const { view, box } = editorIn(container);
  await type(view, "[\n1,]");
  expect(problem()).toContain("Line 2, column 3");
  expect(problem()).toContain("A comma is too many");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  // happy-dom tells of a selection while it is being made, which no browser does.
  vi.spyOn(view, "focus").mockReturnValue();
  fireEvent.click(screen.getByRole("button", { name: "Line 2, column 3" }));
  expect(view.state.selection.main.head).toBe(4);
  await type(view, "[1]");
  expect(problem()).toBe("");
  await type(view, "x");
  rerender(<MessageEditor label="Message" value={value} language="text" />);
  expect(problem()).toBe("");
});

test("holes are marked and no fault", async () => {
  const value = signal('{"n":{{n}}}');
  const holes = () => [{ from: 5, to: 10 }];
  const { container } = render(<MessageEditor label="Message" value={value} language="json" holes={holes} />);
  const { view, box } = editorIn(container);
  await type(view, '{"m":{{n}}}');
  expect(problem()).toBe("");
  expect(box.querySelector(".cm-hole")?.textContent).toBe("{{n}}");
});

test("shows changes only when asked", () => {
  const value = signal("one\nTWO");
  const props = { label: "Message", value, language: "text" as const, original: "one\ntwo" };
  const { container, rerender } = render(<MessageEditor {...props} />);
  expect(editorIn(container).box.querySelector(".cm-changedText, .cm-deletedChunk")).toBeNull();
  rerender(<MessageEditor {...props} changesShown />);
  expect(editorIn(container).view.dom.querySelector("del, .cm-deletedChunk, .cm-deletedText")).not.toBeNull();
});

test("a text too long for colours is plain, and says so", () => {
  const value = signal("a\r\n".repeat(MOST_RICH / 2));
  render(<MessageEditor label="Message" value={value} language="json" />);
  const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
  expect(screen.getByText(/1.5 MB: too long for colours, checks and changes/).textContent).toContain("CR LF");
  fireEvent.input(box, { target: { value: "short" } });
  expect(value.value).toBe("short");
});

test("read only is told", () => {
  const { container } = render(
    <MessageEditor label="Message" value={signal("x")} language="text" readOnly />,
  );
  expect(editorIn(container).box.getAttribute("aria-readonly")).toBe("true");
});
