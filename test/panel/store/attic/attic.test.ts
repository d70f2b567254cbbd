import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import { away, look, names, shown } from "../../../support/attic";
import { aText, receive, settle, smallPanel, WEIGHT } from "../../../support/fake-disk";

describe("payloads beyond the limit", () => {
  test("go to disk, the oldest first, and rows stay", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(20));
    expect(away(side)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(side.store.capture.held).toBe(8 * WEIGHT);
    expect([...disk.chunks.values()].map((chunk) => chunk.length)).toEqual([4, 4, 4]);
    expect(side.store.sums()).toMatchObject({ frames: 20, bytes: 20 * 76 });
    expect(await shown(side)).toEqual(names(20));
  });

  test("below it nothing is written", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(10));
    expect([away(side), disk.chunks.size]).toEqual([[], 0]);
  });

  test("a large one has a chunk of its own, and leaves its beginning here", async () => {
    const { side, disk } = smallPanel();
    const large = "large".padEnd(70_000, "!");
    const bytes = new Uint8Array(70_000).fill(7);
    side.page.received(1, "small");
    side.page.received(1, large);
    side.page.received(1, bytes);
    await receive(side, disk, ...names(12));
    expect(disk.chunks.get(2)).toEqual([large]);
    const { capture } = side.store;
    expect([capture.payload(1), capture.head(1), capture.head(2)]).toEqual([
      null,
      large.slice(0, 1000),
      bytes.slice(0, 100),
    ]);
    look(side, [1, 2]);
    await settle(side, disk);
    expect(disk.reads).toEqual([]);
    look(side, [1, 2], 2);
    await settle(side, disk);
    expect([capture.payload(1), capture.payload(2)]).toEqual([null, bytes]);
  });

  test("bytes come back as they were; losses and what was never kept stay", async () => {
    const { side, disk } = smallPanel();
    side.page.received(1, new Uint8Array([0, 250, 255]));
    side.page.known(1, { url: "wss://app.test/ws", before: 9, why: "slow", state: "open" });
    side.page.unkept(1, 5);
    await receive(side, disk, ...names(12));
    const { capture } = side.store;
    expect(away(side)).toContain(0);
    expect([capture.payload(1), capture.flags(2)]).toEqual([{ count: 8, why: "slow" }, RowFlag.Unkept]);
    expect(capture.sums(0).lost).toBe(8);
    look(side, [0]);
    await settle(side, disk);
    expect(capture.payload(0)).toEqual(new Uint8Array([0, 250, 255]));
  });
});

describe("rows in sight", () => {
  test("get their content back, and the version moves", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(20));
    const before = side.store.version.value;
    expect(look(side, [1, 2])).toEqual(["null", "null"]);
    await settle(side, disk);
    expect(look(side, [1, 2])).toEqual(["row 1", "row 2"]);
    expect(side.store.version.value).toBeGreaterThan(before);
    // Its neighbours are at hand.
    expect(look(side, [2, 3])).toEqual(["row 2", "row 3"]);
    expect(disk.reads).toEqual([1]);
  });

  test("never lose it while they are in sight", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(8));
    const seen = [0, 1, 2, 3, 4, 5, 6];
    look(side, seen, 7);
    await receive(side, disk, ...names(30, "later"));
    expect(look(side, seen, 7)).toEqual(names(7));
    expect(side.store.capture.payload(7)).toBe(aText("row 7"));
    expect(disk.reads).toEqual([]);
  });

  test("of several chunks at once, more than are kept of what was read", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(60));
    const seen = [0, 5, 10, 15, 20, 25, 30, 35];
    look(side, seen);
    await settle(side, disk);
    expect(look(side, seen)).toEqual(seen.map((row) => `row ${row}`));
  });

  test("that left it go back, the earliest first", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(40));
    for (const row of [0, 4, 8, 12, 16, 20]) {
      look(side, [row]);
      await settle(side, disk);
    }
    const { capture } = side.store;
    expect([0, 4, 8, 12, 16, 20].map((row) => capture.payload(row) !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(await shown(side)).toEqual(names(40));
  });

  test("only what is still in sight is read", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(60));
    for (let row = 0; row < 40; row += 4) look(side, [row]);
    await settle(side, disk);
    expect(disk.reads).toEqual([1, 10]);
  });
});
