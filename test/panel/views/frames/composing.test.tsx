// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import { useFakeLayout } from "../../../support/render-panel";
import { content, greeted, grid, press } from "./panel-of";

useFakeLayout();

function composer(): HTMLElement {
  return screen.getByRole("region", { name: "Composer" });
}

function message(): HTMLTextAreaElement {
  return within(composer()).getByRole("textbox", { name: "Message" });
}

/** Bytes are edited in an ordinary textbox. */
function bytes() {
  const panel = greeted();
  panel.side.page.sent(1, Uint8Array.of(1, 2));
  panel.show();
  press("End");
  return panel;
}

test("the button in the details puts the composer in their place", () => {
  greeted();
  fireEvent.click(content("hello"));
  fireEvent.click(screen.getByRole("button", { name: "Edit and replay" }));
  expect(composer()).toBeDefined();
  expect(screen.queryByRole("region", { name: "Frame details" })).toBeNull();
});

test.each([["e", {}] as const, ["R", { shiftKey: true }] as const])("%s opens it", (key, more) => {
  bytes();
  press(key, more);
  expect(message().value).toBe("01 02");
  expect(document.activeElement).toBe(message());
});

test("what is written goes to the socket of the frame, and what became of it is said there", () => {
  const { done } = bytes();
  press("e");
  fireEvent.input(message(), { target: { value: "0a ff" } });
  fireEvent.click(within(composer()).getByRole("button", { name: "Send" }));
  expect(done()).toEqual([
    {
      type: "page",
      document: "document-1",
      command: { type: "send", socket: 1, data: Uint8Array.of(10, 255) },
    },
  ]);
  expect(composer().textContent).toContain("Sent again on #1");
});

test("Escape closes it, and what was written is there when it is opened again", () => {
  bytes();
  press("e");
  fireEvent.input(message(), { target: { value: "0a ff" } });
  fireEvent.keyDown(message(), { key: "Escape" });
  expect(screen.queryByRole("region", { name: "Composer" })).toBeNull();
  expect(document.activeElement).toBe(grid());
  press("Home");
  press("e");
  expect(composer()).toBeDefined();
  press("Escape");
  press("End");
  press("e");
  expect(message().value).toBe("0a ff");
});

test("another frame's details take its place", () => {
  bytes();
  press("e");
  fireEvent.click(content("welcome"));
  expect(screen.getByRole("region", { name: "Frame details" })).toBeDefined();
  expect(screen.queryByRole("region", { name: "Composer" })).toBeNull();
});

test("a frame without content is not edited, and it is said why", () => {
  const { side, show } = greeted();
  side.page.unkept(1, 5_000_000);
  show();
  press("End");
  press("e");
  expect(screen.queryByRole("region", { name: "Composer" })).toBeNull();
  expect(screen.getByRole("status", { name: "Replay" }).textContent).toContain("not kept");
});
