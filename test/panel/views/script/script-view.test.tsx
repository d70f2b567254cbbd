// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";

useFakeLayout();

const click = (name: string | RegExp, role = "button") => fireEvent.click(screen.getByRole(role, { name }));
const rows = () =>
  within(screen.getByRole("grid", { name: "Steps" }))
    .queryAllByRole("row")
    .slice(1);
const lines = () =>
  rows().map((row) =>
    within(row)
      .getAllByRole("gridcell")
      .map(({ textContent }) => textContent)
      .join(" | "),
  );
const state = () => screen.getByRole("status", { name: "Script state" }).textContent;
const note = () => screen.getByRole("status", { name: "Script note" }).textContent;
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const settle = () => pass(150);
const grid = () => screen.getByRole("grid", { name: "Steps" });

async function atScript() {
  const view = renderPanel();
  const { side, show } = view;
  side.page.sent(1, '{"type":"join","room":"a"}');
  side.page.clock = 40;
  side.page.received(1, '{"type":"joined","room":"a","count":2}');
  side.page.clock = 90;
  side.page.sent(1, "hello");
  show();
  click("Replay", "tab");
  click("Script", "tab");
  await settle();
  /** What the page says, without letting time pass to the end of all timers. */
  const say = async (text: string) => {
    side.page.received(1, text);
    act(() => side.show());
    await settle();
  };
  const sent = () =>
    side.link.sent.flatMap((each) =>
      each.type === "page" && each.command.type === "send" ? [each.command.data] : [],
    );
  return { ...view, say, sent };
}

async function make(item: string | RegExp) {
  click("New from");
  click(item, "menuitem");
  await settle();
}

async function byContent() {
  click("Options of New from");
  click("By content", "radio");
}

describe("making scripts", () => {
  test("it says how, as long as there is none", async () => {
    await atScript();
    const region = screen.getByRole("region", { name: "Script" });
    expect(region.textContent).toContain(
      "Select frames in Frames (Shift+click), then New from, Selected frames",
    );
    click("New from");
    const item = screen.getByRole("menuitem", { name: "Selected frames" });
    expect(item.getAttribute("aria-disabled")).toBe("true");
  });

  test("of a whole socket", async () => {
    await atScript();
    await make("Whole socket #1");
    expect(lines()).toEqual([
      '1 | Send | {"type":"join","room":"a"} | ',
      "2 | Expect | joined in a | ",
      "3 | Pause | 50 ms | ",
      "4 | Send | hello | ",
    ]);
    expect(note()).toContain("Made of 3 frames of #1");
  });

  test("of the frames selected in Frames, from there", async () => {
    await atScript();
    click("Frames", "tab");
    const frames = screen.getByRole("grid", { name: "Frames" });
    fireEvent.keyDown(frames, { key: "Home" });
    fireEvent.keyDown(frames, { key: "ArrowDown", shiftKey: true });
    click("Make a script");
    await settle();
    expect(lines()).toHaveLength(2);
  });
});

describe("running", () => {
  test("it sends, and what is expected comes", async () => {
    const { say, sent } = await atScript();
    await make("Whole socket #1");
    expect((screen.getByRole("combobox", { name: "Run on" }) as HTMLSelectElement).value).toBe("1");
    click("Run");
    await settle();
    expect(sent()).toEqual(['{"type":"join","room":"a"}']);
    expect(state()).toBe("Waiting for a frame: step 2 of 4");
    await say('{"type":"joined","room":"a"}');
    await settle();
    expect(lines()[1]).toMatch(/Passed \d+ ms$/);
    expect(sent()).toHaveLength(2);
    expect(state()).toBe("Done: 4 steps, none failed");
  });

  test("what came instead is told, and can be shown", async () => {
    const { say } = await atScript();
    await byContent();
    await make("Whole socket #1");
    click("Run");
    await say('{"type":"joined","room":"a","count":5}');
    await pass(6000);
    expect(state()).toBe("Done: 4 steps, 1 failed");
    click("Next failure");
    const why = screen.getByRole("region", { name: "Why it failed" });
    expect(why.textContent).toContain("Nothing that fits came within 5000 ms.");
    const cells = within(within(why).getByRole("table")).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent)).toEqual(["count", "2", "5"]);
    fireEvent.click(within(why).getByRole("button", { name: "Show frame" }));
    expect(screen.getByRole("grid", { name: "Frames" })).toBeDefined();
  });

  test("step by step, stopped, and told that the socket is closed", async () => {
    const { side, sent } = await atScript();
    await make("Whole socket #1");
    click("Step");
    await settle();
    expect([sent().length, state()]).toEqual([1, "Paused: step 2 of 4"]);
    click("Stop");
    await settle();
    expect(state()).toBe("Stopped at step 2");
    side.page.closed(1, 1006);
    act(() => side.show());
    await pass(500);
    expect(state()).toBe("#1 is closed.");
    expect((screen.getByRole("button", { name: "Run" }) as HTMLButtonElement).disabled).toBe(true);
  });

  test("the replay client has to be connected first", async () => {
    await atScript();
    await make("Whole socket #1");
    fireEvent.change(screen.getByRole("combobox", { name: "Run on" }), { target: { value: "client" } });
    expect(state()).toBe("The replay client is not connected: press Connect under Connection.");
  });
});

