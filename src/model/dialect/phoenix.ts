import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { Memory } from "./memory";
import { cut } from "./own-keys";
import { type PhoenixMessage, readPhoenixMessage, statusOf } from "./phoenix-message";
import { PhoenixPresence } from "./phoenix-presence";

const FOUND = {
  object: { name: "event", rooms: "topic", id: "ref", answers: "ref", payload: "payload" },
  "array of 4": { name: "[1]", rooms: "[0]", id: "[3]", answers: "[3]", payload: "[2]" },
  "array of 5": { name: "[3]", rooms: "[2]", id: "[1]", answers: "[1]", payload: "[4]" },
  binary: {},
} as const;

/** What a reply is by what it answers; `asked` is undefined where the question was not seen. */
function replied(message: PhoenixMessage, asked: string | undefined, envelope: Envelope): Envelope {
  const { ref, joinRef, topic } = message;
  const good = statusOf(message) === "ok";
  envelope.good = good;
  if (ref !== null) envelope.answers = cut(ref);
  // A join's ref is the join_ref of all that follows on its topic, so it tells a join that was sent unseen.
  const event = asked ?? (ref !== null && ref === joinRef ? "phx_join" : undefined);
  if (topic === "phoenix" && (event === undefined || event === "heartbeat")) {
    envelope.kind = "heartbeat";
    envelope.beat = "answer";
    delete envelope.rooms;
  } else if (event === "phx_join") envelope.kind = good ? "join-confirmed" : "join-refused";
  else if (event === "phx_leave") envelope.kind = good ? "left" : "error";
  else envelope.kind = "ack";
  return envelope;
}

function asking(envelope: Envelope, kind: Envelope["kind"]): Envelope {
  envelope.kind = kind;
  if (envelope.id !== undefined) envelope.asks = true;
  return envelope;
}

function withPresence(message: PhoenixMessage, envelope: Envelope, presence: PhoenixPresence): Envelope {
  const { topic, event, payload } = message;
  if (payload instanceof Uint8Array) return envelope;
  envelope.kind = "presence";
  const membership =
    event === "presence_state" ? presence.state(cut(topic), payload) : presence.diff(cut(topic), payload);
  if (!membership) return envelope;
  envelope.membership = membership;
  if (membership.change === "add") envelope.kind = "member-joined";
  if (membership.change === "remove") envelope.kind = "member-left";
  return envelope;
}

function open(): Read {
  const asked = new Memory<string>();
  const presence = new PhoenixPresence();
  return (frame) => {
    const message = readPhoenixMessage(frame);
    if (!message) return null;
    const { topic, event, ref, payload, shape } = message;
    const envelope: Envelope = { kind: "message", name: cut(event), rooms: [cut(topic)], payload };
    envelope.found = FOUND[shape];
    if (event === "phx_reply" && !frame.sent) {
      return replied(message, ref === null ? undefined : asked.get(cut(ref)), envelope);
    }
    if (frame.sent && ref !== null) {
      envelope.id = cut(ref);
      asked.set(envelope.id, cut(event));
    }
    if (topic === "phoenix" && event === "heartbeat") {
      delete envelope.rooms;
      envelope.beat = "ask";
      return asking(envelope, "heartbeat");
    }
    if (event === "phx_join") return asking(envelope, "join");
    if (event === "phx_leave") return asking(envelope, "leave");
    if (event === "phx_error") envelope.kind = "error";
    else if (event === "phx_close") envelope.kind = "left";
    else if (!frame.sent && (event === "presence_state" || event === "presence_diff")) {
      return withPresence(message, envelope, presence);
    }
    return envelope;
  };
}

function fits(frame: Frame): Evidence | null {
  // Bytes alone say little, and every channel starts with a join, which is text.
  if (frame.bytes) return null;
  const message = readPhoenixMessage(frame);
  if (!message) return null;
  const { event, topic, shape } = message;
  if (event.startsWith("phx_")) return { weight: 3, reason: `its event is \`${cut(event)}\`` };
  if (topic === "phoenix" && event === "heartbeat") return { weight: 3, reason: "its topic is `phoenix`" };
  if (shape === "array of 5") return { weight: 3, reason: "it is [join_ref, ref, topic, event, payload]" };
  if (shape === "object" && frame.object && Object.hasOwn(frame.object, "payload")) {
    const refs = Object.hasOwn(frame.object, "ref");
    return { weight: refs ? 3 : 1, reason: "it has topic, event and payload" };
  }
  return null;
}

function hint({ url }: SocketFacts): Evidence | null {
  return /\/websocket\?(.*&)?vsn=\d/.test(url)
    ? { weight: 3, reason: "its address ends in /websocket and names a version (vsn)" }
    : null;
}

/**
 * Phoenix Channels, V1 and V2 serializers, after Phoenix.Socket.Message, phoenix.js 1.8 and Phoenix.Presence. An event
 * of the application gets a reply only where its handler gives one, so it has an id and does not count as asking.
 */
export const phoenix: Dialect = {
  id: "phoenix",
  title: "Phoenix Channels",
  words: { room: "topic", name: "event" },
  hint,
  fits,
  open,
};
