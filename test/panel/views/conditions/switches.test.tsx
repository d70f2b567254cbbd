// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/preact";
import { describe, expect, test } from "vitest";
import type { Conditions } from "../../../../src/conditions";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function open() {
  const { side, show } = renderPanel();
  const told = () => side.link.sent.filter((command) => command.type === "pretend");
  const last = () => told().at(-1)?.conditions;
  const say = (conditions: Conditions | null) =>
    act(() => side.link.tell({ type: "conditions", conditions }));
  return { side, show, told, last, say };
}

const offline = () => screen.getByRole("switch", { name: "Simulate offline" });
const hidden = () => screen.getByRole("switch", { name: "Simulate hidden" });
const button = (name: string) => screen.getByRole("button", { name });
const checkbox = (name: string | RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const line = () => screen.getByRole("status", { name: "Simulation" });
const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const write = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });

test("the switches say whether they are on, and the page is told", () => {
  const { last } = open();
  expect(offline().getAttribute("aria-checked")).toBe("false");
  expect(hidden().getAttribute("aria-checked")).toBe("false");
  fireEvent.click(offline());
  expect(offline().getAttribute("aria-checked")).toBe("true");
  expect(last()).toEqual({
    offline: { kind: "dropped", told: true, code: 1012, reason: "" },
    hidden: null,
  });
  fireEvent.click(hidden());
  fireEvent.click(offline());
  expect(last()).toEqual({ offline: null, hidden: { frozen: false, cached: false } });
  fireEvent.click(hidden());
  expect(last()).toBeNull();
});

describe("while something is simulated", () => {
  test("a line and the status bar say so, until it is ended", () => {
    const { last } = open();
    expect(line().textContent).toBe("");
    fireEvent.click(offline());
    fireEvent.click(hidden());
    expect(line().textContent).toMatch(
      /^This page is offline \(simulated: sockets dropped\) and hidden \(simulated\) since \d\d:\d\d:\d\d/,
    );
    const bar = screen.getByRole("contentinfo");
    expect(bar.textContent).toContain("page: offline, hidden (simulated)");
    fireEvent.click(button("End simulation"));
    expect(last()).toBeNull();
    expect(line().textContent).toMatch(/^Outage of .* ended: Report/);
    expect(bar.textContent).not.toContain("simulated");
  });

  test("by another panel, it says that too, and can be ended here", () => {
    const { say, last } = open();
    say({ offline: null, hidden: { frozen: true, cached: false } });
    expect(hidden().getAttribute("aria-checked")).toBe("true");
    expect(line().textContent).toMatch(/^This page is hidden \(simulated\) since .*, by another panel/);
    fireEvent.click(button("End simulation"));
    expect(last()).toBeNull();
  });

  test("of a page that has no Sockeye in it, it says that it does not believe it yet", () => {
    const { side } = open();
    act(() => {
      side.page.depart();
      side.link.tell({ type: "tab", state: "unreachable" });
    });
    fireEvent.click(offline());
    expect(line().textContent).toContain("It takes effect when the page is reloaded");
  });

  test("only the replay client, it says so", () => {
    const { told } = open();
    fireEvent.click(button("Hidden options"));
    fireEvent.click(checkbox("Page"));
    fireEvent.click(hidden());
    expect(told()).toEqual([]);
    expect(line().textContent).toMatch(/^The replay client is hidden/);
    fireEvent.click(checkbox("Replay client"));
    expect(line().textContent).not.toContain("hidden (simulated)");
    expect(screen.getByText("Now they act on nothing.")).toBeDefined();
  });
});

describe("options of offline", () => {
  function opened() {
    const panel = open();
    fireEvent.click(button("Offline options"));
    return panel;
  }
  const kind = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });

  test("each kind says what it does", () => {
    opened();
    expect(screen.getByRole("radiogroup", { name: "Kind of offline" })).toBeDefined();
    expect(kind("Dropped").checked).toBe(true);
    const said = ["Half-open", "Stalled", "Closed", "Refusing"].map((name) => {
      const effect = document.getElementById(kind(name).getAttribute("aria-describedby") ?? "");
      return effect?.textContent;
    });
    expect(said).toEqual([
      "Frames vanish both ways, sockets stay open; only a heartbeat notices",
      "Frames are held and delivered late, as by Chrome's own offline mode",
      "The other side closes with a code and reason; new sockets fail",
      "Open sockets stay, new ones fail",
    ]);
  });

  test("a change while it is on applies at once", () => {
    const { last } = opened();
    fireEvent.click(offline());
    fireEvent.click(kind("Closed"));
    expect(checkbox(/^Tell the page/).checked).toBe(false);
    fireEvent.click(checkbox(/^Tell the page/));
    write("Code", "4001");
    write("Reason", "maintenance");
    expect(last()?.offline).toEqual({ kind: "closed", told: true, code: 4001, reason: "maintenance" });
    expect(line().textContent).toContain("simulated: sockets closed with 4001");
  });

  test("a code that nobody can send is not applied, and says why", () => {
    const { last } = opened();
    fireEvent.click(kind("Closed"));
    fireEvent.click(offline());
    write("Code", "1006");
    expect(field("Code").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/1006 is never sent.*Choose Dropped for it\. Not applied\./)).toBeDefined();
    expect(last()?.offline?.code).toBe(1012);
    write("Code", "1013");
    fireEvent.blur(field("Code"));
    expect(screen.getByText(/^try again later\./)).toBeDefined();
    expect(last()?.offline?.code).toBe(1013);
  });

  test("the bytes of a reason are counted", () => {
    const { last } = opened();
    fireEvent.click(kind("Closed"));
    fireEvent.click(offline());
    write("Reason", "\u00fc");
    expect(screen.getByText("2 of 123 bytes")).toBeDefined();
    write("Reason", "x".repeat(124));
    expect(screen.getByText(/1 byte too long/)).toBeDefined();
    expect(last()?.offline?.reason).toBe("\u00fc");
  });

  test("says that it ends with the panel, and Escape closes it", () => {
    opened();
    expect(screen.getByText("Ends when this panel is closed.")).toBeDefined();
    fireEvent.keyDown(kind("Dropped"), { key: "Escape" });
    expect(screen.queryByRole("radiogroup")).toBeNull();
    expect(document.activeElement).toBe(button("Offline options"));
  });
});

test("options of hidden: further events, and what it does not do", () => {
  const { last } = open();
  fireEvent.click(button("Hidden options"));
  expect(screen.getByText(/Timers are not throttled/)).toBeDefined();
  fireEvent.click(hidden());
  fireEvent.click(checkbox("freeze / resume events"));
  fireEvent.click(checkbox("pagehide / pageshow (as in the back/forward cache)"));
  expect(last()?.hidden).toEqual({ frozen: true, cached: true });
});
