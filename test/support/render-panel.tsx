import { act, cleanup, render } from "@testing-library/preact";
import { afterEach, beforeEach, vi } from "vitest";
import { Panel } from "../../src/panel/views/panel";
import { PanelSide } from "./panel-side";

/** What happy-dom does not lay out: every element is this large. */
const SIZE = { width: 1000, height: 420 };

/** Gives elements a size, and takes the panel away after each test. */
export function useFakeLayout(): void {
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers();
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(SIZE.height);
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(SIZE.width);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

/** The panel of a page; `show` says what the page said, and lets figures that lag catch up. */
export function renderPanel(side = PanelSide.open(), docked = true) {
  const view = render(<Panel store={side.store} docked={docked} />);
  const show = () =>
    act(() => {
      side.show();
      vi.runAllTimers();
    });
  show();
  return { ...view, side, show };
}
