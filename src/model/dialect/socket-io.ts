import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope, EnvelopeKind } from "./envelope";
import type { Frame } from "./frame";
import { cut, parseJson } from "./own-keys";
import { readSocketIoPacket, type SocketIoPacket } from "./socket-io-packet";

/** What is known of the binary frames that are to come in one direction. */
interface Pending {
  name: string;
  namespace: string;
  total: number;
  come: number;
}

const MESSAGE = 0x34;
const NAMES = ["CONNECT", "DISCONNECT", "EVENT", "ACK", "CONNECT_ERROR", "EVENT", "ACK"];

/** Acknowledgements are counted per namespace, so the namespace is part of the id: "7", "/admin,7". */
function idOfPacket({ namespace, id }: SocketIoPacket): string | undefined {
  if (id === undefined) return undefined;
  return cut(namespace === "/" ? id : `${namespace},${id}`);
}

function kindOf(type: number, sent: boolean): EnvelopeKind {
  if (type === 0) return sent ? "join" : "join-confirmed";
  if (type === 1) return sent ? "leave" : "left";
  if (type === 4) return "join-refused";
  return type === 3 || type === 6 ? "ack" : "message";
}

function fromPacket(packet: SocketIoPacket, sent: boolean): Envelope {
  const { type, data } = packet;
  const envelope: Envelope = {
    kind: kindOf(type, sent),
    name: NAMES[type] ?? "",
    rooms: [cut(packet.namespace)],
    payload: data,
  };
  const id = idOfPacket(packet);
  if (type === 2 || type === 5) {
    if (id !== undefined) {
      envelope.id = id;
      envelope.asks = true;
    }
    if (Array.isArray(data) && (typeof data[0] === "string" || typeof data[0] === "number")) {
      envelope.name = cut(String(data[0]));
      envelope.payload = data.length === 2 ? data[1] : data.slice(1);
      envelope.found = data.length === 2 ? { name: "[0]", payload: "[1]" } : { name: "[0]" };
    } else {
      envelope.problem = "an event must be an array that starts with its name";
    }
  } else if (type === 3 || type === 6) {
    if (id === undefined) envelope.problem = "an acknowledgement must name what it acknowledges";
    else envelope.answers = id;
    if (Array.isArray(data) && data.length === 1) envelope.payload = data[0];
  } else if (type === 4 || (type === 0 && !sent)) {
    envelope.good = type === 0;
  }
  if (packet.broken) envelope.problem = "its JSON can't be read";
  return envelope;
}

/** The packets of Engine.IO that are no messages. */
function fromEngine(text: string): Envelope | null {
  switch (text) {
    case "2":
      return { kind: "heartbeat", name: "ping", beat: "ask" };
    case "3":
      return { kind: "heartbeat", name: "pong", beat: "answer" };
    case "2probe":
      return { kind: "system", name: "ping probe", id: "probe", asks: true };
    case "3probe":
      return { kind: "system", name: "pong probe", answers: "probe", good: true };
    case "1":
      return { kind: "system", name: "close" };
    case "5":
      return { kind: "system", name: "upgrade" };
    case "6":
      return { kind: "system", name: "noop" };
  }
  if (!text.startsWith("0{")) return null;
  const payload = parseJson(text.slice(1));
  return payload === undefined ? null : { kind: "connect", name: "open", good: true, payload };
}

function attachment(pending: Pending | undefined, payload: unknown): Envelope | null {
  if (!pending || pending.come >= pending.total) return null;
  pending.come++;
  return {
    kind: "message",
    name: cut(`${pending.name.slice(0, 150)} (attachment ${pending.come} of ${pending.total})`),
    rooms: [pending.namespace],
    payload,
  };
}

function open(): Read {
  const pending: { sent?: Pending | undefined; received?: Pending | undefined } = {};
  return ({ sent, text, bytes }) => {
    const way = sent ? "sent" : "received";
    if (bytes) return attachment(pending[way], bytes);
    if (text.charCodeAt(0) !== MESSAGE) {
      // Base64 in place of a binary frame: Engine.IO 3 writes "b4...".
      return text[0] === "b" ? attachment(pending[way], text.slice(1)) : fromEngine(text);
    }
    const packet = readSocketIoPacket(text, 1);
    if (!packet) return null;
    const envelope = fromPacket(packet, sent);
    pending[way] =
      packet.attachments > 0
        ? { name: envelope.name, namespace: cut(packet.namespace), total: packet.attachments, come: 0 }
        : undefined;
    return envelope;
  };
}

function fits({ sent, text }: Frame): Evidence | null {
  if (text.startsWith('0{"sid"') && !sent) return { weight: 10, reason: 'its first frame is `0{"sid"`' };
  if (text === "2probe" || text === "3probe") return { weight: 3, reason: "it probes as Engine.IO does" };
  if (text === (sent ? "3" : "2"))
    return { weight: 1, reason: "the server asks `2` and the page answers `3`" };
  if (text.charCodeAt(0) !== MESSAGE || text.length < 2) return null;
  const packet = readSocketIoPacket(text, 1);
  // "40" alone is a packet too, but anybody's number as well.
  if (!packet || packet.broken || packet.data === undefined) return null;
  const list = Array.isArray(packet.data);
  const plausible = packet.type === 0 || packet.type === 4 ? !list : list && packet.type !== 1;
  return plausible ? { weight: 3, reason: "it has a packet type, then JSON, as Socket.IO has" } : null;
}

function hint({ url }: SocketFacts): Evidence | null {
  if (!/[?&]EIO=\d/.test(url)) return null;
  return url.includes("transport=websocket")
    ? { weight: 10, reason: "its address names Engine.IO's version (EIO=) and transport" }
    : { weight: 3, reason: "its address names a version of Engine.IO (EIO=)" };
}

/**
 * Socket.IO over Engine.IO 3 and 4, after the Engine.IO protocol (github.com/socketio/engine.io-protocol) and the
 * Socket.IO protocol (github.com/socketio/socket.io-protocol). Which side asks `2` differs (3: the page, 4: the server);
 * `2` always asks and `3` always answers. Engine.IO 3 puts a byte 4 before an attachment: it is left in the payload.
 */
export const socketIo: Dialect = {
  id: "socket.io",
  title: "Socket.IO",
  words: { room: "namespace", name: "event" },
  hint,
  fits,
  open,
};
