// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { reconnect } from "../../../support/reconnecting";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function rowCount(): string | null {
  return screen.getByRole("grid", { name: "Frames" }).getAttribute("aria-rowcount");
}

function click(name: string | RegExp, inside: HTMLElement = document.body): void {
  fireEvent.click(within(inside).getAllByRole("button", { name })[0] as HTMLElement);
  act(() => {
    vi.runAllTimers();
  });
}

/** The panel of a session, opened. */
function opened() {
  const panel = renderPanel();
  reconnect(panel.side);
  panel.show();
  fireEvent.click(screen.getByRole("treeitem", { name: /^session/ }));
  click(/^Session, \d findings$/);
  return { ...panel, session: screen.getByRole("region", { name: "Session" }) };
}

function steps(session: HTMLElement): string[] {
  const sockets = within(session).getByRole("region", { name: "Sockets of the session" });
  return within(sockets)
    .getAllByRole("listitem")
    .map((item) => item.textContent ?? "");
}

test("the list tells all that the strip shows", () => {
  const { session } = opened();
  const told = steps(session);
  expect(told).toHaveLength(7);
  expect(told[0]).toMatch(/#1 was open for 1 min 0 s, 4 frames/);
  expect(told[0]).toMatch(/1006, abnormal closure; not clean, with an error.+browser/);
  expect(told[0]).toMatch(/1 frame never went out: sent when it was closing or closed\. Show 1 frame/);
  expect(told[1]).toBe("Attempt 1 after 1,000 ms; as expected: 1,000 ms");
  expect(told[2]).toMatch(/#2 never opened, failed after 50 ms1006, abnormal closure/);
  expect(told[2]).not.toMatch(/browser/);
  expect(told[3]).toBe("Attempt 2 after 2,000 ms; as expected: 2,000 ms");
  expect(told[5]).toMatch(/^Attempt 3 after 4,000 ms.*Joined again: a1.*Not joined again: b2$/);
  expect(told[6]).toMatch(/#4 open for .*, 3 frames/);
});

test("it is shown as inferred, with the reason and the backoff that fits", () => {
  const { session } = opened();
  expect(session.textContent).toMatch(/wss:\/\/app\.test\/ws 4 socketsinferred/);
  expect(session.textContent).toMatch(/Taken for one session: same address/);
  expect(session.textContent).toMatch(/Backoff: exponential from 1,000 ms.*explains 3 of 3 delays/);
});

test("a socket is chosen by a click, an event shows its frame", () => {
  const { session } = opened();
  click("#4", session);
  expect(rowCount()).toBe("3");
  expect(within(session).getByRole("button", { name: "#4" }).getAttribute("aria-current")).toBe("true");
  click("a1", session);
  expect(rowCount()).toBe("1");
  expect(screen.getByText("a1 joined again on #4")).toBeDefined();
  click("Back");
  expect(rowCount()).toBe("3");
});

test("a single socket has no attempts", () => {
  renderPanel();
  fireEvent.click(screen.getByRole("treeitem", { name: /^#1/ }));
  click("Session, no findings");
  const session = screen.getByRole("region", { name: "Session" });
  expect(steps(session)).toHaveLength(1);
  expect(session.textContent).toMatch(/Nothing suspicious seen so far\./);
  fireEvent.click(within(session).getByText("What is looked for"));
  expect(within(session).getByText("a room joined twice on one socket")).toBeDefined();
});
