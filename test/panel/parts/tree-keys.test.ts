import { expect, test } from "vitest";
import { type TreeItem, treeMove } from "../../../src/panel/parts/tree-keys";

const ITEMS: TreeItem[] = [
  { level: 1 },
  { level: 1, open: true },
  { level: 2 },
  { level: 2, open: true },
  { level: 3 },
  { level: 1, open: false },
];

test.each([
  ["ArrowDown", 0, { to: 1 }],
  ["ArrowDown", 5, { to: 5 }],
  ["ArrowUp", 0, { to: 0 }],
  ["Home", 4, { to: 0 }],
  ["End", 0, { to: 5 }],
  ["ArrowRight", 5, { toggle: 5 }],
  ["ArrowRight", 1, { to: 2 }],
  ["ArrowRight", 2, null],
  ["ArrowLeft", 1, { toggle: 1 }],
  ["ArrowLeft", 4, { to: 3 }],
  ["ArrowLeft", 2, { to: 1 }],
  ["ArrowLeft", 0, null],
  ["Enter", 2, { choose: 2 }],
  [" ", 2, { choose: 2 }],
  ["x", 2, null],
  ["ArrowDown", -1, { to: 0 }],
  ["Enter", -1, null],
])("%s at %i", (key, at, move) => {
  expect(treeMove(ITEMS, at, key)).toEqual(move);
});