describe("editing", () => {
  test("a send", async () => {
    await atScript();
    await make("Whole socket #1");
    fireEvent.input(screen.getByRole("textbox", { name: "Text to send" }), { target: { value: "{{uuid}}" } });
    fireEvent.click(screen.getByRole("checkbox", { name: /^Template/ }));
    expect(lines()[0]).toContain("template{{uuid}}");
    expect(screen.getByRole("region", { name: "Preview" }).textContent).toMatch(/Sends.*-/);
  });

  test("an expectation; JSON that is none is not applied", async () => {
    await atScript();
    await make("Whole socket #1");
    fireEvent.keyDown(grid(), { key: "ArrowDown" });
    const field = (name: string) => screen.getByRole("textbox", { name });
    fireEvent.input(field("Name"), { target: { value: "left" } });
    fireEvent.input(field("Room"), { target: { value: "" } });
    fireEvent.input(field("JSON that it holds"), { target: { value: '{"a":' } });
    expect(field("JSON that it holds").getAttribute("aria-invalid")).toBe("true");
    expect(lines()[1]).toContain("left | ");
    fireEvent.input(field("JSON that it holds"), { target: { value: '{"a":1}' } });
    expect(lines()[1]).toContain('left with {"a":1}');
    fireEvent.input(field("Timeout in ms"), { target: { value: "x" } });
    expect(screen.getByText(/Not applied/)).toBeDefined();
  });

  test("what is said to be not applied is not", async () => {
    await atScript();
    click("Add step");
    click("Pause", "menuitem");
    const field = screen.getByRole("textbox", { name: "Pause in ms" });
    fireEvent.input(field, { target: { value: "2e3" } });
    expect(screen.getByText(/Not applied/)).toBeDefined();
    expect(lines()[0]).toContain("Pause | 1.0 s");
    fireEvent.input(field, { target: { value: "2000" } });
    expect(lines()[0]).toContain("Pause | 2.0 s");
  });

  test("the most frames a second are set beside the timing", async () => {
    const { sent } = await atScript();
    await make("Whole socket #1");
    click("No pauses", "radio");
    const rate = screen.getByRole("spinbutton", { name: "Most frames a second" });
    fireEvent.input(rate, { target: { value: "2" } });
    fireEvent.change(screen.getByRole("combobox", { name: "Run on" }), { target: { value: "1" } });
    click("Run");
    await pass(5200);
    expect(sent()).toHaveLength(2);
  });

  test("steps are added, moved and deleted, by keys too, and what was deleted comes back", async () => {
    await atScript();
    await make("Whole socket #1");
    click("Add step");
    click("Pause", "menuitem");
    expect(lines()[1]).toContain("Pause | 1.0 s");
    fireEvent.keyDown(grid(), { key: "ArrowUp", altKey: true });
    expect(lines()[0]).toContain("Pause");
    fireEvent.keyDown(grid(), { key: "Delete" });
    expect(lines()).toHaveLength(4);
    expect(note()).toContain("Step 1 is deleted");
    click("Undo");
    expect(lines()[0]).toContain("Pause | 1.0 s");
  });
});

describe("keeping", () => {
  test("saved, opened again, deleted, and had back", async () => {
    await atScript();
    await make("Whole socket #1");
    fireEvent.input(screen.getByRole("textbox", { name: "Script name" }), { target: { value: "Join" } });
    click("Save");
    await settle();
    await make("Nothing");
    const saved = screen.getByRole("combobox", { name: "Saved scripts" });
    fireEvent.change(saved, { target: { value: "Join" } });
    await settle();
    expect(lines()).toHaveLength(4);
    click("Delete script");
    await settle();
    expect(within(saved).queryByRole("option", { name: "Join" })).toBeNull();
    click("Undo");
    await settle();
    expect(within(saved).getByRole("option", { name: "Join" })).toBeDefined();
  });

  test("a file with wrong steps: each is named, the others can be kept", async () => {
    await atScript();
    const steps = [
      { kind: "send", text: "a" },
      { kind: "pause", ms: -1 },
    ];
    const file = new File(
      [JSON.stringify({ format: "sockeye-script", version: 1, name: "n", steps })],
      "n.json",
    );
    fireEvent.change(screen.getByLabelText("Import script file"), { target: { files: [file] } });
    await settle();
    expect(screen.getByRole("list", { name: "Problems of the script" }).textContent).toBe(
      "Step 2: ms is negative.",
    );
    click("Keep the 1 step without problems");
    expect(lines()).toEqual(["1 | Send | a | "]);
  });

  test("10,000 steps: only those in sight are rendered", async () => {
    await atScript();
    const steps = Array.from({ length: 10_000 }, () => ({ kind: "send", text: "a" }));
    const file = new File(
      [JSON.stringify({ format: "sockeye-script", version: 1, name: "n", steps })],
      "n.json",
    );
    fireEvent.change(screen.getByLabelText("Import script file"), { target: { files: [file] } });
    await settle();
    expect(grid().getAttribute("aria-rowcount")).toBe("10000");
    expect(rows().length).toBeLessThan(100);
    fireEvent.keyDown(grid(), { key: "End" });
    expect(grid().getAttribute("aria-activedescendant")).toMatch(/-9999$/);
  });
});

test("out of sight the run goes on", async () => {
  const { say, sent } = await atScript();
  await make("Whole socket #1");
  click("Run");
  click("Frames", "tab");
  await say('{"type":"joined","room":"a"}');
  await settle();
  expect(sent()).toHaveLength(2);
});
