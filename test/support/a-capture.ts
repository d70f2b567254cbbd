import fc from "fast-check";
import { Capture, type Entry, RowFlag } from "../../src/model/capture";
import type { Imported, Outcome } from "../../src/model/capture-file/imported";
import { takeSnapshot } from "../../src/model/capture-file/snapshot";
import { utf8Bytes } from "../../src/model/utf8";
import { Imports } from "../../src/panel/store/imports";
import type { DocumentId } from "../../src/protocol";
import { aSocket } from "./a-socket";

type Row = Omit<Entry, "socket"> & { socket: number };

const time = fc.double({ min: 0, max: 4e12, noNaN: true }).map((ms) => ms + 0);
/** Any code units: lone surrogates too. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.json(),
);
const bytes = fc.uint8Array({ maxLength: 40 });
const sent = fc.constantFrom(0, RowFlag.Sent);
const deeds = fc.constantFrom(
  ...[0, 0, 0, RowFlag.Injected, RowFlag.Withheld, RowFlag.Late, RowFlag.Injected | RowFlag.Withheld],
);

const row: fc.Arbitrary<Omit<Row, "socket">> = fc.oneof(
  fc
    .tuple(time, sent, anyText, fc.constantFrom(0, RowFlag.Unsent), deeds)
    .map(([time, sent, payload, unsent, deed]) => ({
      time,
      flags: sent | unsent | deed,
      size: utf8Bytes(payload),
      payload,
    })),
  fc.tuple(time, sent, bytes, deeds).map(([time, sent, payload, deed]) => ({
    time,
    flags: sent | RowFlag.Binary | deed,
    size: payload.length,
    payload,
  })),
  fc
    .tuple(
      time,
      fc.nat(),
      fc.constantFrom(0, RowFlag.Binary),
      fc.constantFrom(RowFlag.Unkept, RowFlag.Pending),
    )
    .map(([time, size, binary, absent]) => ({ time, flags: binary | absent, size, payload: null })),
  fc
    .tuple(
      time,
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom("slow", "backlog", "away", "paused", "refused"),
    )
    .map(([time, count, why]) => ({
      time,
      flags: RowFlag.Loss,
      size: 0,
      payload: { count, why: why as "slow" },
    })),
);

const socket = fc.record(
  {
    url: fc.webUrl({ withQueryParameters: true }).map((url) => url.replace(/^http/, "ws")),
    documentUrl: fc.webUrl(),
    document: fc.constantFrom("d1" as DocumentId, "d2" as DocumentId),
    frameId: fc.nat(),
    asked: fc.array(fc.stringMatching(/^[\w.]{1,9}$/), { maxLength: 3 }),
    protocol: fc.stringMatching(/^[\w.]{0,9}$/),
    extensions: fc.string(),
    state: fc.constantFrom("connecting", "open", "closing", "closed", "gone"),
    createdAt: time,
    openedAt: time,
    closedAt: time,
    code: fc.integer({ min: 1000, max: 4999 }),
    reason: fc.string({ unit: "binary" }),
    clean: fc.boolean(),
    failed: fc.boolean(),
    replay: fc.constantFrom("page", "extension"),
    pretended: fc.constant(true),
  } as const,
  { requiredKeys: ["url"] },
);

/** Any capture: its sockets, and rows in the order in which they came. */
export const anyCapture: fc.Arbitrary<Capture> = fc
  .tuple(
    fc.array(socket, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat({ max: 3 }), row), { maxLength: 30 }),
  )
  .map(([sockets, rows]) => {
    const capture = new Capture();
    for (const facts of sockets) capture.addSocket(aSocket(facts));
    for (const [at, one] of rows) {
      const owner = capture.sockets[at % capture.sockets.length];
      if (owner) capture.append({ ...one, socket: owner });
    }
    return capture;
  });

function settled(flags: number): number {
  return flags & RowFlag.Pending ? (flags & ~RowFlag.Pending) | RowFlag.Unkept : flags;
}

export function snapshotOf(capture: Capture) {
  return takeSnapshot(capture, capture.sockets, 0);
}

/**
 * What a capture holds, as plain data to be compared. The file's name is left out, and a Blob that is being read
 * counts as one that was not: nobody reads it for a file.
 */
export function contents(capture: Capture): object {
  const plain = ({ imported: _, ...facts }: (typeof capture.sockets)[number]) =>
    Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return {
    sockets: capture.sockets.map(plain),
    rows: Array.from({ length: capture.end }, (_, row) => ({
      time: capture.time(row),
      socket: capture.socket(row).number,
      flags: settled(capture.flags(row)),
      size: capture.size(row),
      payload: capture.payload(row),
      event: capture.event(row),
    })),
  };
}

export function accepted(outcome: Outcome): Imported {
  if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}

/** A capture with nothing but what was imported. */
export function imported(outcome: Outcome): Capture {
  const capture = new Capture();
  new Imports(capture).add("file", accepted(outcome));
  return capture;
}
