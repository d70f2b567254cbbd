import { expect, test } from "vitest";
import { Flag } from "../../../src/protocol";
import { PanelSide } from "../../support/panel-side";

/** Three frames, of which the first two are withheld, and what a filter shows of them. */
function withheld(query: string) {
  const side = PanelSide.open();
  const { store, page } = side;
  store.filtering.query.value = query;
  const orders = ["one", "two"].map((text) => page.sent(1, text, Flag.Withheld));
  page.sent(1, "three");
  side.show();
  const deliver = (index: number) => {
    page.delivered(1, orders[index] ?? -1);
    side.show();
  };
  const shown = () =>
    Array.from({ length: store.rows.length }, (_, at) => store.capture.payload(store.rows.at(at)));
  return { side, deliver, shown };
}

test("a frame that goes its way after all leaves is:withheld", () => {
  const { side, deliver, shown } = withheld("is:withheld");
  expect(shown()).toEqual(["one", "two"]);
  deliver(0);
  expect(shown()).toEqual(["two"]);
  expect(side.store.rows.hidden).toBe(2);
});

test("and comes to is:late, in its place", () => {
  const { deliver, shown } = withheld("is:late");
  expect(shown()).toEqual([]);
  deliver(1);
  deliver(0);
  expect(shown()).toEqual(["one", "two"]);
});

test("what asks for neither is not gone through again", () => {
  const { side, deliver, shown } = withheld("one");
  let again = 0;
  const { rows } = side.store;
  const real = rows.again.bind(rows);
  rows.again = () => {
    again++;
    real();
  };
  deliver(0);
  expect([shown(), again]).toEqual([["one"], 0]);
  side.store.filtering.query.value = "-is:late";
  deliver(1);
  expect([shown(), again]).toEqual([["three"], 1]);
});
