import type { Dialect, Evidence, Read } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { Memory } from "./memory";
import { idOf, type JsonObject, objectOf, ofWhat, own, parseJson, textOf } from "./own-keys";
import { several } from "./several";

/** ASCII record separator: ends every message. */
const SEPARATOR = "\u001e";
const NAMES = [
  "",
  "Invocation",
  "StreamItem",
  "Completion",
  "StreamInvocation",
  "CancelInvocation",
  "Ping",
  "Close",
  "Ack",
  "Sequence",
];
const FOUND_CALL = { name: "target", id: "invocationId", payload: "arguments" } as const;
const FOUND_ANSWER = { answers: "invocationId" } as const;

function isSignalr({ text }: Frame): boolean {
  return text.charCodeAt(0) === 0x7b && text.endsWith(SEPARATOR);
}

function firstOf(text: string): JsonObject | undefined {
  return objectOf(parseJson(text.slice(0, text.indexOf(SEPARATOR))));
}

function handshake(message: JsonObject, sent: boolean): Envelope | null {
  if (sent) {
    const protocol = own(message, "protocol");
    return typeof protocol === "string" ? { kind: "connect", name: "handshake", payload: message } : null;
  }
  const error = own(message, "error");
  if (error === undefined && Object.keys(message).length > 0) return null;
  return { kind: "connect", name: "handshake", good: error === undefined, payload: message };
}

function fromMessage(message: JsonObject, sent: boolean, targets: Memory<string>): Envelope | null {
  const type = own(message, "type");
  if (type === undefined) return handshake(message, sent);
  const id = idOf(own(message, "invocationId"));
  const name = typeof type === "number" ? NAMES[type] : undefined;
  switch (type) {
    case 1:
    case 4: {
      const target = textOf(own(message, "target")) ?? name ?? "";
      const envelope: Envelope = { kind: "message", name: target, payload: own(message, "arguments") };
      envelope.found = FOUND_CALL;
      if (id === undefined) return envelope;
      targets.set(id, target);
      return Object.assign(envelope, { id, asks: true });
    }
    case 2: {
      const item = own(message, "item");
      const envelope: Envelope = {
        kind: "message",
        name: ofWhat("StreamItem", targets.get(id)),
        payload: item,
      };
      // A sent item belongs to an upload: it answers nothing.
      if (!sent && id !== undefined)
        Object.assign(envelope, { answers: id, good: true, found: FOUND_ANSWER });
      return envelope;
    }
    case 3: {
      const error = own(message, "error");
      const envelope: Envelope = { kind: "ack", name: ofWhat("Completion", targets.get(id)) };
      envelope.good = error === undefined || error === null;
      if (!envelope.good) envelope.kind = "error";
      envelope.payload = envelope.good ? own(message, "result") : error;
      return id === undefined ? envelope : Object.assign(envelope, { answers: id, found: FOUND_ANSWER });
    }
    case 5:
      return { kind: "unsubscribe", name: ofWhat("CancelInvocation", targets.get(id)), payload: message };
    case 6:
      return { kind: "heartbeat", name: "Ping", beat: "sign" };
    case 7: {
      const error = own(message, "error");
      const kind = error === undefined || error === null ? "system" : "error";
      return { kind, name: "Close", payload: message, ...(kind === "error" && { good: false }) };
    }
  }
  if (name) return { kind: "system", name, payload: message };
  return { kind: "unknown", name: `type ${idOf(type) ?? "?"}`, payload: message, unfamiliar: true };
}

function open(): Read {
  const targets = { sent: new Memory<string>(), received: new Memory<string>() };
  return (frame) => {
    if (!isSignalr(frame)) return null;
    const { sent, text } = frame;
    return several(text.slice(0, -1).split(SEPARATOR), (each) => {
      const message = objectOf(parseJson(each));
      if (!message) return null;
      // Each side counts its own calls, so an answer's target is among the other side's.
      const type = own(message, "type");
      const ours = type === 1 || type === 4 || type === 5 ? sent : !sent;
      return fromMessage(message, sent, ours ? targets.sent : targets.received);
    });
  };
}

function fits(frame: Frame): Evidence | null {
  const message = isSignalr(frame) ? firstOf(frame.text) : undefined;
  if (!message) return null;
  const type = own(message, "type");
  const known = typeof type === "number" ? Boolean(NAMES[type]) : handshake(message, frame.sent) !== null;
  return known ? { weight: 3, reason: "it is JSON that ends with a record separator (0x1e)" } : null;
}

/**
 * SignalR's hub protocol in JSON, after HubProtocol.md (github.com/dotnet/aspnetcore, src/SignalR/docs/specs). Several
 * messages may come in one frame: the envelope is the first's, its name says how many follow ("send (+2)").
 */
export const signalr: Dialect = {
  id: "signalr",
  title: "SignalR (JSON)",
  words: { name: "target" },
  fits,
  open,
};
