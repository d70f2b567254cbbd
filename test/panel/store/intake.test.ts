import { expect, test } from "vitest";
import { RowFlag } from "../../../src/model/capture";
import { Flag, Kind } from "../../../src/protocol";
import { packBatch } from "../../support/fake-page";
import { PanelSide } from "../../support/panel-side";

test("frames of both directions and kinds arrive as they were", () => {
  const side = PanelSide.open();
  side.page.clock = 12.5;
  side.page.sent(1, "sent \u00fc");
  side.page.received(1, new Uint8Array([1, 2, 255]));
  side.show();
  const { capture } = side.store;
  expect(side.texts()).toEqual(["sent \u00fc", new Uint8Array([1, 2, 255])]);
  expect([capture.flags(0), capture.size(0)]).toEqual([RowFlag.Sent, 7]);
  expect([capture.flags(1), capture.size(1)]).toEqual([RowFlag.Binary, 3]);
  expect(capture.time(0)).toBeCloseTo(side.page.document.timeOrigin + 12.5, 2);
});

test("what a socket does is told by its facts", () => {
  const side = new PanelSide();
  side.page.arrive();
  side.page.created(1, "wss://app.test/ws", "a,b");
  side.page.opened(1, "a", "permessage-deflate");
  side.page.closing(1, 4001, "bye");
  side.show();
  const [socket] = side.store.sockets();
  expect(socket).toMatchObject({ number: 1, state: "closing", asked: ["a", "b"], protocol: "a", code: 4001 });
  side.page.failed(1);
  side.page.closed(1, 1006);
  side.show();
  expect(socket).toMatchObject({ state: "closed", code: 1006, clean: false, failed: true });
});

test("a Blob's row waits for its bytes", () => {
  const side = PanelSide.open();
  const order = side.page.blobReceived(1, 3);
  side.page.received(1, "after");
  side.show();
  expect(side.store.capture.flags(0)).toBe(RowFlag.Binary | RowFlag.Pending);
  side.page.blobBytes(1, order, new Uint8Array([7, 8, 9]));
  side.show();
  expect(side.texts()).toEqual([new Uint8Array([7, 8, 9]), "after"]);
});

test("what was not kept has its true size", () => {
  const side = PanelSide.open();
  side.page.unkept(1, 5_000_000);
  side.show();
  expect(side.store.capture.size(0)).toBe(5_000_000);
  expect(side.store.capture.flags(0)).toBe(RowFlag.Unkept);
});

test("a long content comes in parts, also over batches", () => {
  const side = PanelSide.open();
  const part = (text: string, flags: number) => ({
    kind: Kind.TextReceived,
    flags,
    socket: 1,
    time: 0,
    length: text.length,
    text,
    bytes: null,
  });
  const tell = (first: number, ...parts: ReturnType<typeof part>[]) =>
    side.link.tell({ type: "batch", document: side.page.document.id, batch: packBatch(first, 0, parts) });
  tell(2, part("one ", Flag.More), part("two ", Flag.More));
  tell(2, part("three", 0));
  side.scheduler.frame();
  expect(side.texts()).toEqual(["one two three"]);
});

test("what comes twice is taken once", () => {
  const side = PanelSide.open();
  side.page.received(1, "once");
  const batch = side.page.take();
  for (let i = 0; i < 2; i++) {
    if (batch) side.link.tell({ type: "batch", document: side.page.document.id, batch });
  }
  side.scheduler.frame();
  expect(side.texts()).toEqual(["once"]);
});

test("a hole in the order is a loss, and so is what the page no longer has", () => {
  const side = PanelSide.open();
  side.page.skip(4);
  side.page.received(1, "late");
  side.show();
  expect(side.texts()).toEqual([{ count: 4, why: "refused" }, "late"]);
  side.page.known(1, { url: "wss://app.test/ws", state: "open", createdAt: 0, before: 25, why: "slow" });
  side.show();
  expect(side.texts()[2]).toEqual({ count: 24, why: "slow" });
  expect(side.store.sums().lost).toBe(28);
});

test("a batch that makes no sense is refused, and nothing breaks", () => {
  const side = PanelSide.open();
  const { id } = side.page.document;
  side.link.tell({ type: "batch", document: id, batch: ["1 2 0", "odd", "", null] });
  side.link.tell({ type: "batch", document: id, batch: ["", "", "", null] });
  side.page.received(1, "still here");
  side.show();
  expect(side.texts()).toEqual(["still here"]);
});

test("sockets of a document that went away are over", () => {
  const side = PanelSide.open();
  side.scheduler.pass(500);
  side.page.depart();
  expect(side.store.sockets()[0]).toMatchObject({ state: "gone", closedAt: 500 });
});

test("of a worker that was ended abruptly the last moments may be missing, once a socket that was still open", () => {
  const side = PanelSide.open();
  side.page.created(2, "wss://app.test/other");
  side.page.closed(2, 1000);
  side.page.flush();
  side.link.tell({ type: "departed", document: side.page.document.id, abrupt: true });
  side.show();
  expect(side.texts()).toEqual([{ count: 0, why: "ended" }]);
  expect(side.store.sums().lost).toBe(0);
  expect(side.store.sockets().map(({ state }) => state)).toEqual(["gone", "closed"]);
});
