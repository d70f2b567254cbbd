// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { useFakeLayout } from "../../../support/render-panel";
import { content, greeted, grid, press, row, rows } from "./panel-of";

useFakeLayout();

const SEND = { type: "page", document: "document-1", command: { type: "send", socket: 1, data: "hello" } };
const RECEIVE = {
  type: "page",
  document: "document-1",
  command: { type: "receive", socket: 1, data: "welcome" },
};

function details(): HTMLElement {
  return screen.getByRole("region", { name: "Frame details" });
}

function button(name: string): HTMLElement {
  return within(details()).getByRole("button", { name });
}

function said(): string | null {
  return screen.getByRole("status", { name: "Replay" }).textContent;
}

test("a sent frame is sent again, a received one is given to the page again", () => {
  const { done } = greeted();
  fireEvent.click(content("hello"));
  fireEvent.click(button("Replay"));
  expect(said()).toBe("Sent again on #1");
  fireEvent.click(content("welcome"));
  expect(said()).toBe("");
  fireEvent.click(button("Replay"));
  expect(said()).toBe("Given to the page on #1");
  expect(done()).toEqual([SEND, RECEIVE]);
});

test("another way is chosen in a menu, by keys", () => {
  const { done } = greeted();
  fireEvent.click(content("hello"));
  const opener = button("Replay as...");
  fireEvent.click(opener);
  const items = within(screen.getByRole("menu", { name: "Replay as..." })).getAllByRole("menuitem");
  expect(items.map((item) => item.getAttribute("aria-label"))).toEqual([
    "Send again on #1",
    "As if received on #1",
    "On a new connection",
  ]);
  expect(document.activeElement).toBe(items[0]);
  expect(document.getElementById(items[1]?.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "The page's handlers get it, as if the server had sent it",
  );
  fireEvent.keyDown(items[0] as HTMLElement, { key: "ArrowDown" });
  fireEvent.click(document.activeElement as HTMLElement);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(opener);
  expect(done()).toMatchObject([{ command: { type: "receive", data: "hello" } }]);
});

test("Escape leaves the menu, not the details; letters in it are no keys of the panel", () => {
  const { done } = greeted();
  fireEvent.click(content("hello"));
  fireEvent.click(button("Replay as..."));
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "r" });
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "Escape" });
  expect(screen.queryByRole("menu")).toBeNull();
  expect(details()).toBeDefined();
  expect(done()).toEqual([]);
});

test("a way that is not possible stands there with its reason", () => {
  const { side, show, done } = greeted();
  fireEvent.click(content("hello"));
  side.page.closed(1, 1006);
  show();
  fireEvent.click(button("Replay as..."));
  const item = screen.getByRole("menuitem", { name: "Send again on #1" });
  expect(item.getAttribute("aria-disabled")).toBe("true");
  expect(document.getElementById(item.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "#1 is closed. Use a new connection.",
  );
  fireEvent.click(item);
  expect(done()).toEqual([]);
});

test("where there is no content, the buttons say why", () => {
  const { side, show } = greeted();
  side.page.unkept(1, 5_000_000);
  show();
  press("End");
  press("Enter");
  for (const name of ["Replay", "Edit and replay"]) {
    expect(button(name).hasAttribute("disabled")).toBe(true);
    expect(button(name).title).toBe("Its content was not kept: there is nothing to replay.");
  }
  press("r");
  expect(said()).toContain("was not kept");
  expect(screen.getByRole("status", { name: "Replay" }).querySelector(".warning .icon")).not.toBeNull();
});

test("a loss has nothing to replay", () => {
  const { side, show } = greeted();
  side.page.known(1, { url: "wss://app.test/ws", state: "open", createdAt: 0, before: 9, why: "backlog" });
  show();
  press("End");
  press("Enter");
  expect(within(details()).queryByRole("button", { name: "Replay" })).toBeNull();
});

test("R replays the selected frame, once however long it is held, and not while one writes", () => {
  const { done } = greeted();
  fireEvent.keyDown(document.body, { key: "r" });
  press("Home");
  press("r");
  press("R", { repeat: true });
  press("r", { ctrlKey: true });
  fireEvent.keyDown(screen.getByRole("searchbox", { name: "Filter frames" }), { key: "r" });
  expect(done()).toEqual([SEND]);
  expect(said()).toBe("Sent again on #1");
  press("ArrowDown");
  expect(said()).toBe("");
});

test("R does nothing while another view lies over the list", () => {
  const { done } = greeted();
  press("Home");
  fireEvent.click(screen.getByRole("tab", { name: "Rooms" }));
  fireEvent.keyDown(document.body, { key: "r" });
  expect(done()).toEqual([]);
});

test("the row under the pointer has the button, and its click opens nothing", () => {
  const { done } = greeted();
  expect(within(grid()).queryByRole("button", { name: "Replay" })).toBeNull();
  fireEvent.pointerMove(content("welcome"));
  const own = within(row(1)).getByRole("button", { name: "Replay" });
  expect(rows().filter((each) => within(each).queryByRole("button") !== null)).toEqual([row(1)]);
  fireEvent.click(own);
  expect(done()).toEqual([RECEIVE]);
  expect(screen.queryByRole("region", { name: "Frame details" })).toBeNull();
  expect(said()).toBe("Given to the page on #1");
  expect(document.activeElement).toBe(grid());
  fireEvent.pointerLeave(grid());
  expect(within(grid()).queryByRole("button", { name: "Replay" })).toBeNull();
});

test("a pointer on its way over the list does not render the list", () => {
  const { side } = greeted();
  const rendered = vi.spyOn(side.store.attic, "show");
  for (const text of ["hello", "welcome", "hello"]) fireEvent.pointerMove(content(text));
  expect(within(row(0)).getByRole("button", { name: "Replay" })).toBeDefined();
  expect(rendered).not.toHaveBeenCalled();
});

test("what was received never goes to the server by itself, also when its socket is closed", () => {
  const { side, show, done } = greeted();
  side.page.closed(1, 1006);
  show();
  fireEvent.click(content("welcome"));
  expect(button("Replay").title).toBe("#1 is closed. Use a new connection.");
  press("r");
  expect(said()).toBe("#1 is closed. Use a new connection.");
  expect(done()).toEqual([]);
  expect(side.store.replay.client.state.value).toBe("disconnected");
});

test("R does nothing in a dialog that lies over the list", () => {
  const { done } = greeted();
  press("Home");
  fireEvent.click(screen.getByRole("button", { name: "Offline options" }));
  fireEvent.click(screen.getByRole("button", { name: "Reports\u2026" }));
  fireEvent.keyDown(screen.getByRole("button", { name: "Close report" }), { key: "r" });
  expect(done()).toEqual([]);
});

test("so has the selected row", () => {
  greeted();
  press("Home");
  expect(within(row(0)).getByRole("button", { name: "Replay" })).toBeDefined();
});
