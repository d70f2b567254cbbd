import fc from "fast-check";
import { expect, test } from "vitest";
import { Capture, RowFlag } from "../../../src/model/capture";
import type { Outcome } from "../../../src/model/capture-file/imported";
import { inParts } from "../../../src/model/capture-file/pieces";
import { CaptureReader } from "../../../src/model/capture-file/read";
import type { Snapshot } from "../../../src/model/capture-file/snapshot";
import { writeCapture } from "../../../src/model/capture-file/write";
import { readHar } from "../../../src/model/har/read";
import { writeHar } from "../../../src/model/har/write";
import { accepted, anyCapture, contents, imported, snapshotOf } from "../../support/a-capture";
import { aSocket } from "../../support/a-socket";

const IMPRINT = { version: "1.2.3", at: 1_800_000_000_000 };

function captureText(snapshot: Snapshot): string {
  return [...writeCapture(snapshot, IMPRINT, null)].join("");
}

function readCapture(text: string): Outcome {
  const reader = new CaptureReader();
  for (const line of text.split("\n")) reader.line(line);
  return reader.end();
}

function harText(snapshot: Snapshot): string {
  return [...writeHar(snapshot, IMPRINT, null)].join("");
}

test("a capture file loses nothing", () => {
  fc.assert(
    fc.property(anyCapture, (capture) => {
      const back = readCapture(captureText(snapshotOf(capture)));
      expect(back).toMatchObject({ problems: [] });
      expect(contents(imported(back))).toEqual(contents(capture));
    }),
    { numRuns: 300 },
  );
});

test("nor does a HAR of ours", () => {
  fc.assert(
    fc.property(anyCapture, (capture) => {
      const back = readHar(harText(snapshotOf(capture)));
      expect(back).toMatchObject({ problems: [] });
      expect(contents(imported(back))).toEqual(contents(capture));
    }),
    { numRuns: 300 },
  );
});

test("what other readers see in our HAR is what Chrome writes", () => {
  const capture = new Capture();
  const socket = capture.addSocket(
    aSocket({ url: "wss://app.test/ws?room=a", createdAt: 1_800_000_000_000, openedAt: 1_800_000_000_012 }),
  );
  const time = 1_800_000_000_250.5;
  capture.append({ time, socket, flags: RowFlag.Sent, size: 2, payload: "hi" });
  const payload = Uint8Array.of(1, 2, 3);
  capture.append({ time, socket, flags: RowFlag.Binary, size: 3, payload });
  capture.append({ time, socket, flags: RowFlag.Sent | RowFlag.Unsent, size: 4, payload: "late" });
  capture.append({ time, socket, flags: RowFlag.Unkept, size: 9e6, payload: null });
  capture.append({ time, socket, flags: RowFlag.Loss, size: 0, payload: { count: 7, why: "slow" } });
  const { log } = JSON.parse(harText(snapshotOf(capture)));
  expect(log).toMatchObject({ version: "1.2", creator: { name: "Sockeye", version: "1.2.3" } });
  const [entry] = log.entries;
  expect(entry._webSocketMessages).toEqual([
    { type: "send", time: 1_800_000_000.2505, opcode: 1, data: "hi" },
    { type: "receive", time: 1_800_000_000.2505, opcode: 2, data: "AQID" },
  ]);
  expect(Object.keys(entry).filter((key) => key.startsWith("_"))).toEqual([
    "_resourceType",
    "_webSocketMessages",
    "_sockeye",
  ]);
  expect(entry).toMatchObject({
    _resourceType: "websocket",
    startedDateTime: "2027-01-15T08:00:00.000Z",
    request: { method: "GET", url: "wss://app.test/ws?room=a", queryString: [{ name: "room", value: "a" }] },
    response: { status: 101 },
  });
  expect(entry._sockeye.others).toHaveLength(3);
});

test("a file keeps that a Blob was being read, and a panel that nobody reads it now", () => {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket());
  const flags = RowFlag.Binary | RowFlag.Pending;
  capture.append({ time: 1, socket, flags, size: 9, payload: null });
  const snapshot = snapshotOf(capture);
  for (const back of [readCapture(captureText(snapshot)), readHar(harText(snapshot))]) {
    expect(accepted(back).rows.flags[0]).toBe(flags);
    expect(imported(back).flags(0)).toBe(RowFlag.Binary | RowFlag.Unkept);
  }
});

test("a server-sent event keeps its type and id, in both", () => {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket({ transport: "EventSource", url: "https://app.test/events" }));
  const event = { type: "price", id: "7" };
  capture.append({ time: 5, socket, flags: 0, size: 1, payload: "x", event });
  const snapshot = snapshotOf(capture);
  expect(contents(imported(readCapture(captureText(snapshot))))).toEqual(contents(capture));
  expect(contents(imported(readHar(harText(snapshot))))).toEqual(contents(capture));
});

