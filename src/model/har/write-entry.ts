import { RowFlag } from "../capture";
import { deedPlaces } from "../capture-file/deeds";
import { frameLine } from "../capture-file/frame-line";
import { type Pieces, withPayload } from "../capture-file/pieces";
import { isContent, naturalSize, rowAt, type Snapshot, type SnapshotRow } from "../capture-file/snapshot";
import { type MaskReport, socketFacts } from "../capture-file/write";
import type { Socket } from "../socket";
import { requestOf, responseOf, timingsOf } from "./handshake";
import { EXTRAS_VERSION } from "./schema";

const NUMBERS_PER_PIECE = 10_000;

/** A row that any reader may take for a message: it went over the wire, and its content is there. */
function isMessage({ flags, payload }: SnapshotRow): boolean {
  const never = RowFlag.Unsent | (flags & RowFlag.Sent ? RowFlag.Withheld : RowFlag.Injected);
  return isContent(payload) && !(flags & never);
}

/** Exactly Chrome's four fields. */
function* message({ time, flags, payload }: SnapshotRow): Generator<string> {
  if (!isContent(payload)) return;
  const type = flags & RowFlag.Sent ? "send" : "receive";
  const opcode = typeof payload === "string" ? 1 : 2;
  const head = `{"type":"${type}","time":${time / 1000},"opcode":${opcode},"data":`;
  yield* withPayload(head, payload);
}

function* numbers(list: readonly number[]): Generator<string> {
  yield "[";
  for (let at = 0; at < list.length; at += NUMBERS_PER_PIECE) {
    yield (at > 0 ? "," : "") + list.slice(at, at + NUMBERS_PER_PIECE).join(",");
  }
  yield "]";
}

/**
 * The entry of a socket, in pieces. What Chrome has no word for stands under `_sockeye`: the socket's facts, each
 * message's place among those of all sockets (`orders`) and exact time in milliseconds (`times`), the places in the
 * list of those with which Sockeye did something (`injected` and the like), and as `others` what no reader should take
 * for a message: losses, frames that never went over the wire, those whose content is not there, and server-sent
 * events.
 */
export function* writeEntry(
  snapshot: Snapshot,
  socket: Socket,
  rows: readonly number[],
  pageref: string,
  report: MaskReport,
): Pieces {
  const last = snapshot.rows.time[rows[rows.length - 1] ?? -1] ?? socket.openedAt ?? socket.createdAt;
  const webSocket = socket.transport === "WebSocket";
  const entry = {
    _resourceType: webSocket ? "websocket" : "eventsource",
    cache: {},
    pageref,
    request: requestOf(socket),
    response: responseOf(socket),
    serverIPAddress: "",
    startedDateTime: new Date(socket.createdAt).toISOString(),
    ...timingsOf(socket, last),
  };
  yield JSON.stringify(entry).slice(0, -1);
  if (webSocket) yield ',"_webSocketMessages":[';
  const orders: number[] = [];
  const times: number[] = [];
  const deeds: number[] = [];
  const sizes: [index: number, size: number][] = [];
  const others: SnapshotRow[] = [];
  for (const order of rows) {
    const row = yield* rowAt(snapshot, order, report?.(socket.number) ?? null);
    if (!webSocket || !isMessage(row)) {
      others.push(row);
      continue;
    }
    if (isContent(row.payload) && naturalSize(row.payload) !== row.size)
      sizes.push([orders.length, row.size]);
    if (orders.length > 0) yield ",";
    yield* message(row);
    orders.push(order);
    times.push(row.time);
    deeds.push(row.flags);
  }
  const facts = {
    version: EXTRAS_VERSION,
    socket: socket.number,
    ...socketFacts(socket),
    sizes,
    ...deedPlaces(deeds),
  };
  yield `${webSocket ? "]" : ""},"_sockeye":${JSON.stringify(facts).slice(0, -1)},"orders":`;
  yield* numbers(orders);
  yield ',"times":';
  yield* numbers(times);
  yield ',"others":[';
  for (const [index, row] of others.entries()) {
    if (index > 0) yield ",";
    yield* frameLine(row, { order: row.order });
  }
  yield "]}}";
}
