// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import { Flag } from "../../../../src/protocol";
import { renderPanel, useFakeLayout } from "../../../support/render-panel";
import { row } from "./panel-of";

useFakeLayout();

function badges(index: number): (string | null)[] {
  return [...row(index).querySelectorAll(".badge")].map((badge) => badge.textContent);
}

function marked() {
  const panel = renderPanel();
  const { page, store } = panel.side;
  page.sent(1, "own");
  page.sent(1, "replayed", Flag.Injected);
  page.received(1, "made up", Flag.Injected);
  page.sent(1, "kept back", Flag.Withheld);
  page.received(1, "not heard", Flag.Withheld);
  panel.show();
  act(() => store.capture.deliver(3));
  page.received(1, "last");
  panel.show();
  return panel;
}

test("what Sockeye did is marked, what the page did is not", () => {
  const { side } = marked();
  expect([0, 1, 2, 3, 4].map(badges)).toEqual([[], ["Replayed"], ["Replayed"], ["Late"], ["Withheld"]]);
  expect(row(0).classList.contains("injected")).toBe(false);
  expect(row(1).classList.contains("injected")).toBe(true);
  expect(side.store.capture.flags(3) & RowFlag.Withheld).toBe(0);
});

test("the badge says who would have done it", () => {
  marked();
  const [replayed, madeUp] = screen.getAllByText("Replayed");
  expect(replayed?.title).toBe("Sockeye put it into the socket; the page did not send it by itself");
  expect(madeUp?.title).toBe("Sockeye put it into the socket; the server did not send it");
  expect(screen.getByText("Withheld").title).toBe("Simulated conditions kept it from the page");
});

test("the details say it in words", () => {
  marked();
  fireEvent.click(screen.getByText("Withheld"));
  fireEvent.click(screen.getByRole("tab", { name: "Envelope" }));
  expect(screen.getByText("Sockeye").nextElementSibling?.textContent).toBe(
    "Withheld: Simulated conditions kept it from the page",
  );
});

test.each([
  ["is:injected", ["replayed", "made up"]],
  ["is:withheld", ["not heard"]],
  ["is:late", ["kept back"]],
  ["-is:injected dir:sent", ["own", "kept back"]],
])("%s", (query, texts) => {
  const { side } = marked();
  act(() => {
    side.store.filtering.query.value = query;
  });
  expect(side.texts()).toEqual(texts);
});
