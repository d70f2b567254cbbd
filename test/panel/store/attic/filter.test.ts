import { describe, expect, test } from "vitest";
import { away, filter, names, shown } from "../../../support/attic";
import { receive, settle, smallPanel } from "../../../support/fake-disk";

describe("the filter", () => {
  test("finds text on disk, in order, and what comes later", async () => {
    const { side, disk } = smallPanel();
    const all = names(50).map((name, index) => (index % 7 === 0 ? `${name} needle` : name));
    await receive(side, disk, ...all);
    const kept = away(side);
    await filter(side, disk, "needle");
    expect(await shown(side)).toEqual(all.filter((name) => name.includes("needle")));
    expect(side.store.rows.hidden).toBe(42);
    expect(away(side)).toEqual(kept);
    await receive(side, disk, ...names(20, "later"), "last needle");
    expect((await shown(side)).at(-1)).toBe("last needle");
    await filter(side, disk, "-/needle/");
    expect(side.store.rows.length).toBe(62);
    await filter(side, disk, "");
    expect(await shown(side)).toEqual([...all, ...names(20, "later"), "last needle"]);
  });

  test("reads each chunk once", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(60));
    await filter(side, disk, "nothing has this");
    expect(disk.reads).toEqual([...new Set(disk.reads)]);
    expect(disk.reads.length).toBeGreaterThan(10);
  });

  test("by direction, size or socket reads nothing, nor does text that another term rules out", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(40));
    for (const query of ["dir:sent", "size<1k", "-socket:1", "is:text", "row dir:sent"]) {
      await filter(side, disk, query);
      expect([query, side.store.rows.length]).toEqual([
        query,
        query === "size<1k" || query === "is:text" ? 40 : 0,
      ]);
    }
    expect(disk.reads).toEqual([]);
  });

  test("is behind while it waits, and a new one does not wait for the one before", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(40));
    side.store.filtering.query.value = "row 3";
    expect([side.store.rows.behind, side.store.rows.waitsFor]).toEqual([true, 0]);
    side.show();
    side.store.filtering.query.value = "dir:received";
    expect([side.store.rows.behind, side.store.rows.length]).toEqual([false, 40]);
    await settle(side, disk);
    expect(side.store.rows.length).toBe(40);
  });
});