/** A frame of each kind that Sockeye had a hand in, on a socket of its own that the page believes closed. */
function meddled() {
  const capture = new Capture();
  const facts = { state: "closed", code: 1006, replay: "page", pretended: true, ordinal: 4 } as const;
  const socket = capture.addSocket(aSocket(facts));
  const { Sent, Injected, Withheld, Late } = RowFlag;
  for (const deed of [0, Injected, Withheld, Late, Injected | Withheld]) {
    capture.append({ time: 1, socket, flags: Sent | deed, size: 4, payload: "sent" });
    capture.append({ time: 1, socket, flags: deed, size: 8, payload: "received" });
  }
  return capture;
}

test("what Sockeye did itself is said in a capture file, and read again", () => {
  const capture = meddled();
  const lines = captureText(snapshotOf(capture))
    .split("\n")
    .slice(1, -1)
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ replay: "page", pretended: true });
  expect(lines[0]).not.toHaveProperty("ordinal");
  const deeds = lines.slice(1).map(({ injected, withheld, late }) => ({ injected, withheld, late }));
  const each = [
    {},
    { injected: true },
    { withheld: true },
    { late: true },
    { injected: true, withheld: true },
  ];
  expect(deeds).toEqual(each.flatMap((deed) => [deed, deed]));
  const back = imported(readCapture(captureText(snapshotOf(capture))));
  expect(back.sockets).toMatchObject([{ replay: "page", pretended: true }]);
  for (let row = 0; row < capture.end; row++) expect(back.flags(row)).toBe(capture.flags(row));
});

test("in a HAR other readers see none of what never went over the wire, and we see all of it", () => {
  const capture = meddled();
  const text = harText(snapshotOf(capture));
  const [entry] = JSON.parse(text).log.entries;
  expect(entry._webSocketMessages.map(({ data }: { data: string }) => data)).toEqual([
    ...["sent", "received"],
    ...["sent", "received", "sent", "received"],
  ]);
  expect(entry._sockeye).toMatchObject({
    ...{ replay: "page", pretended: true },
    ...{ injected: [2], withheld: [3], late: [4, 5] },
  });
  const back = imported(readHar(text));
  expect(back.sockets).toMatchObject([{ replay: "page", pretended: true }]);
  for (let row = 0; row < capture.end; row++) expect(back.flags(row)).toBe(capture.flags(row));
});

test("a socket that says neither page nor extension opened it is refused", () => {
  const text = captureText(snapshotOf(meddled())).replace('"replay":"page"', '"replay":"me"');
  expect(accepted(readCapture(text)).problems[0]).toMatch(/^Line 2: /);
});

test("large texts and bytes are written in pieces, cut anywhere", () => {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket());
  const text = `x${"\ud83d\udc1f".repeat(700_000)}`;
  const payload = Uint8Array.from({ length: 1_300_001 }, (_, i) => i & 255);
  capture.append({ time: 1, socket, flags: 0, size: 2_800_001, payload: text });
  capture.append({ time: 2, socket, flags: RowFlag.Binary, size: payload.length, payload });
  const snapshot = snapshotOf(capture);
  for (const [write, read] of [
    [captureText, readCapture],
    [harText, readHar],
  ] as const) {
    const back = imported(read(write(snapshot)));
    expect(back.payload(0) === text).toBe(true);
    expect(Buffer.compare(back.payload(1) as Uint8Array, payload)).toBe(0);
  }
});

test("payloads that are on disk are asked for, and those that are lost are said", () => {
  const capture = new Capture();
  const socket = capture.addSocket(aSocket());
  for (const payload of ["here", "on disk", "lost"]) {
    capture.append({ time: 1, socket, flags: 0, size: payload.length, payload });
  }
  const before = contents(capture);
  capture.stow(1);
  const text = (disk: Record<number, string>) => {
    const parts: string[] = [];
    const pieces = inParts(writeCapture(snapshotOf(capture), IMPRINT, null));
    for (let step = pieces.next(null); !step.done; ) {
      if (typeof step.value === "string") parts.push(step.value);
      step = pieces.next(typeof step.value === "string" ? null : (disk[step.value.row] ?? null));
    }
    return parts.join("");
  };
  expect(contents(imported(readCapture(text({ 1: "on disk" }))))).toEqual(before);
  capture.stow(2);
  const lost = imported(readCapture(text({ 1: "on disk" })));
  expect([lost.payload(1), lost.payload(2), lost.flags(2)]).toEqual(["on disk", null, RowFlag.Unkept]);
});

test("a part never grows with the capture", () => {
  const pieces = Array.from({ length: 100_000 }, () => "0123456789");
  const parts = [
    ...inParts(
      (function* () {
        yield* pieces;
      })(),
    ),
  ].map(String);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(300_000);
  expect(parts.join("")).toBe(pieces.join(""));
});
