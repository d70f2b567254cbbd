// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { BATCH_NOTICES, BATCH_UNITS, Flag, Kind, type Known, META_UNITS } from "../../src/protocol";
import { PageSide } from "../support/page-side";

function known(text: string): Known {
  return JSON.parse(text);
}

describe("what a reader is sent", () => {
  test("nothing goes out while nobody watches", () => {
    const page = new PageSide();
    page.receive(page.open(), "a", "b");
    expect(page.take()).toEqual([]);
  });

  test("a late reader gets what the log still holds, in order and with its times", () => {
    const page = new PageSide();
    const socket = page.open();
    page.receive(socket, "a");
    page.send(socket, "b");
    page.watch();
    const notices = page.notices();
    expect(notices.map(({ kind }) => kind)).toEqual([
      Kind.Created,
      Kind.Opened,
      Kind.TextReceived,
      Kind.TextSent,
    ]);
    expect(notices.map(({ order }) => order)).toEqual([0, 1, 2, 3]);
    expect(notices.map(({ time }) => time)).toEqual([0, 1, 2, 3]);
    expect(notices[2]?.text).toBe("a");
  });

  test("text comes out as it went in: empty, two-byte, lone surrogates, control characters", () => {
    const page = new PageSide();
    const socket = page.open();
    const texts = ["", "Grüße 🚆", "\ud800 alone \udc00", "\u0000\n\r\u2028", "{}"];
    page.receive(socket, ...texts);
    page.watch();
    expect(
      page
        .notices()
        .slice(2)
        .map(({ text }) => text),
    ).toEqual(texts);
  });

  test("bytes are copied at once, of buffers and of every kind of view", () => {
    const page = new PageSide();
    const socket = page.open();
    const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
    page.send(
      socket,
      bytes.buffer,
      bytes.subarray(2, 5),
      new DataView(bytes.buffer, 4, 2),
      new Float64Array(bytes.buffer),
    );
    bytes.fill(9);
    page.watch();
    expect(
      page
        .notices()
        .slice(2)
        .map((notice) => [...(notice.bytes ?? [])]),
    ).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [3, 4, 5],
      [5, 6],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
  });

  test("a Blob keeps its place; its bytes follow", async () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    page.receive(socket, new Blob(["hi"]), "after");
    expect(
      page
        .notices()
        .slice(2)
        .map(({ kind, length }) => [kind, length]),
    ).toEqual([
      [Kind.BlobReceived, 2],
      [Kind.TextReceived, 5],
    ]);
    await expect.poll(() => page.log.head).toBe(5);
    const [bytes] = page.notices();
    expect(bytes?.kind).toBe(Kind.BlobBytes);
    expect([...(bytes?.bytes?.slice(8) ?? [])]).toEqual([104, 105]);
    expect(new DataView(bytes?.bytes?.slice(0, 8).buffer as ArrayBuffer).getFloat64(0, true)).toBe(2);
  });

  test("times far apart do not overflow: a batch ends where they would", () => {
    const page = new PageSide();
    const socket = page.open();
    page.time = 90 * 60_000;
    page.receive(socket, "an hour and a half later");
    page.time = 30 * 86_400_000;
    page.receive(socket, "a month later");
    page.watch();
    expect(page.notices().map(({ time }) => time)).toEqual([0, 1, 5_400_000, 2_592_000_000]);
  });
});

test("all flags come through, beside sockets of any number", () => {
  const page = new PageSide();
  const { recorder, records } = page;
  const socket = { ...page.open(), number: 0x2abcde };
  recorder.sent(socket, 2, "a", false, Flag.Injected);
  recorder.received(socket, 3, "b", Flag.Withheld);
  recorder.received(socket, 4, Uint8Array.of(1), Flag.Injected | Flag.Withheld);
  recorder.received(socket, 5, new Blob(["hi"]), Flag.Withheld);
  recorder.received(socket, 6, "c");
  page.watch();
  expect(
    page
      .notices()
      .slice(2)
      .map(({ kind, flags, socket }) => [kind, flags, socket]),
  ).toEqual([
    [Kind.TextSent, Flag.Unsent | Flag.Injected, 0x2abcde],
    [Kind.TextReceived, Flag.Withheld, 0x2abcde],
    [Kind.BytesReceived, Flag.Injected | Flag.Withheld, 0x2abcde],
    [Kind.BlobReceived, Flag.Withheld, 0x2abcde],
    [Kind.TextReceived, 0, 0x2abcde],
  ]);
  expect(records.find(1)).toMatchObject({ number: 1 });
  expect(records.find(2)).toBeNull();
});

