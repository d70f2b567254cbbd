// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Flag } from "../../../src/protocol";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

function details(): HTMLElement {
  return screen.getByRole("region", { name: "Frame details" });
}

/** The details of a frame with this content. */
function open(content: string | Uint8Array, flags = 0) {
  const panel = renderPanel();
  panel.side.page.received(1, content, flags);
  panel.show();
  const grid = screen.getByRole("grid", { name: "Frames" });
  fireEvent.keyDown(grid, { key: "End" });
  fireEvent.keyDown(grid, { key: "Enter" });
  return panel;
}

function lines(): string[] {
  return within(details())
    .getAllByRole("treeitem")
    .map((item) => item.textContent);
}

test("JSON is a tree with every digit", () => {
  open('{"id":12345678901234567890,"tags":["a"]}');
  expect(lines().slice(1)).toEqual(["id: 12345678901234567890", '\u25betags: ["a"]', '0: "a"']);
});

test("the tree folds by click and by key, and copies the value under the cursor", () => {
  open('{"user":{"name":"A\\u0064a"},"n":1}');
  const tree = within(details()).getByRole("tree", { name: "JSON" });
  fireEvent.click(within(details()).getByText("user"));
  expect(lines()).toHaveLength(3);
  fireEvent.keyDown(tree, { key: "ArrowRight" });
  fireEvent.keyDown(tree, { key: "ArrowRight" });
  expect(lines()).toHaveLength(4);
  const clipboardData = new DataTransfer();
  fireEvent(tree, new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
  expect(clipboardData.getData("text/plain")).toBe("Ada");
});

test("raw text is one click away, and back", () => {
  open('{"a": 1}');
  fireEvent.click(screen.getByRole("button", { name: "Show raw text" }));
  expect(details().querySelector("pre")?.textContent).toBe('{"a": 1}');
  fireEvent.click(screen.getByRole("button", { name: "Show tree" }));
  expect(lines()).toHaveLength(2);
});

test("what only looks like JSON says so and stays text", () => {
  open('{"a": 1');
  expect(within(details()).getByText(/^Looks like JSON, but is not: /)).toBeDefined();
  expect(details().querySelector("pre")?.textContent).toBe('{"a": 1');
});

test("large JSON is text first", () => {
  open(`["${"x".repeat(2_000_000)}"]`);
  expect(within(details()).getByText(/2\.0 MB of JSON/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show tree" }));
  expect(lines()).toHaveLength(2);
});

test("long text comes in pages", () => {
  open("y".repeat(150_000));
  const length = () => details().querySelector("pre")?.textContent.length;
  expect(length()).toBe(100_000);
  fireEvent.click(screen.getByRole("button", { name: "Show more (50 kB left)" }));
  expect(length()).toBe(150_000);
});

test("text is never markup", () => {
  open("<b>bold</b>");
  expect(details().querySelector("b")).toBeNull();
  expect(within(details()).getByText("<b>bold</b>")).toBeDefined();
});

test("bytes that are text are read as text, others shown as hex", () => {
  const { side, show } = open(new TextEncoder().encode('{"cpu":1}'));
  expect(within(details()).getByText("Binary, read as UTF-8 text")).toBeDefined();
  side.page.received(1, new Uint8Array([0, 1, 255]));
  show();
  fireEvent.keyDown(screen.getByRole("grid", { name: "Frames" }), { key: "End" });
  expect(details().textContent).toContain("00 01 ff");
});

test("Hex shows the UTF-8 of a text", () => {
  open("\u00fc!");
  fireEvent.click(screen.getByRole("tab", { name: "Hex" }));
  expect(details().textContent).toContain("c3 bc 21");
});

test("Envelope tells the bare facts, and what became of the frame", () => {
  open("late", Flag.Unsent);
  fireEvent.click(screen.getByRole("tab", { name: "Envelope" }));
  const terms = within(details()).getAllByRole("term");
  expect(terms.map((term) => term.textContent)).toEqual([
    "Kind",
    "Name",
    "Read as",
    "Dialect",
    "Direction",
    "Type",
    "Size",
    "Time",
    "Socket",
    "Delivery",
  ]);
  expect(within(details()).getByText("4 bytes")).toBeDefined();
});

test("a Blob is shown as soon as it is read", () => {
  const { side, show } = renderPanel();
  const order = side.page.blobReceived(1, 2);
  show();
  fireEvent.click(screen.getByText("reading\u2026"));
  expect(within(details()).getByText("Reading\u2026")).toBeDefined();
  side.page.blobBytes(1, order, new Uint8Array([1, 2]));
  show();
  expect(details().textContent).toContain("01 02");
});

test("the arrow keys walk through the tabs", () => {
  open("x");
  const tab = (name: string) => screen.getByRole("tab", { name });
  fireEvent.keyDown(tab("Payload"), { key: "ArrowLeft" });
  expect(tab("Hex").getAttribute("aria-selected")).toBe("true");
  expect(document.activeElement).toBe(tab("Hex"));
  fireEvent.keyDown(tab("Hex"), { key: "ArrowRight" });
  expect(tab("Payload").getAttribute("aria-selected")).toBe("true");
});

test("the details go with their frame", () => {
  const { side } = open("x");
  act(() => side.store.clear());
  expect(screen.queryByRole("region", { name: "Frame details" })).toBeNull();
});

test("another dialect for the socket: the row, the tab and the filter follow at once", () => {
  const { side, show } = renderPanel();
  side.store.filtering.query.value = "name:chat";
  side.page.received(1, '{"type":"chat","room":"a","text":"hi"}');
  show();
  fireEvent.click(screen.getByText("chat"));
  fireEvent.click(screen.getByRole("tab", { name: "Envelope" }));
  expect(details().textContent).toContain("% sure");
  fireEvent.change(within(details()).getByRole("combobox", { name: "Read as" }), {
    target: { value: "text" },
  });
  show();
  expect(details().textContent).toContain("by choice");
  expect(side.texts()).toEqual([]);
});
