// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { PanelSide } from "../../support/panel-side";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();
afterEach(() => vi.unstubAllGlobals());

function exportButton(): HTMLElement {
  return screen.getByRole("button", { name: "Export" });
}

function focused(): string | null | undefined {
  return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
}

function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

async function settle(): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(200);
  });
}

async function openMenu() {
  const panel = renderPanel(PanelSide.open("wss://app.test/ws?token=hunter2"));
  fireEvent.click(exportButton());
  await settle();
  return panel;
}

async function importText(text: string, name = "demo.har") {
  const panel = renderPanel();
  const input = screen.getByLabelText<HTMLInputElement>("Import file");
  Object.defineProperty(input, "files", { value: [new File([text], name)] });
  fireEvent.change(input);
  await settle();
  panel.show();
  return panel;
}

const HAR = JSON.stringify({
  log: {
    entries: [
      {
        request: { url: "wss://other.test/feed" },
        response: { status: 101 },
        _webSocketMessages: [{ type: "send", time: 1_800_000_000, opcode: 1, data: "imported" }],
      },
    ],
  },
});

test("the menu has both formats, and masks tokens unless told otherwise", async () => {
  const { side } = await openMenu();
  const menu = screen.getByRole("menu", { name: "Export" });
  expect(
    within(menu)
      .getAllByRole("menuitem")
      .map((item) => item.getAttribute("aria-label")),
  ).toEqual(["HAR", "Capture"]);
  const mask = within(menu).getByRole("menuitemcheckbox", { name: "Mask tokens" });
  expect(mask.getAttribute("aria-checked")).toBe("true");
  const preview = document.getElementById(mask.getAttribute("aria-describedby") ?? "");
  expect(preview?.textContent).toContain("1 value will be masked:1 value of token in #1");
  fireEvent.click(mask);
  expect(mask.getAttribute("aria-checked")).toBe("false");
  expect(preview?.textContent).toContain("1 value will be readable");
  expect(side.store.exchange.masking.value).toBe(false);
});

test("the keyboard walks through the menu, and Escape goes back to the button", async () => {
  await openMenu();
  expect(focused()).toBe("HAR");
  press("ArrowDown");
  expect(focused()).toBe("Capture");
  press("End");
  expect(focused()).toContain("Mask tokens");
  press("ArrowDown");
  expect(focused()).toBe("HAR");
  press("ArrowUp");
  expect(focused()).toContain("Mask tokens");
  press("Home");
  expect(focused()).toBe("HAR");
  press("Escape");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(exportButton());
  expect(exportButton().getAttribute("aria-expanded")).toBe("false");
  press("ArrowDown");
  expect(focused()).toBe("HAR");
});

test("a click elsewhere closes it", async () => {
  await openMenu();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("a format starts a download with that name", async () => {
  await openMenu();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  fireEvent.click(screen.getByRole("menuitem", { name: "HAR" }));
  await settle();
  expect(saved).toEqual([expect.stringMatching(/^sockeye-example\.test-.*\.har$/)]);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("Import opens the choice of files", () => {
  renderPanel();
  const click = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
  fireEvent.click(screen.getByRole("button", { name: "Import" }));
  expect(click.mock.instances[0]).toBe(screen.getByLabelText("Import file"));
});

test("an imported file is a group of its own in the tree, marked, and can be removed", async () => {
  const { show } = await importText(HAR);
  const tree = screen.getByRole("tree", { name: "Sockets" });
  const names = () =>
    within(tree)
      .getAllByRole("treeitem")
      .map((item) => item.getAttribute("aria-label"));
  expect(names()).toEqual([
    "All sockets",
    "wss://app.test/ws 1 socket",
    "#1 /ws open 0 frames",
    "demo.har (imported) 1 socket",
    "#2 /feed was open 1 frame",
  ]);
  expect(screen.getByText("1 frame of 1 socket imported from demo.har.")).toBeDefined();
  fireEvent.click(within(tree).getByRole("treeitem", { name: /demo.har/ }));
  expect(screen.getByText("demo.har (imported)")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Remove demo.har" }));
  show();
  expect(names()).toEqual(["All sockets", "wss://app.test/ws 1 socket", "#1 /ws open 0 frames"]);
});

test("Delete removes it by key", async () => {
  const { show } = await importText(HAR);
  const tree = screen.getByRole("tree", { name: "Sockets" });
  fireEvent.keyDown(tree, { key: "End" });
  fireEvent.keyDown(tree, { key: "Delete" });
  expect(within(tree).queryByRole("treeitem", { name: /demo.har/ })).not.toBeNull();
  fireEvent.keyDown(tree, { key: "ArrowLeft" });
  fireEvent.keyDown(tree, { key: "Delete" });
  show();
  expect(within(tree).queryByRole("treeitem", { name: /demo.har/ })).toBeNull();
});

test("an error stands where the user looks, until it is dismissed", async () => {
  await importText("{garbage", "broken.har");
  const alert = screen.getByRole("alert");
  expect(alert.textContent).toContain("broken.har was not imported. This is no JSON");
  fireEvent.click(within(alert).getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

function drop(text: string, name: string): Event {
  const dropped = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(dropped, { dataTransfer: { types: ["Files"], files: [new File([text], name)] } });
  fireEvent(document.body, dropped);
  return dropped;
}

test("a script that is dropped on the panel is opened, and shown", async () => {
  const { side, show } = renderPanel();
  const steps = [{ kind: "send", text: "dropped" }];
  drop(
    JSON.stringify({ format: "sockeye-script", version: 1, name: "mine", steps }),
    "x.sockeye-script.json",
  );
  await settle();
  show();
  expect(screen.getByRole("tab", { name: "Script" }).getAttribute("aria-selected")).toBe("true");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Script name" }).value).toBe("mine");
  expect(side.store.exchange.reports.value).toEqual([]);
});

test("a file that is dropped on the panel is imported", async () => {
  const { side, show } = renderPanel();
  const dropped = drop(HAR, "dropped.har");
  await settle();
  show();
  expect(dropped.defaultPrevented).toBe(true);
  expect(side.store.files()).toMatchObject([{ file: "dropped.har" }]);
});
