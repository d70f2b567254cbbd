// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { Capture, type Loss, RowFlag } from "../../src/model/capture";
import { Intake } from "../../src/panel/store/intake";
import { Kind } from "../../src/protocol";
import { DEAF } from "../support/deaf";
import { DOCUMENT, PageSide } from "../support/page-side";

/** From the tap's hand to the rows of the capture: the whole path but for the ports. */
class Path {
  readonly page = new PageSide();
  readonly capture = new Capture();
  readonly intake = new Intake(DOCUMENT, this.capture, DEAF);

  deliver(): void {
    for (const batch of this.page.take()) this.intake.take(batch);
  }

  rows() {
    const { capture } = this;
    return Array.from({ length: capture.end }, (_, row) => capture.payload(row));
  }
}

describe("from the tap to the rows", () => {
  test("frames become rows, with their socket, direction, size in bytes and time", () => {
    const { page, capture, ...path } = new Path();
    const socket = page.open();
    page.receive(socket, "grün");
    page.send(socket, new Uint8Array([1, 2]));
    page.watch();
    for (const batch of page.take()) path.intake.take(batch);
    expect(capture.end).toBe(2);
    expect([capture.payload(0), capture.size(0), capture.flags(0)]).toEqual(["grün", 5, 0]);
    expect([capture.payload(1), capture.size(1)]).toEqual([new Uint8Array([1, 2]), 2]);
    expect(capture.flags(1)).toBe(RowFlag.Sent | RowFlag.Binary);
    expect(capture.time(1)).toBe(DOCUMENT.timeOrigin + 3);
    expect(capture.socket(0)).toMatchObject({ number: 1, state: "open", url: "wss://app.example/ws" });
    expect(capture.socket(0).sent).toEqual({ frames: 1, bytes: 2 });
  });

  test("a socket's life: subprotocols, close code and reason, failure", () => {
    const path = new Path();
    const { recorder } = path.page;
    const one = recorder.created({ transport: "WebSocket", url: "wss://a/", asked: "v2,v1" }, 10);
    recorder.fact(Kind.Opened, one, 20, { protocol: "v1", extensions: "permessage-deflate" });
    recorder.fact(Kind.Closing, one, 30, { code: 4000, reason: "bye" });
    recorder.fact(Kind.Closed, one, 40, { code: 4000, reason: "bye", clean: true });
    const two = recorder.created({ transport: "WebSocket", url: "wss://b/", asked: "" }, 50);
    recorder.fact(Kind.Failed, two, 60, {});
    recorder.fact(Kind.Closed, two, 61, { code: 1006, reason: "", clean: false });
    path.page.watch();
    path.deliver();
    const at = (ms: number) => DOCUMENT.timeOrigin + ms;
    expect(path.capture.sockets).toMatchObject([
      { asked: ["v2", "v1"], protocol: "v1", extensions: "permessage-deflate", state: "closed", code: 4000 },
      {
        asked: [],
        state: "closed",
        code: 1006,
        clean: false,
        failed: true,
        createdAt: at(50),
        closedAt: at(61),
      },
    ]);
    expect(path.capture.sockets[0]).toMatchObject({
      reason: "bye",
      clean: true,
      openedAt: at(20),
      failed: false,
    });
  });

  test("what comes twice is taken once, also in the middle of a long content", () => {
    const path = new Path();
    const { page, intake } = path;
    const long = "0123456789".repeat(10_000);
    const socket = page.open();
    page.receive(socket, "a", long, "b");
    page.watch();
    const [head, ...rest] = page.take();
    if (head) intake.take(head);
    expect(rest.length).toBeGreaterThan(1);
    page.readers.removeAll();
    intake.restart();
    page.watch(intake.next);
    path.deliver();
    expect(path.rows()).toEqual(["a", long, "b"]);
  });

  test("what is lost is a row that says how many frames of which socket, and why", () => {
    const path = new Path();
    const socket = path.page.open();
    for (let i = 0; i < 20_500; i++) path.page.receive(socket, "x");
    path.page.watch();
    path.deliver();
    expect(path.capture.payload(0)).toEqual({ count: 500, why: "backlog" } satisfies Loss);
    expect(path.capture.flags(0)).toBe(RowFlag.Loss);
    expect(path.capture.end).toBe(20_001);
    expect(path.capture.sockets).toMatchObject([{ lost: 500, received: { frames: 20_000 } }]);
  });

  test("a batch that does not come, and one that makes no sense, leave a row too", () => {
    const path = new Path();
    const { page, intake } = path;
    const socket = page.open();
    page.watch();
    path.deliver();
    for (const text of ["a", "b", "c", "d"]) {
      page.receive(socket, text);
      const [batch] = page.take();
      if (batch && text === "b") continue;
      if (batch && text === "c") intake.take([batch[0], `${batch[1]}x`, batch[2], batch[3]]);
      else if (batch) intake.take(batch);
    }
    expect(path.rows()).toEqual(["a", { count: 2, why: "refused" }, "d"]);
  });

  test("a Blob's bytes come to its row", async () => {
    const path = new Path();
    const { page, capture } = path;
    const socket = page.open();
    page.watch();
    page.send(socket, new Blob(["hi"]));
    page.send(socket, "next");
    path.deliver();
    expect([capture.payload(0), capture.size(0), capture.payload(1)]).toEqual([null, 2, "next"]);
    expect(capture.flags(0)).toBe(RowFlag.Sent | RowFlag.Binary | RowFlag.Pending);
    await expect.poll(() => page.log.head).toBe(5);
    path.deliver();
    expect(capture.payload(0)).toEqual(new Uint8Array([104, 105]));
    expect(capture.flags(0)).toBe(RowFlag.Sent | RowFlag.Binary);
  });

  test("a Blob that was still being read when its page went is not waited for", async () => {
    const path = new Path();
    const { page, capture } = path;
    page.watch();
    page.send(page.open(), new Blob(["hi"]));
    path.deliver();
    path.intake.depart(5);
    expect(capture.flags(0)).toBe(RowFlag.Sent | RowFlag.Binary | RowFlag.Unkept);
    await expect.poll(() => page.log.head).toBe(4);
    path.deliver();
    expect(capture.flags(0)).toBe(RowFlag.Sent | RowFlag.Binary);
  });

  test("a Blob whose bytes cannot be kept once nobody watches silences nothing", async () => {
    const path = new Path();
    const { page, capture } = path;
    const socket = page.open();
    page.watch();
    page.send(socket, new Blob(["x".repeat(9_000_000)]));
    path.deliver();
    page.readers.removeAll();
    await expect.poll(() => page.log.head).toBe(4);
    page.send(socket, "next");
    path.intake.restart();
    page.watch(path.intake.next);
    path.deliver();
    expect(capture.flags(0) & RowFlag.Unkept).toBe(RowFlag.Unkept);
    expect(path.rows()[1]).toBe("next");
  });

  test("the buffer that was transferred away is sent as nothing, as natively", () => {
    const path = new Path();
    const socket = path.page.open();
    const buffer = new ArrayBuffer(8);
    const views = [new Uint8Array(buffer), new DataView(buffer)];
    structuredClone(buffer, { transfer: [buffer] });
    path.page.send(socket, buffer, ...views);
    path.page.watch();
    path.deliver();
    expect(path.rows()).toEqual([new Uint8Array(), new Uint8Array(), new Uint8Array()]);
  });

  test("hostile properties on Object.prototype do not make the tap throw", () => {
    const path = new Path();
    const socket = path.page.open();
    path.page.watch();
    const hostile = Object.assign(Object.create(null), { configurable: true, value: () => "hostile" });
    for (const name of ["get", "set", "value", "writable"])
      Object.defineProperty(Object.prototype, name, hostile);
    try {
      path.page.receive(socket, "x".repeat(100_000));
    } finally {
      for (const name of ["get", "set", "value", "writable"]) Reflect.deleteProperty(Object.prototype, name);
    }
    path.deliver();
    expect(path.rows()).toEqual(["x".repeat(100_000)]);
  });

  test("after a gap no socket stands there twice, also where its beginning is still in the log", () => {
    const path = new Path();
    const { page, capture } = path;
    const old = page.open("wss://a/");
    for (let i = 0; i < 20_000; i++) page.receive(old, "x");
    page.open("wss://b/");
    page.watch();
    path.deliver();
    expect(capture.sockets.map(({ url, state }) => [url, state])).toEqual([
      ["wss://a/", "open"],
      ["wss://b/", "open"],
    ]);
  });

  test("a thousand sockets that came and went take no frames of a live one with them", () => {
    const path = new Path();
    const { page } = path;
    const live = page.open("wss://live/");
    for (let i = 0; i < 1500; i++) {
      const record = page.recorder.created(
        { transport: "WebSocket", url: "wss://retry/", asked: "" },
        page.time++,
      );
      page.recorder.fact(Kind.Failed, record, page.time++, {});
      page.recorder.fact(Kind.Closed, record, page.time++, { code: 1006, reason: "", clean: false });
      page.receive(live, `${i}`);
    }
    page.watch();
    path.deliver();
    expect(path.rows()).toEqual(Array.from({ length: 1500 }, (_, i) => `${i}`));
  });

  test("a lone surrogate that was sent is shown as what went on the wire", () => {
    const path = new Path();
    const socket = path.page.open();
    path.page.send(socket, "\ud800");
    path.page.watch();
    path.deliver();
    expect([path.rows(), path.capture.size(0)]).toEqual([["\ufffd"], 3]);
  });

  test("sockets whose document goes are gone, until it comes back from the back/forward cache", () => {
    const path = new Path();
    path.page.open();
    path.page.watch();
    path.deliver();
    path.intake.depart(5);
    expect(path.capture.sockets).toMatchObject([{ state: "gone", closedAt: 5 }]);
    path.intake.restart();
    expect(path.capture.sockets[0]).toMatchObject({ state: "open", closedAt: undefined });
  });
});
