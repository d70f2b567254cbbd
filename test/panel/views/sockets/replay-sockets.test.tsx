// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { expect, test } from "vitest";
import type { Socket } from "../../../../src/model/socket";
import { aSocket } from "../../../support/a-socket";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

function names(): (string | null)[] {
  return within(screen.getByRole("tree", { name: "Sockets" }))
    .getAllByRole("treeitem")
    .map((item) => item.getAttribute("aria-label"));
}

/** The page's own socket, and these, each with a frame. */
function panelWith(...others: Partial<Socket>[]) {
  const panel = renderPanel();
  const { capture } = panel.side.store;
  panel.side.page.received(1, "own");
  panel.show();
  for (const [index, facts] of others.entries()) {
    const socket = capture.addSocket(aSocket(facts));
    capture.append({ time: 1, socket, flags: 0, size: 1, payload: `other ${index}` });
  }
  panel.side.page.received(1, "own again");
  panel.show();
  return panel;
}

function choose(name: string): void {
  fireEvent.click(screen.getByRole("treeitem", { name }));
}

test("what the replay client opened stands apart from the page's own, and says so", () => {
  const { side } = panelWith({ replay: "page" });
  expect(names()).toEqual([
    "All sockets",
    "wss://app.test/ws 1 socket",
    "#1 /ws open 2 frames",
    "wss://app.test/ws (replay client) 1 socket",
    "#2 /ws replay open 1 frame",
  ]);
  choose("wss://app.test/ws 1 socket");
  expect(side.texts()).toEqual(["own", "own again"]);
  choose("wss://app.test/ws (replay client) 1 socket");
  expect(side.texts()).toEqual(["other 0"]);
  choose("#2 /ws replay open 1 frame");
  const line = screen.getByRole("treeitem", { name: "#2 /ws replay open 1 frame" });
  expect(within(line).getByText("replay")).toBeDefined();
  expect(line.title).toBe("Opened by the replay client, in the page's name");
});

test.each([
  ["page", "replay client, in the page's name"],
  ["extension", "replay client, from the extension"],
] as const)("its facts say that it was opened from the %s", (replay, words) => {
  panelWith({ replay });
  choose("#2 /ws replay open 1 frame");
  fireEvent.click(screen.getByRole("button", { name: "About socket #2" }));
  expect(screen.getByText("Opened by").nextElementSibling?.textContent).toBe(words);
});

test("a socket that only the page takes for closed says so", () => {
  panelWith({ state: "closed", code: 1006, pretended: true });
  const name = "#2 /ws closed 1006 (simulated) 1 frame";
  choose(name);
  fireEvent.click(screen.getByRole("button", { name: "About socket #2" }));
  expect(screen.getByText("Simulated").nextElementSibling?.textContent).toContain("of the page only");
});

test("one that the browser refused to make has no code", () => {
  panelWith({ state: "closed", code: 0, failed: true, replay: "page" });
  expect(names()).toContain("#2 /ws replay closed 1 frame");
});
