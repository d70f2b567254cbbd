import type { Replayed } from "../link/hand-over";
import { Flag, Kind } from "../protocol";
import {
  apply,
  construct,
  dispatchEvent,
  NativeMessageEvent,
  NativeURL,
  now,
  readBinaryType,
  readMessage,
  readOrigin,
  readUrl,
  typedArrayBounds,
} from "./natives";
import type { Records } from "./record";
import type { Recorder } from "./recorder";
import { askedFor, nativeClose, type Open, transmit } from "./tap";

/** What `send` and the tap take: not the view, whose class the page may have changed. */
function dataOf(content: string | Uint8Array): string | ArrayBuffer {
  return typeof content === "string" ? content : typedArrayBounds.buffer(content);
}

/**
 * On a stack of its own, when the command's event is over: the page's handlers could find the port in `window.event` (by
 * a function of another realm), and our records in the arguments of what called them (`CallSite.getFunction`; an async
 * function keeps its own to itself).
 */
async function deliver(socket: WebSocket, event: Event): Promise<void> {
  await null;
  dispatchEvent(socket, event);
}

/**
 * Does what a panel wants done with the page's sockets, and writes it down as done by nobody else. It throws nothing,
 * as if nobody had called; what the page's handlers throw goes where it always goes.
 */
export function replay(command: Replayed, records: Records, recorder: Recorder, open: Open): void {
  if (command.type === "open") {
    const { key, url, protocols } = command;
    const facts = { transport: "WebSocket", url, asked: askedFor(protocols), replay: key } as const;
    try {
      open(facts, protocols);
    } catch (error) {
      const record = recorder.created(facts, now());
      recorder.fact(Kind.Failed, record, now(), {});
      recorder.fact(Kind.Closed, record, now(), { code: 0, reason: readMessage(error), clean: false });
    }
    return;
  }
  const record = records.find(command.socket);
  if (record?.transport !== "WebSocket") return;
  const { socket } = record;
  if (command.type === "send") {
    const data = dataOf(command.data);
    try {
      transmit(recorder, record, socket, data, Flag.Injected);
    } catch {
      // It is still connecting, or gone.
      recorder.sent(record, now(), data, false, Flag.Injected);
    }
    return;
  }
  if (!socket) return;
  if (command.type === "receive") {
    const data = dataOf(command.data);
    recorder.received(record, now(), data, Flag.Injected);
    const origin = readOrigin(construct(NativeURL, [readUrl(socket)]));
    const given = command.blob && readBinaryType(socket) === "blob" ? command.blob : data;
    const init = { __proto__: null, data: given, origin } as MessageEventInit;
    deliver(socket, new NativeMessageEvent("message", init));
  } else {
    try {
      apply(nativeClose, socket, [command.code, command.reason]);
    } catch {
      // The panel asked for what the browser does not do.
    }
  }
}
