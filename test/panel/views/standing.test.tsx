// @vitest-environment happy-dom
import { act, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import type { PanelNotice } from "../../../src/protocol";
import { PanelSide } from "../../support/panel-side";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

test.each<[PanelNotice | null, string]>([
  [null, "Connecting to the page\u2026"],
  [{ type: "tab", state: "ready", page: 0 }, "No WebSocket opened yet."],
  [{ type: "tab", state: "unreachable" }, "Reload the page to see its sockets."],
  [{ type: "tab", state: "missing" }, "This tab is gone."],
  [{ type: "severed" }, "Sockeye was updated or reloaded."],
])("after %o an empty list says why", (notice, text) => {
  const side = new PanelSide();
  if (notice) side.link.tell(notice);
  renderPanel(side);
  expect(screen.getByText(text)).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a socket without frames is waited for", () => {
  renderPanel();
  expect(screen.getByText("No frames yet.")).toBeDefined();
});

test("frames that are there stay when the extension is reloaded, under a word about it", () => {
  const { side, show } = renderPanel();
  side.page.received(1, "still here");
  show();
  act(() => side.link.tell({ type: "severed" }));
  expect(screen.getByRole("alert").textContent).toBe(
    "Sockeye was updated or reloaded. Close and open DevTools again.",
  );
  expect(screen.getByText("still here")).toBeDefined();
});

test("the status bar counts, in singular too, and is read on demand only", () => {
  const { side, show } = renderPanel();
  const status = screen.getByRole("status", { name: "Capture status" });
  expect(status.textContent).toBe("1 socket \u00b7 0 frames \u00b7 0 B \u00b7 0 lost");
  side.page.received(1, "x".repeat(1800));
  side.page.known(1, { url: "wss://app.test/ws", state: "open", createdAt: 0, before: 3, why: "slow" });
  show();
  expect(status.textContent).toBe("1 socket \u00b7 1 frame \u00b7 1.8 kB \u00b7 2 lost");
  expect(status.getAttribute("aria-live")).toBe("off");
});
