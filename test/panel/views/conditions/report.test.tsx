// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

const ORIGIN = 1_700_000_000_000;

/** A page that has joined a room, 10 s after its beginning. */
function open() {
  const { side, show } = renderPanel();
  const { page, scheduler } = side;
  const at = (ms: number) => {
    page.clock = ms;
    scheduler.time = ORIGIN + ms;
  };
  at(9000);
  page.sent(1, '{"type":"room.join","room":"lobby"}');
  show();
  at(10_000);
  return { side, page, show, at };
}

const offline = () => fireEvent.click(screen.getByRole("switch", { name: "Simulate offline" }));
const dialog = () => screen.getByRole("dialog", { name: "Outage report" });
const press = (name: string) => {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
};

/** An outage from 10 s to 22.4 s, in which the socket is closed at 10.2 s. */
function afterOutage() {
  const panel = open();
  offline();
  panel.at(10_200);
  panel.page.failed(1);
  panel.page.closed(1, 1006);
  panel.show();
  panel.at(22_400);
  offline();
  return panel;
}

/** Lets the report, which is told once a second, catch up. */
function later(panel: ReturnType<typeof open>, ms: number): void {
  panel.at(ms);
  act(() => {
    panel.side.show();
    vi.advanceTimersByTime(2000);
  });
}

test("the end of an outage leads to its report, and can be dismissed", () => {
  afterOutage();
  const line = screen.getByRole("status", { name: "Simulation" });
  expect(line.textContent).toBe("Outage of 12.4 s ended: Report");
  press("Report");
  expect(document.activeElement).toBe(dialog());
  fireEvent.keyDown(dialog(), { key: "Escape" });
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Report");
  press("Dismiss");
  expect(line.textContent).toBe("");
  press("Offline options");
  press("Reports\u2026");
  expect(dialog().textContent).toContain("12.4 s (simulated: sockets dropped; the page was told).");
  press("Close report");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Offline options");
});

test("a session is waited for, and its recovery is told as soon as it is there", () => {
  const panel = afterOutage();
  press("Report");
  expect(dialog().textContent).toContain("Not open again so far: waiting 30 s more.");
  panel.page.clock = 23_400;
  panel.page.created(2, "wss://app.test/ws");
  panel.page.opened(2);
  panel.page.sent(2, '{"type":"room.join","room":"lobby"}');
  later(panel, 23_500);
  const session = within(dialog()).getByRole("region", { name: "wss://app.test/ws" });
  expect(session.textContent).toContain("It noticed after 200 ms");
  expect(session.textContent).toContain("Open again1.0 s after the end");
  expect(session.textContent).toContain("Rooms rejoinedlobby");
  expect(within(session).getByRole("list", { name: "Attempts" }).textContent).toBe(
    "#2, 13.2 s after a close, opened",
  );
});

test("who does not come back is not recovered after 30 s, or at once", () => {
  const panel = afterOutage();
  press("Report");
  later(panel, 40_000);
  expect(dialog().textContent).toContain("waiting 13 s more");
  later(panel, 53_000);
  expect(dialog().textContent).not.toContain("waiting");
  expect(dialog().textContent).toContain("It noticed after 200 ms");
});

test("long after an outage new frames cost its report nothing, another socket does", () => {
  const panel = afterOutage();
  press("Report");
  later(panel, 90_000);
  const { capture } = panel.side.store;
  panel.page.created(2, "wss://app.test/other");
  later(panel, 91_000);
  const read = vi.spyOn(capture, "time");
  const readOfFirst = () => read.mock.calls.filter(([row]) => row === 0).length;
  panel.page.sent(2, "of no interest");
  later(panel, 92_000);
  expect(readOfFirst()).toBe(0);
  panel.page.created(3, "wss://app.test/ws");
  later(panel, 93_000);
  expect(readOfFirst()).toBeGreaterThan(0);
  expect(dialog().textContent).toContain("It noticed after 200 ms");
});

test("Now does not wait", () => {
  afterOutage();
  press("Report");
  press("Now");
  expect(dialog().textContent).not.toContain("waiting");
  expect(dialog().textContent).toContain("Open againnot so far");
});

test("what lasts is told so far", () => {
  const panel = open();
  offline();
  press("Offline options");
  press("Reports\u2026");
  later(panel, 15_000);
  expect(dialog().textContent).toContain("It goes on: 5.0 s so far (simulated: sockets dropped");
});

test("before anything was simulated it says what to do; of several outages one is chosen", () => {
  const { at } = open();
  press("Offline options");
  press("Reports\u2026");
  expect(dialog().textContent).toContain("Nothing was simulated for the page yet");
  for (const ms of [11_000, 12_000, 13_000, 15_000]) {
    at(ms);
    offline();
  }
  expect(dialog().textContent).toContain("2.0 s (simulated");
  const choice = within(dialog()).getByRole<HTMLSelectElement>("combobox", { name: "Outage" });
  expect(choice.options).toHaveLength(2);
  fireEvent.change(choice, { target: { value: choice.options[1]?.value } });
  expect(dialog().textContent).toContain("1.0 s (simulated");
});

test("the report is copied as Markdown", () => {
  let copied = "";
  document.execCommand = () => {
    const event = new Event("copy") as ClipboardEvent;
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (copied = text) } });
    return document.dispatchEvent(event);
  };
  afterOutage();
  press("Report");
  press("Copy as Markdown");
  expect(copied).toContain("# Simulated outage: connections dropped, 12.4 s");
  expect(within(dialog()).getByText("Copied")).toBeDefined();
});
