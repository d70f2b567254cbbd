// @vitest-environment happy-dom
import { act, fireEvent } from "@testing-library/preact";
import { expect, test } from "vitest";
import { aText, smallPanel } from "../../support/fake-disk";
import { renderPanel, useFakeLayout } from "../../support/render-panel";

useFakeLayout();

const TURNS = 40;

/** A panel that was sent 200 frames, of which memory holds ten, scrolled to its end. */
async function longPanel(prepare: (disk: ReturnType<typeof smallPanel>["disk"]) => void = () => {}) {
  const { side, disk } = smallPanel();
  prepare(disk);
  const view = renderPanel(side);
  const rest = async () => {
    for (let turn = 0; turn < TURNS; turn++) await act(async () => view.show());
  };
  for (let i = 0; i < 200; i++) side.page.received(1, aText(`frame ${i}.`));
  await rest();
  return { ...view, side, disk, rest };
}

test("rows whose content is on disk say that it is loading, then show it, in the details as well", async () => {
  const { getByRole, getByText, getAllByText, queryByText, show, rest } = await longPanel();
  fireEvent.keyDown(getByRole("grid", { name: "Frames" }), { key: "Home" });
  expect(getAllByText("loading\u2026").length).toBeGreaterThan(5);
  await rest();
  expect(getByText(/^frame 0\./)).toBeDefined();
  expect(queryByText("loading\u2026")).toBeNull();
  act(() => getByText(/^frame 0\./).click());
  show();
  expect(getByRole("region", { name: "Frame details" }).textContent).toContain("frame 0.");
});

test("a disk that refuses is told of", async () => {
  const { getByRole } = await longPanel((disk) => {
    disk.refusesToWrite = true;
  });
  expect(getByRole("alert").textContent).toMatch(/contents of 1\d\d old frames are lost.*quota exceeded/);
});
