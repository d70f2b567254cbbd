// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { useFakeLayout } from "../../../support/render-panel";
import { button, choice, logged, press, ReplaySide, radio, state, textbox, type } from "./replay-side";

useFakeLayout();
beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

test("before the first connection it says what to do, and offers the page's newest open socket", () => {
  new ReplaySide();
  expect(screen.getByText(/Choose a preset, enter a URL and press Connect/)).toBeDefined();
  expect(textbox("URL").value).toBe("wss://app.test/ws?token=abc");
  expect(state()).toBe("disconnected");
  expect(button("Disconnect").getAttribute("aria-disabled")).toBe("true");
  expect(choice("Preset").value).toBe("warpkit");
  expect(screen.getByRole("radiogroup", { name: "Open from" })).toBeDefined();
  expect(radio("Page").checked).toBe(true);
});

test("without a socket there is no URL, and Connect says what is missing", () => {
  const it = new ReplaySide({ open: false });
  expect(textbox("URL").value).toBe("");
  expect(button("Connect").getAttribute("aria-disabled")).toBe("true");
  expect(button("Connect").title).toBe("Enter the URL to connect to");
  fireEvent.click(radio("Extension"));
  press("Connect");
  expect(it.sockets).toHaveLength(0);
});

test("connects from the extension, and tells what happens in the log", () => {
  const it = new ReplaySide();
  type(textbox("Subprotocols"), "v2, v1");
  fireEvent.click(radio("Extension"));
  press("Connect");
  it.settle();
  expect(state()).toMatch(/^connecting/);
  expect([it.socket.url, it.socket.protocols]).toEqual(["wss://app.test/ws?token=abc", ["v2", "v1"]]);
  it.happen(() => it.socket.serverOpens("v2"));
  expect(state()).toMatch(/^connected, with subprotocol v2/);
  it.happen(() => it.socket.serverSends('{"type":"hello"}'));
  expect(logged()).toContain('Received 16 bytes {"type":"hello"}');
  expect(logged()).toContain("Open with subprotocol v2");
  expect(screen.queryByText(/Choose a preset, enter a URL/)).toBeNull();
});

test("a lost connection is followed by an attempt after the planned delay, which is explained", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.socket.serverCloses());
  expect(state()).toBe("reconnecting, attempt 1 in 0.3 s");
  expect(logged()).toContain("Attempt 1 in 250 ms: full jitter of 0-500 ms");
  it.pass(249);
  expect(it.sockets).toHaveLength(1);
  it.pass(1);
  expect(it.sockets).toHaveLength(2);
  expect(state()).toMatch(/^connecting, attempt 1/);
  it.happen(() => it.socket.serverCloses());
  expect(logged()).toContain("Attempt 2 in 500 ms: full jitter of 0-1,000 ms");
  expect(screen.getByRole("img", { name: /^Delays of 2 attempts/ })).toBeDefined();
  const table = screen.getByRole("table", { name: "Planned and actual delays, newest first", hidden: true });
  const rows = [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].slice(1).map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ["2", "0\u20131,000", "500", "\u2013", "waiting"],
    ["1", "0\u2013500", "250", "250", "failed"],
  ]);
});

test("what ticks is not announced", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.socket.serverCloses());
  const clock = screen.getByRole("status", { name: "Connection state" }).querySelector("[aria-hidden=true]");
  expect(clock?.textContent).toBe(" in 0.3 s");
});

test("Reconnect now does not wait", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.socket.serverCloses());
  press("Reconnect now");
  it.settle();
  expect(it.sockets).toHaveLength(2);
  expect(state()).toMatch(/^connecting/);
  expect(screen.queryByRole("button", { name: "Reconnect now" })).toBeNull();
});

test("Disconnect is final, also while reconnecting", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.socket.serverCloses());
  press("Disconnect");
  it.pass(60_000);
  expect(it.sockets).toHaveLength(1);
  expect(state()).toBe("disconnected, closed by disconnect()");
});

test("Disconnect closes with the code and reason that were entered, if they are allowed", () => {
  const it = new ReplaySide().connected();
  press("Close code and reason");
  type(textbox("Close code"), "1001");
  expect(screen.getByText("A page may close with 1000, or 3000 to 4999")).toBeDefined();
  expect(button("Disconnect").getAttribute("aria-disabled")).toBe("true");
  type(textbox("Close code"), "4321");
  type(textbox("Close reason"), "\u00e9".repeat(62));
  expect(screen.getByText("The reason has 124 bytes; 123 is the most")).toBeDefined();
  type(textbox("Close reason"), "bye");
  press("Disconnect");
  expect(it.socket.closes).toEqual([[4321, "bye"]]);
});

test("a bad URL is told in words and not connected to", () => {
  const it = new ReplaySide();
  fireEvent.click(radio("Extension"));
  type(textbox("URL"), "ftp://x");
  expect(textbox("URL").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getAllByText(/is no address of a socket/).length).toBeGreaterThan(0);
  press("Connect");
  expect(it.sockets).toHaveLength(0);
});

test("a relative URL belongs to the page, and the address is shown", () => {
  new ReplaySide();
  type(textbox("URL"), "/live");
  expect(screen.getByText("wss://example.test/live")).toBeDefined();
  type(textbox("URL"), "wss://example.test/live");
  expect(screen.queryByText("wss://example.test/live")).toBeNull();
});

test("a subprotocol that no browser takes is told", () => {
  new ReplaySide();
  type(textbox("Subprotocols"), "a, b, a");
  expect(screen.getAllByText("The subprotocol \u201ca\u201d is there twice").length).toBeGreaterThan(0);
});

test("its frames are one press away", () => {
  new ReplaySide().connected();
  press("Frames of #2");
  expect(screen.getByRole("tab", { name: "Frames" }).getAttribute("aria-selected")).toBe("true");
});

test("the states are there as a picture, in words", () => {
  const it = new ReplaySide().connected();
  it.pass(2000);
  expect(
    screen.getByRole("img", { name: /^States, oldest first: connecting 0 ms, connected 2\.0 s/ }),
  ).toBeDefined();
});
