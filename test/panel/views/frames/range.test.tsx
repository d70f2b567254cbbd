// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";
import { content, grid, press, selectedTexts } from "./panel-of";

useFakeLayout();

function ten() {
  const panel = renderPanel();
  for (let i = 0; i < 10; i++) panel.side.page.received(1, `frame ${i}`);
  panel.show();
  return panel;
}

function status(): string | null {
  return screen.getByRole("status", { name: "Selection" }).textContent;
}

test("Shift and a click selects all from the selected one to it", () => {
  const { side } = ten();
  expect(grid().getAttribute("aria-multiselectable")).toBe("true");
  fireEvent.click(content("frame 6"));
  expect(status()).toBe("");
  fireEvent.click(content("frame 4"), { shiftKey: true });
  expect(selectedTexts()).toEqual(["frame 4", "frame 5", "frame 6"]);
  expect(status()).toBe("3 frames selected");
  expect(side.store.replay.range.value).toEqual([4, 6]);
  // It turns around the frame that it began with.
  fireEvent.click(content("frame 8"), { shiftKey: true });
  expect(side.store.replay.range.value).toEqual([6, 8]);
  expect(side.store.selected.value).toBe(8);
});

test("Shift and the arrows extend it and make it smaller", () => {
  const { side } = ten();
  press("Home");
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown", { shiftKey: true });
  expect(selectedTexts()).toEqual(["frame 0", "frame 1", "frame 2"]);
  press("ArrowUp", { shiftKey: true });
  expect(selectedTexts()).toEqual(["frame 0", "frame 1"]);
  press("ArrowUp", { shiftKey: true });
  expect(side.store.replay.range.value).toBeNull();
  expect(selectedTexts()).toEqual(["frame 0"]);
});

test("Escape ends it before it closes anything, so do a plain click, a plain key and the button", () => {
  const { side } = ten();
  const { range } = side.store.replay;
  const select = () => {
    press("Home");
    press("End", { shiftKey: true });
    expect(range.value).toEqual([0, 9]);
  };
  fireEvent.click(content("frame 3"));
  select();
  press("Escape");
  expect(range.value).toBeNull();
  expect(screen.getByRole("region", { name: "Frame details" })).toBeDefined();
  select();
  fireEvent.click(screen.getByRole("button", { name: "End selection" }));
  expect(range.value).toBeNull();
  select();
  press("ArrowUp");
  expect(range.value).toBeNull();
  select();
  fireEvent.click(content("frame 3"));
  expect(range.value).toBeNull();
  expect(status()).toBe("");
});

test("what the filter hides is not counted, and a Clear ends it", () => {
  const { side } = ten();
  press("Home");
  press("End", { shiftKey: true });
  act(() => {
    side.store.filtering.query.value = "/[0-3]$/";
  });
  expect(status()).toBe("4 frames selected");
  act(() => side.store.clear());
  expect(side.store.replay.range.value).toBeNull();
});
