import fc from "fast-check";
import { Capture, type Payload, RowFlag } from "../../../src/model/capture";
import { utf8Bytes } from "../../../src/model/utf8";
import { tell } from "./told";

const NAMES = [
  ...["philjs", "guide", "warpkit", "recker", "universal", "hostile"],
  ...[
    "phoenix",
    "json-rpc",
    "graphql-ws",
    "socket-io",
    "mqtt",
    "stomp",
    "pusher",
    "signalr",
    "action-cable",
  ].map((name) => `protocols/${name}`),
];

export interface Row {
  time: number;
  /** By number, as in the file. */
  socket: number;
  flags: number;
  payload: Payload;
}

/** What was recorded, to be changed and put together again. */
export const recordings = NAMES.map((name) => {
  const { capture } = tell(name);
  const rows = Array.from({ length: capture.end }, (_, row) => ({
    time: capture.time(row),
    socket: capture.socket(row).number,
    flags: capture.flags(row),
    payload: capture.payload(row),
  }));
  return { name, sockets: capture.sockets, rows };
});
export type Recording = (typeof recordings)[number];

export function recording(name: string): Recording {
  const found = recordings.find((one) => one.name === name);
  if (!found) throw new Error(`no recording ${name}`);
  return found;
}

function sizeOf(payload: Payload): number {
  if (typeof payload === "string") return utf8Bytes(payload);
  return payload instanceof Uint8Array ? payload.length : 0;
}

export function together({ sockets, rows }: Pick<Recording, "sockets" | "rows">): Capture {
  const capture = new Capture();
  const nothing = () => ({ frames: 0, bytes: 0 });
  for (const socket of sockets) {
    capture.addSocket({ ...socket, sent: nothing(), received: nothing(), lost: 0 });
  }
  for (const { socket, ...row } of rows) {
    const owner = capture.sockets[socket - 1];
    if (owner) capture.append({ ...row, socket: owner, size: sizeOf(row.payload) });
  }
  return capture;
}

/** The frame was there, and the panel never got it. */
export function lost(row: Row): Row {
  return { ...row, flags: RowFlag.Loss, payload: { count: 1, why: "slow" } };
}

type Mutation = (rows: readonly Row[], at: number, other: number) => Row[];
const change = (rows: readonly Row[], at: number, how: (row: Row) => Row[]) =>
  rows.flatMap((row, index) => (index === at ? how(row) : [row]));

const MUTATIONS: Mutation[] = [
  (rows, at) => change(rows, at, () => []),
  (rows, at) => change(rows, at, (row) => [lost(row)]),
  (rows, at) => change(rows, at, (row) => [row, row]),
  (rows, at, other) => change(rows, at, (row) => [row, ...Array(other % 20).fill(row)]),
  (rows, at) => change(rows, at, (row) => [{ ...row, flags: row.flags ^ RowFlag.Sent }]),
  (rows, at, other) =>
    change(rows, at, (row) => [
      {
        ...row,
        payload:
          typeof row.payload === "string" || row.payload instanceof Uint8Array
            ? row.payload.slice(0, other % Math.max(1, row.payload.length))
            : row.payload,
      },
    ]),
  // Swapped with any other.
  (rows, at, other) =>
    rows.map((row, index) => {
      if (index === at) return rows[other % rows.length] ?? row;
      return index === other % rows.length ? (rows[at] ?? row) : row;
    }),
  // The clock is put back, or on, from here.
  (rows, at, other) =>
    rows.map((row, index) => (index < at ? row : { ...row, time: row.time + (other - 500) * 1000 })),
  (rows, at) => rows.slice(at),
  (rows, at) => rows.slice(0, at + 1),
  // Frames of another capture in the middle of a socket.
  (rows, at, other) => {
    const { rows: foreign } = recordings[other % recordings.length] as Recording;
    const socket = rows[at]?.socket ?? 1;
    const time = rows[at]?.time ?? 0;
    return [...rows.slice(0, at), ...foreign.map((row) => ({ ...row, socket, time })), ...rows.slice(at)];
  },
];

/** A recording with some of it changed. */
export const mutated: fc.Arbitrary<Recording> = fc
  .tuple(
    fc.constantFrom(...recordings),
    fc.array(fc.tuple(fc.constantFrom(...MUTATIONS), fc.nat(1000), fc.nat(1000)), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([one, mutations]) => {
    let { rows } = one;
    for (const [mutate, at, other] of mutations) {
      if (rows.length > 0) rows = mutate(rows, at % rows.length, other);
    }
    return { ...one, rows };
  });

/** A recording, and which of its rows to choose. */
export const chosen: fc.Arbitrary<[Recording, ReadonlySet<number>]> = fc
  .constantFrom(...recordings)
  .chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc
        .uniqueArray(fc.nat(one.rows.length - 1), { maxLength: one.rows.length })
        .map((rows) => new Set(rows)),
    ),
  );
