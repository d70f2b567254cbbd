// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useRemembered } from "../../../src/panel/parts/remembered";
import { Splitter } from "../../../src/panel/parts/splitter";

function Pane({ behind = false }: { behind?: boolean }) {
  const [size, setSize] = useRemembered("test", 200);
  return (
    <Splitter
      name="Resize pane"
      orientation="vertical"
      size={size}
      min={100}
      max={400}
      behind={behind}
      initial={200}
      onSize={setSize}
    />
  );
}

function line(): HTMLElement {
  return screen.getByRole("separator", { name: "Resize pane" });
}

function size(): string | null {
  return line().getAttribute("aria-valuenow");
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("moves by keyboard, within its bounds", () => {
  render(<Pane />);
  fireEvent.keyDown(line(), { key: "ArrowRight" });
  expect(size()).toBe("210");
  fireEvent.keyDown(line(), { key: "ArrowLeft", shiftKey: true });
  expect(size()).toBe("160");
  fireEvent.keyDown(line(), { key: "Home" });
  fireEvent.keyDown(line(), { key: "ArrowLeft" });
  expect(size()).toBe("100");
  fireEvent.keyDown(line(), { key: "End" });
  expect(size()).toBe("400");
  fireEvent.dblClick(line());
  expect(size()).toBe("200");
});

test("a pane behind the line grows the other way", () => {
  render(<Pane behind />);
  fireEvent.keyDown(line(), { key: "ArrowLeft" });
  expect(size()).toBe("210");
});

test("is dragged while it is held", () => {
  render(<Pane />);
  let held = false;
  Object.assign(line(), {
    setPointerCapture: () => {
      held = true;
    },
    hasPointerCapture: () => held,
  });
  fireEvent.pointerMove(line(), { clientX: 90 });
  expect(size()).toBe("200");
  fireEvent.pointerDown(line(), { clientX: 50 });
  fireEvent.pointerMove(line(), { clientX: 90 });
  expect(size()).toBe("240");
});

test("the size is remembered", () => {
  const { unmount } = render(<Pane />);
  fireEvent.keyDown(line(), { key: "ArrowRight" });
  unmount();
  render(<Pane />);
  expect(size()).toBe("210");
});

test("without storage it works all the same", () => {
  vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  render(<Pane />);
  fireEvent.keyDown(line(), { key: "ArrowRight" });
  expect(size()).toBe("210");
});
