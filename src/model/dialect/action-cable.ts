import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame, Json } from "./frame";
import { Memory } from "./memory";
import { cut, type JsonObject, objectOf, own, parseJson, textOf } from "./own-keys";

const FOUND_ROOM = { rooms: "identifier", id: "identifier" } as const;
const FOUND_ANSWER = { name: "type", rooms: "identifier", answers: "identifier" } as const;
/** The pages' commands and what they are; `history` and `pong` are AnyCable's (actioncable-v1-ext-json). */
const COMMANDS = new Set(["subscribe", "unsubscribe", "message", "history", "pong"]);

/** "ChatChannel room=a": the channel, then its parameters; the identifier as it is where it is more than that. */
function roomOf(identifier: string): string {
  const object = objectOf(parseJson(identifier));
  const channel = object && own(object, "channel");
  if (!object || typeof channel !== "string") return cut(identifier);
  let room = channel;
  for (const [key, value] of Object.entries(object)) {
    if (key === "channel") continue;
    // Two that differ within an object must not become one room.
    if (typeof value === "object" && value !== null) return cut(identifier);
    room += ` ${key}=${String(value)}`;
  }
  return cut(room);
}

/** An action or a type that the object names; "message" where it names none. */
function nameIn(payload: Json | undefined): string {
  const object = objectOf(payload);
  return (object && (textOf(own(object, "action")) ?? textOf(own(object, "type")))) || "message";
}

function command(object: JsonObject, word: string, room: string | undefined): Envelope {
  const envelope: Envelope = { kind: "unknown", name: cut(word), found: FOUND_ROOM };
  if (room !== undefined) envelope.rooms = [room];
  switch (word) {
    case "subscribe":
      return Object.assign(envelope, { kind: "join", ...(room !== undefined && { id: room, asks: true }) });
    case "unsubscribe":
      return Object.assign(envelope, { kind: "leave" });
    case "history":
      return Object.assign(envelope, { kind: "history", payload: own(object, "history") });
    case "pong":
      return { kind: "heartbeat", name: word, beat: "answer" };
    case "message": {
      const data = own(object, "data");
      const payload = typeof data === "string" ? (parseJson(data) ?? data) : data;
      return {
        kind: "message",
        name: nameIn(payload),
        ...(room !== undefined && { rooms: [room] }),
        payload,
        found: { name: "data.action", rooms: "identifier", payload: "data" },
      };
    }
  }
  return Object.assign(envelope, { unfamiliar: true });
}

function fromServer(object: JsonObject, type: string, room: string | undefined): Envelope {
  const envelope: Envelope = { kind: "system", name: cut(type), found: FOUND_ANSWER };
  if (room !== undefined) envelope.rooms = [room];
  switch (type) {
    case "welcome":
      return { kind: "connect", name: type, good: true, payload: object };
    case "ping": {
      const seconds = own(object, "message");
      const beat: Envelope = { kind: "heartbeat", name: type, beat: "sign", found: { time: "message" } };
      if (typeof seconds === "number") beat.time = seconds * 1000;
      return beat;
    }
    case "confirm_subscription":
    case "reject_subscription": {
      const good = type === "confirm_subscription";
      envelope.kind = good ? "join-confirmed" : "join-refused";
      return Object.assign(envelope, { good, ...(room !== undefined && { answers: room }) });
    }
    case "confirm_history":
    case "reject_history":
      return Object.assign(envelope, { kind: "history", good: type === "confirm_history" });
    case "disconnect":
      if (own(object, "reason") !== "unauthorized") return Object.assign(envelope, { payload: object });
      return Object.assign(envelope, { kind: "auth-result", good: false, payload: object });
  }
  return Object.assign(envelope, { kind: "unknown", payload: object, unfamiliar: true });
}

function open(): Read {
  const rooms = new Memory<string>();
  const known = (identifier: Json | undefined): string | undefined => {
    if (typeof identifier !== "string") return undefined;
    let room = rooms.get(identifier);
    if (room === undefined) {
      room = roomOf(identifier);
      // A longer one is worked out each time: what is remembered must stay small.
      if (identifier.length < 1000) rooms.set(identifier, room);
    }
    return room;
  };
  return ({ sent, object }) => {
    if (!object) return null;
    const room = known(own(object, "identifier"));
    const word = own(object, sent ? "command" : "type");
    if (typeof word === "string") return sent ? command(object, word, room) : fromServer(object, word, room);
    if (sent || room === undefined || !Object.hasOwn(object, "message")) return null;
    const payload = own(object, "message");
    const found = { name: "message.action", rooms: "identifier", payload: "message" };
    return { kind: "message", name: nameIn(payload), rooms: [room], payload, found };
  };
}

function fits({ sent, object }: Frame): Evidence | null {
  if (!object) return null;
  const identified = typeof own(object, "identifier") === "string";
  const word = own(object, sent ? "command" : "type");
  if (sent) {
    const known = identified && typeof word === "string" && COMMANDS.has(word);
    return known ? { weight: 3, reason: "it has a command and an identifier" } : null;
  }
  if (word === "confirm_subscription" || word === "reject_subscription") {
    return { weight: 3, reason: `it is ${word}` };
  }
  if (word === "ping" && typeof own(object, "message") === "number") {
    return { weight: 3, reason: "its ping says the time in seconds" };
  }
  if (identified && word === undefined && Object.hasOwn(object, "message")) {
    return { weight: 3, reason: "it has an identifier and a message" };
  }
  return word === "welcome" ? { weight: 1, reason: "it is a welcome" } : null;
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return /^actioncable-v1-(ext-)?json$/.test(protocol)
    ? { weight: 10, reason: `its subprotocol is ${protocol}` }
    : null;
}

/**
 * Rails' Action Cable, subprotocol actioncable-v1-json, after docs.anycable.io/misc/action_cable_protocol and
 * actioncable's client. Its server says `ping` every three seconds and wants no answer.
 */
export const actionCable: Dialect = {
  id: "action-cable",
  title: "Action Cable",
  words: { room: "channel", name: "action" },
  hint,
  fits,
  open,
};
