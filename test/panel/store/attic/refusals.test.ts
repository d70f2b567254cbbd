import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import { filter, look, names, shown } from "../../../support/attic";
import { receive, settle, smallPanel, WEIGHT } from "../../../support/fake-disk";

describe("a disk that refuses", () => {
  test("to write: contents stay as long as there is room, then the oldest go, and both is told", async () => {
    const { side, disk } = smallPanel();
    disk.refusesToWrite = true;
    await receive(side, disk, ...names(14));
    expect(await shown(side)).toEqual(names(14));
    expect(side.store.attic.trouble.value).toEqual({ why: "quota exceeded", letGo: 0 });
    await receive(side, disk, ...names(10, "later"));
    const { capture, attic } = side.store;
    const letGo = attic.trouble.value?.letGo ?? 0;
    expect(letGo).toBeGreaterThan(8);
    expect(capture.held).toBeLessThanOrEqual(15 * WEIGHT);
    for (let row = 0; row < 24; row++) {
      expect([row, capture.flags(row) & RowFlag.Unkept]).toEqual([row, row < letGo ? RowFlag.Unkept : 0]);
    }
    expect(side.store.rows.length).toBe(24);
  });

  test("and takes it later: what is there is saved", async () => {
    const { side, disk } = smallPanel();
    disk.refusesToWrite = true;
    await receive(side, disk, ...names(12));
    disk.refusesToWrite = false;
    await receive(side, disk, ...names(5, "later"));
    expect(side.store.attic.trouble.value).toBeNull();
    expect(side.store.capture.held).toBeLessThanOrEqual(10 * WEIGHT);
    expect(await shown(side)).toEqual([...names(12), ...names(5, "later")]);
  });

  test("to read: the rows say so, the filter goes on, the export as well", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(20));
    disk.refusesToRead = true;
    look(side, [1]);
    await settle(side, disk);
    expect(side.store.attic.trouble.value).toEqual({ why: "not readable", letGo: 4 });
    expect(side.store.capture.flags(1)).toBe(RowFlag.Unkept);
    await filter(side, disk, "row");
    // The chunk that was written last is at hand.
    expect(await shown(side)).toEqual(names(20).slice(8));
    expect(side.store.attic.trouble.value?.letGo).toBe(8);
    expect(await side.store.attic.lease().payload(5)).toBeNull();
  });
});
