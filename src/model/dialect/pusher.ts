import type { Dialect, Evidence, SocketFacts } from "./dialect";
import type { Envelope, EnvelopeKind, Member } from "./envelope";
import type { Frame, Json } from "./frame";
import { cut, idOf, objectOf, own, parseJson, textOf } from "./own-keys";

const KINDS = new Map<string, EnvelopeKind>([
  ["pusher:connection_established", "connect"],
  ["pusher:ping", "heartbeat"],
  ["pusher:pong", "heartbeat"],
  ["pusher:subscribe", "join"],
  ["pusher:unsubscribe", "leave"],
  ["pusher:subscription_succeeded", "join-confirmed"],
  ["pusher_internal:subscription_succeeded", "join-confirmed"],
  ["pusher:subscription_error", "join-refused"],
  ["pusher:member_added", "member-joined"],
  ["pusher_internal:member_added", "member-joined"],
  ["pusher:member_removed", "member-left"],
  ["pusher_internal:member_removed", "member-left"],
  ["pusher_internal:subscription_count", "presence"],
  ["pusher:error", "error"],
  ["pusher:signin", "auth"],
  ["pusher:signin_success", "auth-result"],
  ["pusher:cache_miss", "system"],
]);
const GOOD = new Map<EnvelopeKind, boolean>([
  ["connect", true],
  ["join-confirmed", true],
  ["auth-result", true],
  ["join-refused", false],
  ["error", false],
]);
const FOUND = { name: "event", rooms: "channel", sender: "user_id", payload: "data" } as const;
const FOUND_IN_DATA = { name: "event", rooms: "data.channel", payload: "data" } as const;

/** `data` is an object, or a JSON text of one. */
function dataOf(data: Json | undefined): Json | undefined {
  if (typeof data !== "string") return data;
  const first = data.charCodeAt(0);
  return first === 0x7b || first === 0x5b ? (parseJson(data) ?? data) : data;
}

function memberOf(id: string, info: Json | undefined): Member {
  const object = objectOf(info);
  const name = object && textOf(own(object, "name"));
  return name === undefined ? { id } : { id, name };
}

/** Who is there, from `{"presence":{"ids":[...],"hash":{...},"count":2}}`; undefined where the channel has no presence. */
function presentIn(data: Json | undefined): Member[] | undefined {
  const object = objectOf(data);
  const presence = object && objectOf(own(object, "presence"));
  if (!presence) return undefined;
  const hash = objectOf(own(presence, "hash")) ?? {};
  const ids = own(presence, "ids");
  const listed = Array.isArray(ids)
    ? ids.map(idOf).filter((id) => id !== undefined)
    : Object.keys(hash).map(cut);
  return listed.map((id) => memberOf(id, own(hash, id)));
}

function withMembers(envelope: Envelope, data: Json | undefined): void {
  if (envelope.kind === "join-confirmed") {
    const members = presentIn(data);
    if (members) envelope.membership = { change: "set", members };
    return;
  }
  const object = objectOf(data);
  const id = object && idOf(own(object, "user_id"));
  if (!object || id === undefined) return;
  const member = memberOf(id, own(object, "user_info"));
  envelope.membership = { change: envelope.kind === "member-joined" ? "add" : "remove", members: [member] };
}

function read({ object }: Frame): Envelope | null {
  const event = object && own(object, "event");
  if (!object || typeof event !== "string") return null;
  const kind = KINDS.get(event) ?? "message";
  const data = dataOf(own(object, "data"));
  const envelope: Envelope = { kind, name: cut(event), payload: data, found: FOUND };
  const channel = textOf(own(object, "channel"));
  if (channel !== undefined) envelope.rooms = [channel];
  const sender = idOf(own(object, "user_id"));
  if (sender !== undefined) envelope.sender = sender;
  const good = GOOD.get(kind);
  if (good !== undefined) envelope.good = good;
  if (kind === "heartbeat") envelope.beat = event === "pusher:ping" ? "ask" : "answer";
  else if (kind === "join" || kind === "leave") {
    const inner = objectOf(data);
    const room = inner && textOf(own(inner, "channel"));
    if (room !== undefined) Object.assign(envelope, { rooms: [room], found: FOUND_IN_DATA });
  } else if (kind === "join-confirmed" || kind === "member-joined" || kind === "member-left") {
    withMembers(envelope, data);
  } else if (kind === "message" && /^pusher(_internal)?:/.test(envelope.name)) {
    envelope.unfamiliar = true;
  }
  return envelope;
}

function fits({ object }: Frame): Evidence | null {
  const event = object && own(object, "event");
  if (!object || typeof event !== "string") return null;
  if (event.startsWith("pusher:") || event.startsWith("pusher_internal:")) {
    return { weight: 3, reason: `its event is \`${cut(event)}\`` };
  }
  const plain = typeof own(object, "channel") === "string" && Object.hasOwn(object, "data");
  return plain ? { weight: 1, reason: "it has event, channel and data" } : null;
}

function hint({ url }: SocketFacts): Evidence | null {
  return /\/app\/[^/?]+\?(.*&)?protocol=\d/.test(url)
    ? { weight: 3, reason: "its address is /app/ and a key, and names a protocol's number" }
    : null;
}

/**
 * Pusher Channels, protocol 7 (also spoken by Soketi and Laravel Reverb), after
 * pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol. Ping and pong go either way.
 */
export const pusher: Dialect = {
  id: "pusher",
  title: "Pusher Channels",
  words: { room: "channel", name: "event" },
  hint,
  fits,
  open: () => read,
};
