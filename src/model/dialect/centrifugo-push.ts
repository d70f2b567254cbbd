import type { Envelope, EnvelopeKind, Membership } from "./envelope";
import { type JsonObject, objectOf, own, textOf } from "./own-keys";

const KINDS = new Map<string, EnvelopeKind>([
  ["pub", "message"],
  ["message", "message"],
  ["join", "member-joined"],
  ["leave", "member-left"],
  ["subscribe", "join-confirmed"],
  ["unsubscribe", "left"],
  ["connect", "connect"],
  ["disconnect", "system"],
  ["refresh", "auth-result"],
]);

function kindIn(push: JsonObject): string | undefined {
  for (const key in push) if (KINDS.has(key) && Object.hasOwn(push, key)) return key;
  return undefined;
}

/** Who a join or a leave is about; a client is one connection, a user may have several. */
function membershipOf(name: string, info: JsonObject | undefined): Membership | undefined {
  const client = info && textOf(own(info, "client"));
  if (!info || client === undefined) return undefined;
  const user = textOf(own(info, "user"));
  const member = user ? { id: client, name: user } : { id: client };
  return { change: name === "join" ? "add" : "remove", members: [member] };
}

/** What the server says unasked: the `push` of a reply, `{"channel":"chat","pub":{"data":...,"info":{...}}}`. */
export function centrifugoPush(push: JsonObject): Envelope {
  const name = kindIn(push);
  const channel = textOf(own(push, "channel"));
  const rooms = channel ? { rooms: [channel] } : {};
  if (name === undefined) return { kind: "unknown", name: "push", ...rooms, payload: push, unfamiliar: true };
  const content = objectOf(own(push, name));
  const info = content && objectOf(own(content, "info"));
  const hasData = content !== undefined && Object.hasOwn(content, "data");
  const envelope: Envelope = { kind: KINDS.get(name) ?? "message", name, ...rooms };
  envelope.payload = hasData ? own(content, "data") : content;
  envelope.found = { rooms: "push.channel", payload: `push.${name}${hasData ? ".data" : ""}` };
  if (name === "join" || name === "leave") {
    const membership = membershipOf(name, info);
    if (membership) envelope.membership = membership;
  } else if (info) {
    const sender = textOf(own(info, "user")) || textOf(own(info, "client"));
    if (sender) envelope.sender = sender;
  }
  if (name === "subscribe" || name === "connect") envelope.good = true;
  return envelope;
}
