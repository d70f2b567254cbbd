import { describe, expect, test } from "vitest";
import { RowFlag } from "../../../../src/model/capture";
import { away, filter, look, names, shown } from "../../../support/attic";
import { aText, receive, settle, smallPanel, WEIGHT } from "../../../support/fake-disk";
import { FakePage } from "../../../support/fake-page";

describe("bytes of a Blob that come late", () => {
  test("for a row among those on disk go there too", async () => {
    const { side, disk } = smallPanel();
    const order = side.page.blobReceived(1, 3);
    await receive(side, disk, ...names(20));
    expect(side.store.capture.flags(0) & RowFlag.Pending).toBeTruthy();
    side.page.blobBytes(1, order, new Uint8Array([1, 2, 3]));
    await receive(side, disk, ...names(10, "later"));
    expect(away(side)).toContain(0);
    look(side, [0, 1]);
    await settle(side, disk);
    expect(side.store.capture.payload(0)).toEqual(new Uint8Array([1, 2, 3]));
    expect(side.store.capture.payload(1)).toBe(aText("row 0"));
  });
});

describe("what is thrown away", () => {
  test("by Clear leaves the disk when it can no longer be undone", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(20));
    side.store.clear();
    await settle(side, disk);
    expect(disk.chunks.size).toBe(3);
    side.store.undoClear();
    expect(await shown(side)).toEqual(names(20));
    side.store.clear();
    side.scheduler.pass(30_000);
    await settle(side, disk);
    expect([disk.chunks.size, side.store.capture.held]).toEqual([0, 0]);
  });

  test("while it is written leaves the disk as well", async () => {
    const { side, disk } = smallPanel();
    for (const name of names(20)) side.page.received(1, aText(name));
    side.page.flush();
    side.store.clear();
    side.scheduler.pass(30_000);
    await settle(side, disk);
    expect(disk.chunks.size).toBe(0);
    await receive(side, disk, ...names(15, "new"));
    expect(await shown(side)).toEqual(names(15, "new"));
  });

  test("while somebody reads it stays as long", async () => {
    const { side, disk } = smallPanel();
    await receive(side, disk, ...names(20));
    const lease = side.store.attic.lease();
    side.store.clear();
    side.scheduler.pass(30_000);
    await settle(side, disk);
    expect(await lease.payload(5)).toBe(aText("row 5"));
    lease.end();
    lease.end();
    await settle(side, disk);
    expect(disk.chunks.size).toBe(0);
  });
});

test("what a file brought in stays readable when the page turns", async () => {
  const { side, disk } = smallPanel();
  await receive(side, disk, ...names(6, "old"));
  const frames = names(9, "from file").map((name) => ({
    type: "send",
    time: 1,
    opcode: 1,
    data: aText(name),
  }));
  const entry = {
    _resourceType: "websocket",
    startedDateTime: "2026-11-20T10:00:00Z",
    request: { url: "wss://other.test/ws" },
    response: { status: 101 },
    _webSocketMessages: frames,
  };
  await side.store.exchange.import(new File([JSON.stringify({ log: { entries: [entry] } })], "a.har"));
  await receive(side, disk, ...names(12, "old"));
  expect(away(side).length).toBeGreaterThan(15);
  look(side, [7]);
  await settle(side, disk);
  side.page.depart();
  const next = new FakePage(side.link.tell, { id: "document-2", timeOrigin: 1_700_000_100_000 });
  next.arrive();
  next.created(1, "wss://app.test/ws");
  for (const name of names(10, "new")) next.received(1, aText(name));
  next.flush();
  await settle(side, disk);
  const { capture } = side.store;
  expect(capture.held).toBeLessThanOrEqual(10 * WEIGHT);
  expect(await shown(side)).toEqual([...names(9, "from file"), ...names(10, "new")]);
  await filter(side, disk, "file");
  expect(await shown(side)).toEqual(names(9, "from file"));
});
