// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { PhoenixPage } from "../../../support/phoenix-page";
import { useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function toHeartbeat(): void {
  fireEvent.click(screen.getByRole("tab", { name: "Heartbeat" }));
}

function region(number: number): HTMLElement {
  return screen.getByRole("region", { name: `Heartbeat of socket #${number}` });
}

/** What a region's description list says of a term. */
function figure(number: number, term: string): string | null | undefined {
  const found = within(region(number))
    .getAllByRole("term")
    .find(({ textContent }) => textContent === term);
  return found?.nextElementSibling?.textContent;
}

/** Ten beats, 25 s apart; the fourth gets no answer. */
function beating(): PhoenixPage {
  const it = new PhoenixPage();
  for (let beat = 0; beat < 10; beat++) {
    it.beat(1, beat === 3 ? null : 20 + beat);
    it.pass(25_000);
  }
  it.show();
  toHeartbeat();
  return it;
}

test("tells style, interval, round trips and missed beats in a description list", () => {
  beating();
  expect(figure(1, "Style")).toContain("Phoenix");
  expect(figure(1, "Interval")).toBe("25.0 s");
  expect(figure(1, "RTT median")).toMatch(/^2\d\.0 ms$/);
  expect(figure(1, "RTT p95")).toMatch(/^2\d\.0 ms$/);
  expect(figure(1, "RTT max")).toBe("29.0 ms");
  expect(figure(1, "Missed")).toBe("1");
  expect(figure(1, "Late")).toBe("0");
  expect(figure(1, "Beats")).toBe("10");
  expect(figure(1, "Bytes")).toMatch(/ in 19 frames$/);
  expect(within(region(1)).getByRole("list", { name: "Verdict" }).textContent).not.toBe("");
});

test("the chart is there in words", () => {
  beating();
  const chart = within(region(1)).getByRole("img", {
    name: /^10 beats, interval 25\.0 s, RTT median 2\d\.0 ms/,
  });
  expect(chart.getAttribute("aria-label")).toMatch(/1 missed, 0 late$/);
  expect(chart.querySelectorAll(".missed")).toHaveLength(1);
});

test("each beat is listed on demand, and its frame one click away", () => {
  const it = beating();
  expect(within(region(1)).queryByRole("list", { name: "Beats, newest first" })).toBeNull();
  fireEvent.click(within(region(1)).getByRole("button", { name: "Beats" }));
  const beats = within(within(region(1)).getByRole("list", { name: "Beats, newest first" })).getAllByRole(
    "button",
  );
  expect(beats).toHaveLength(10);
  expect(beats[6]?.textContent).toContain("no answer");
  fireEvent.click(beats[6] as HTMLElement);
  it.show();
  expect(screen.getByRole("tab", { name: "Frames" }).getAttribute("aria-selected")).toBe("true");
  expect(it.panel.side.store.selected.value).toBe(6);
});

test("where the server asks there is a dash and the reason instead of an RTT", () => {
  const it = new PhoenixPage();
  it.page.received(
    1,
    '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
  );
  for (let beat = 0; beat < 5; beat++) {
    it.pass(25_000);
    it.page.received(1, "2");
    it.page.sent(1, "3");
  }
  it.show();
  toHeartbeat();
  expect(figure(1, "RTT median")).toBe("\u2013 the server asks: only gaps can be seen");
  expect(figure(1, "RTT p95")).toBe("\u2013 the server asks: only gaps can be seen");
  expect(figure(1, "Gap max")).toBe("25.0 s");
  expect(within(region(1)).getByRole("img", { name: /longest gap 25\.0 s/ })).toBeDefined();
});

test("a socket without a heartbeat says so, and has no chart", () => {
  const it = new PhoenixPage();
  it.page.received(1, "hello");
  it.show();
  toHeartbeat();
  expect(figure(1, "Interval")).toBe("\u2013 no heartbeat seen");
  expect(figure(1, "Missed")).toBe("0");
  expect(within(region(1)).queryByRole("img")).toBeNull();
});

test("the newest socket comes first, the chosen one before it; silent ones are counted", () => {
  const it = new PhoenixPage();
  it.beat(1, 20);
  it.reconnect(1, 2);
  it.beat(2, 20);
  it.page.created(3, "wss://other.test/");
  it.show();
  toHeartbeat();
  const names = () => screen.getAllByRole("region").map((one) => one.getAttribute("aria-label"));
  expect(names()).toEqual(["Heartbeat of socket #2", "Heartbeat of socket #1"]);
  expect(screen.getByText("Left out: 1 socket without frames.")).toBeDefined();
  it.panel.side.store.filtering.choose({ socket: 1 });
  it.show();
  expect(names()).toEqual(["Heartbeat of socket #1", "Heartbeat of socket #2"]);
});

test("without frames it says what a heartbeat is", () => {
  new PhoenixPage();
  toHeartbeat();
  expect(screen.getByText("No frames yet.", { selector: ".heartbeats *" })).toBeDefined();
  expect(screen.getByText(/A heartbeat is what the two sides send/)).toBeDefined();
});

test("says so while frames are still being read", () => {
  const it = beating();
  expect(screen.queryByText(/^Reading the frames/)).toBeNull();
  const behind = vi.spyOn(it.panel.side.store.understanding, "behind", "get").mockReturnValue(true);
  act(() => it.panel.side.store.filtering.choose({ socket: 1 }));
  expect(screen.getByText(/^Reading the frames/)).toBeDefined();
  behind.mockRestore();
});