describe("batches are bounded", () => {
  test("in notices and in units", () => {
    const page = new PageSide();
    const socket = page.open();
    for (let i = 0; i < 5000; i++) page.receive(socket, i % 50 === 0 ? "x".repeat(9000) : "");
    page.watch();
    const batches = page.take();
    expect(batches.length).toBeGreaterThan(5);
    for (const [, meta, text] of batches) {
      expect(meta.length).toBeLessThanOrEqual(BATCH_NOTICES * META_UNITS);
      expect(text.length).toBeLessThanOrEqual(BATCH_UNITS);
    }
  });

  test("a long content goes in pieces of one order", () => {
    const page = new PageSide();
    const socket = page.open();
    const text = Array.from({ length: 20_000 }, (_, i) => `${i},`).join("");
    page.receive(socket, "before", text, "after");
    page.watch();
    const pieces = page.notices().filter(({ order }) => order === 3);
    expect(pieces.length).toBe(Math.ceil((text.length + 200) / BATCH_UNITS));
    expect(pieces.map(({ text }) => text).join("")).toBe(text);
    expect(pieces.map(({ flags }) => flags)).toEqual([...pieces.slice(1).map(() => Flag.More), 0]);
  });

  test("a reader that says nothing is not sent more than its window", () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    for (let i = 0; i < 200; i++) page.receive(socket, "x".repeat(BATCH_UNITS));
    const units = page.take().reduce((sum, batch) => sum + batch[2].length, 0);
    expect(units).toBeGreaterThan(3_900_000);
    expect(units).toBeLessThan(4_100_000);
    page.command({ type: "ack", next: 100, units });
    expect(page.take().length).toBeGreaterThan(0);
  });

  test("empty frames count as well", () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    for (let i = 0; i < 200_000; i++) page.receive(socket, "");
    const notices = page.take().reduce((sum, [, meta]) => sum + meta.length / META_UNITS, 0);
    expect(notices * 28).toBeLessThan(4_100_000);
  });

  test("what waited long goes out with the next notice, timers or not", () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    page.take();
    page.receive(socket, "a");
    expect(page.batches.length).toBe(0);
    page.time += 200;
    page.receive(socket, "b");
    expect(page.batches.length).toBe(1);
  });
});

describe("what is gone is told", () => {
  test("a late reader is told how many frames of each socket it missed", () => {
    const page = new PageSide();
    const quiet = page.open("wss://app.example/quiet");
    const busy = page.open("wss://app.example/busy");
    page.receive(quiet, "early");
    for (let i = 0; i < 30_000; i++) page.receive(busy, `${i}`);
    page.watch();
    const notices = page.notices();
    const told = notices.filter(({ kind }) => kind === Kind.Known).map(({ text }) => known(text));
    expect(told.map(({ url, before, why, state }) => [url, before, why, state])).toEqual([
      ["wss://app.example/quiet", 1, "backlog", "open"],
      ["wss://app.example/busy", 10_000, "backlog", "open"],
    ]);
    const frames = notices.filter(({ kind }) => kind === Kind.TextReceived);
    expect(frames.map(({ text }) => text)).toEqual(Array.from({ length: 20_000 }, (_, i) => `${i + 10_000}`));
  });

  test("a reader that was away goes on where it was, and is told what the log lost meanwhile", () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    page.receive(socket, "seen");
    page.take();
    page.readers.removeAll();
    for (let i = 0; i < 25_000; i++) page.receive(socket, `${i}`);
    page.watch(3);
    const [first, second] = page.notices();
    expect(known(first?.text ?? "")).toMatchObject({ before: 5001, why: "away" });
    expect(second).toMatchObject({ order: 5003, text: "5000" });
  });

  test("nothing that a watching reader has not taken is lost before the bound, and then it is told", () => {
    const page = new PageSide();
    const socket = page.open();
    page.watch();
    for (let i = 0; i < 100_000; i++) page.receive(socket, "x".repeat(100));
    expect(page.log.tail).toBe(0);
    for (let i = 0; i < 300_000; i++) page.receive(socket, "x".repeat(100));
    expect(page.log.head - page.log.tail).toBe(262_144);
    const sent = page.take();
    page.command({ type: "ack", next: 1, units: 64_000_000 });
    expect(sent.length).toBeGreaterThan(0);
    const told = page.notices().find(({ kind }) => kind === Kind.Known);
    expect(known(told?.text ?? "")).toMatchObject({ before: page.log.tail - 2, why: "slow" });
  });

  test("recording from now on leaves out what was, and says how much", () => {
    const page = new PageSide();
    const socket = page.open();
    page.receive(socket, "a", "b", "c");
    page.watch("now");
    page.receive(socket, "d");
    const [first, second] = page.notices();
    expect(known(first?.text ?? "")).toMatchObject({ before: 3, why: "paused" });
    expect(second).toMatchObject({ order: 5, text: "d" });
  });

  test("a content too large for the backlog leaves its length", () => {
    const page = new PageSide();
    const socket = page.open();
    page.receive(socket, "x".repeat(9_000_000));
    page.send(socket, new Uint8Array(9_000_000));
    page.watch();
    expect(
      page
        .notices()
        .slice(2)
        .map(({ flags, length, text, bytes }) => [flags, length, text, bytes]),
    ).toEqual([
      [Flag.Unkept, 9_000_000, "", null],
      [Flag.Unkept, 9_000_000, "", null],
    ]);
  });

  test("facts of closed sockets are bounded too", () => {
    const page = new PageSide();
    for (let i = 0; i < 20_000; i++) {
      page.recorder.fact(Kind.Closed, page.open(`wss://app.example/${i}`), page.time++, {
        code: 1000,
        reason: "",
        clean: true,
      });
    }
    let count = 0;
    for (let record = page.records.first; record; record = record.next) count++;
    // Of the last 20,000 notices, three a socket, none is without its socket.
    expect(count).toBeLessThanOrEqual(20_000 / 3 + 1001);
  });
});
