import type { Frame, Json } from "./frame";
import { type JsonObject, objectOf, own } from "./own-keys";

/** A Phoenix message, whichever way it was written. Texts are as long as the frame has them. */
export interface PhoenixMessage {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  /** JSON, or the bytes of a binary message. */
  payload: Json | Uint8Array | undefined;
  /** Of a binary reply, whose payload has no room for it: "ok", "error". */
  status?: string;
  shape: "object" | "array of 4" | "array of 5" | "binary";
}

function refOf(value: Json | undefined): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function isRef(value: Json | undefined): boolean {
  return value === null || typeof value === "string" || typeof value === "number";
}

function fromArray(array: Json[]): PhoenixMessage | null {
  if (array.length === 5 && isRef(array[0]) && isRef(array[1])) {
    const [joinRef, ref, topic, event, payload] = array;
    if (typeof topic !== "string" || typeof event !== "string") return null;
    return { joinRef: refOf(joinRef), ref: refOf(ref), topic, event, payload, shape: "array of 5" };
  }
  if (array.length === 4 && isRef(array[3])) {
    const [topic, event, payload, ref] = array;
    if (typeof topic !== "string" || typeof event !== "string") return null;
    return { joinRef: null, ref: refOf(ref), topic, event, payload, shape: "array of 4" };
  }
  return null;
}

function fromObject(object: JsonObject): PhoenixMessage | null {
  const topic = own(object, "topic");
  const event = own(object, "event");
  if (typeof topic !== "string" || typeof event !== "string") return null;
  const joinRef = refOf(own(object, "join_ref"));
  return {
    joinRef,
    ref: refOf(own(object, "ref")),
    topic,
    event,
    payload: own(object, "payload"),
    shape: "object",
  };
}

const utf8 = new TextDecoder();

/** The lengths of the fields, by kind and direction, in the order in which they stand: j(oin ref) r(ef) t(opic) e(vent). */
function layoutOf(kind: number | undefined, sent: boolean): string | null {
  if (kind === 0) return sent ? "jrte" : "jte";
  if (sent) return null;
  if (kind === 1) return "jrte";
  return kind === 2 ? "te" : null;
}

/** One byte of kind, one length a field, the fields as UTF-8, the payload. */
function fromBytes(bytes: Uint8Array, sent: boolean): PhoenixMessage | null {
  const layout = layoutOf(bytes[0], sent);
  if (layout === null) return null;
  let at = 1 + layout.length;
  const fields: { [letter: string]: string } = {};
  for (let i = 0; i < layout.length; i++) {
    const length = bytes[1 + i] ?? 0;
    if (at + length > bytes.length) return null;
    fields[layout[i] as string] = utf8.decode(bytes.subarray(at, at + length));
    at += length;
  }
  const { j: joinRef, r: ref, t: topic = "", e: event = "" } = fields;
  const payload = bytes.subarray(at);
  const message = { joinRef: joinRef || null, ref: ref || null, topic, payload, shape: "binary" } as const;
  // A reply's event is phx_reply always; its status stands where others have the event.
  return bytes[0] === 1 ? { ...message, event: "phx_reply", status: event } : { ...message, event };
}

/**
 * Reads one message of Phoenix Channels: an object (V1 serializer), an array of 5 (V2), the bytes of V2, or an array of 4
 * with the fields of V1 in order. Null where it is none. As phoenix.js 1.8 (assets/js/phoenix/serializer.js) and
 * Phoenix.Socket.V2.JSONSerializer write them.
 */
export function readPhoenixMessage(frame: Frame): PhoenixMessage | null {
  if (frame.bytes) return fromBytes(frame.bytes, frame.sent);
  const array = frame.array;
  if (array) return fromArray(array);
  const object = frame.object;
  return object ? fromObject(object) : null;
}

/** "ok" or "error" of a reply; undefined where it says neither. */
export function statusOf(message: PhoenixMessage): string | undefined {
  if (message.status !== undefined) return message.status;
  const { payload } = message;
  if (payload instanceof Uint8Array) return undefined;
  const object = objectOf(payload);
  const status = object && own(object, "status");
  return typeof status === "string" ? status : undefined;
}
