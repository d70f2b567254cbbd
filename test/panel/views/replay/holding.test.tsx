// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { useFakeLayout } from "../../../support/render-panel";
import { button, choice, logged, press, ReplaySide, rooms, state, textbox, type } from "./replay-side";

useFakeLayout();
beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

test("rooms are joined, joined again after a loss, and left", () => {
  const it = new ReplaySide();
  expect(button("Join").title).toBe("Press Connect first");
  it.connected();
  type(textbox("Room"), "account:a1");
  press("Join");
  it.settle();
  expect(it.socket.sent).toEqual(['{"type":"room.join","room":"account:a1"}']);
  expect(rooms()[0]).toMatch(/^account:a1since /);
  it.happen(() => it.socket.serverCloses());
  expect(rooms()[0]).toBe("account:a1joined again at the next open");
  it.pass(500);
  it.happen(() => it.socket.serverOpens());
  expect(rooms()[0]).toBe("account:a1joined again, 1\u00d7");
  press("Leave account:a1");
  it.settle();
  expect(rooms()).toEqual([]);
  expect(it.socket.sent.at(-1)).toBe('{"type":"room.leave","room":"account:a1"}');
});

test("rooms that come back by themselves outlive Disconnect, on the same address only", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.client.join("a"));
  press("Disconnect");
  press("Connect");
  it.happen(() => it.socket.serverOpens());
  expect(it.socket.sent).toEqual(['{"type":"room.join","room":"a"}']);
  press("Disconnect");
  type(textbox("URL"), "wss://other.test/");
  press("Connect");
  it.happen(() => it.socket.serverOpens());
  expect(it.socket.sent).toEqual([]);
});

test("nothing is sent before Connect, and the composer says so", () => {
  const it = new ReplaySide();
  expect(screen.getByRole("status", { name: "Before sending" }).textContent).toContain("Press Connect first");
  expect(button("Send").disabled).toBe(true);
  expect(it.client.send("x")).toMatchObject({ failed: true });
});

test("the composer sends on the connection", () => {
  const it = new ReplaySide().connected();
  press("Send");
  it.settle();
  expect(it.socket.sent).toEqual([""]);
  expect(screen.getByRole("status", { name: "Sending" }).textContent).toBe("Sent by the replay client");
});

test("what is sent while reconnecting waits in the buffer, and goes out at the next open", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.socket.serverCloses());
  it.happen(() => it.client.send("one"));
  expect(screen.getByRole("list", { name: "Buffered messages" }).textContent).toBe("one 3 B");
  it.pass(500);
  it.happen(() => it.socket.serverOpens());
  expect(it.socket.sent).toEqual(["one"]);
  expect(logged()).toContain("Sent 1 kept message");
  expect(screen.queryByRole("list", { name: "Buffered messages" })).toBeNull();
});

test("when all attempts are used up it says so, and can be connected again", () => {
  const it = new ReplaySide();
  it.client.change("attempts", 1);
  it.connected();
  it.happen(() => it.socket.serverCloses());
  it.pass(500);
  it.happen(() => it.socket.serverCloses());
  expect(state()).toMatch(/^disconnected, the attempt failed, and .*attempt/);
  press("Connect");
  expect(it.sockets).toHaveLength(3);
});

test("a socket of the page is asked for there, and told of by it", () => {
  const it = new ReplaySide();
  press("Connect");
  const asked = it.side.link.sent.find(
    ({ type, ...rest }) => type === "page" && "command" in rest && rest.command.type === "open",
  );
  const command = (asked as unknown as { command: { key: string; url: string } }).command;
  expect(command.url).toBe("wss://app.test/ws?token=abc");
  it.side.page.created(9, command.url, "", command.key);
  it.side.page.opened(9);
  it.settle();
  expect(state()).toMatch(/^connected/);
  it.side.page.received(9, "hi");
  it.settle();
  expect(logged()).toContain("Received 2 bytes hi");
  expect(screen.getByText("not known of the page's socket")).toBeDefined();
});

test("with recording off a socket of the page is not heard, and that is said", () => {
  const it = new ReplaySide();
  press("Connect");
  expect(screen.queryByText(/Recording is off/)).toBeNull();
  it.happen(() => it.side.store.toggleRecording());
  expect(screen.getByText(/Recording is off: what the page's socket receives is not heard/)).toBeDefined();
});

test("pretended offline closes at once and pauses; online connects at once", () => {
  const it = new ReplaySide().connected();
  it.happen(() => it.side.store.replay.conditions.toggleOffline());
  expect(state()).toMatch(/^reconnecting, paused: the page is offline \(simulated\)/);
  it.happen(() => it.side.store.replay.conditions.toggleOffline());
  expect(it.sockets).toHaveLength(2);
});

test("the log can be cleared, and a flood of messages leaves the decisions in it", () => {
  const it = new ReplaySide().connected();
  it.happen(() => {
    for (let message = 0; message < 5000; message++) it.socket.serverSends(`message ${message}`);
  });
  expect(logged()).toContain("Connected");
  expect(logged().at(-1)).toBe("Received 12 bytes message 4999 and 4,980 more before it");
  press("Clear events");
  it.settle();
  expect(logged()).toEqual([]);
});

test("what is set survives another view, and so does what is written", () => {
  const it = new ReplaySide();
  fireEvent.change(choice("Preset"), { target: { value: "phoenix" } });
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
  expect(screen.queryByRole("status", { name: "Connection state" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Send" })).toBeNull();
  fireEvent.click(screen.getByRole("tab", { name: "Replay" }));
  it.settle();
  expect(choice("Preset").value).toBe("phoenix");
});
