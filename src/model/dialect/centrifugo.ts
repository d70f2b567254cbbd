import { centrifugoPush } from "./centrifugo-push";
import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope, EnvelopeKind, Member } from "./envelope";
import type { Frame } from "./frame";
import { Memory } from "./memory";
import { idOf, type JsonObject, objectOf, ofWhat, own, parseJson, textOf } from "./own-keys";
import { several } from "./several";

/** Each command, what it is, and what its good and bad replies are. */
const COMMANDS = new Map<string, [asked: EnvelopeKind, good: EnvelopeKind, bad: EnvelopeKind]>([
  ["connect", ["connect", "connect", "connect"]],
  ["subscribe", ["join", "join-confirmed", "join-refused"]],
  ["unsubscribe", ["leave", "left", "error"]],
  ["publish", ["message", "ack", "error"]],
  ["presence", ["presence", "presence", "error"]],
  ["presence_stats", ["presence", "presence", "error"]],
  ["history", ["history", "history", "error"]],
  ["ping", ["heartbeat", "heartbeat", "error"]],
  ["send", ["message", "ack", "error"]],
  ["rpc", ["message", "ack", "error"]],
  ["refresh", ["auth", "auth-result", "auth-result"]],
  ["sub_refresh", ["auth", "auth-result", "auth-result"]],
]);

interface Asked {
  command: string;
  what: string | undefined;
  room: string | undefined;
}

/** The command or reply in a message: the first key that names one. */
function commandIn(object: JsonObject): string | undefined {
  for (const key in object) if (COMMANDS.has(key) && Object.hasOwn(object, key)) return key;
  return undefined;
}

/** The first of the frame's messages, which stand on a line each, and how many follow. */
function firstOf(frame: Frame): [JsonObject, more: number] | undefined {
  const { text } = frame;
  const end = text.indexOf("\n");
  if (end < 0 || end >= text.length - 1) return frame.object && [frame.object, 0];
  const object = objectOf(parseJson(text.slice(0, end)));
  if (!object) return undefined;
  let more = 0;
  for (let at = end; at >= 0 && at < text.length - 1; at = text.indexOf("\n", at + 1)) more++;
  return [object, more];
}

function asking(object: JsonObject, known: Memory<Asked>): Envelope | null {
  const command = commandIn(object);
  const content = command === undefined ? undefined : objectOf(own(object, command));
  const kinds = command === undefined ? undefined : COMMANDS.get(command);
  if (command === undefined || !content || !kinds) return null;
  const id = idOf(own(object, "id"));
  const room = textOf(own(content, "channel"));
  const what = command === "rpc" ? textOf(own(content, "method")) : room;
  const envelope: Envelope = { kind: kinds[0], name: (command === "rpc" && what) || command };
  envelope.payload = command === "publish" || command === "rpc" ? own(content, "data") : content;
  if (room !== undefined) envelope.rooms = [room];
  envelope.found = { id: "id", rooms: `${command}.channel` };
  if (command === "ping") envelope.beat = "ask";
  if (id === undefined) return envelope;
  known.set(id, { command, what, room });
  return Object.assign(envelope, { id, asks: true });
}

/** Who is in a channel, from `{"<client>":{"client":..,"user":..}}`. */
function presentIn(content: JsonObject | undefined): Member[] | undefined {
  const presence = content && objectOf(own(content, "presence"));
  if (!presence) return undefined;
  return Object.entries(presence).map(([client, info]) => {
    const object = objectOf(info);
    const name = object && textOf(own(object, "user"));
    return { id: textOf(client) ?? "", ...(name && { name }) };
  });
}

function reply(object: JsonObject, known: Memory<Asked>): Envelope | null {
  const answers = idOf(own(object, "id"));
  const named = commandIn(object);
  if (answers === undefined) return null;
  const asked = known.get(answers);
  const command = named ?? asked?.command;
  const kinds = command === undefined ? undefined : COMMANDS.get(command);
  const error = own(object, "error");
  const good = error === undefined;
  const content = named === undefined ? undefined : objectOf(own(object, named));
  if (!kinds && good) return null;
  const kind = kinds ? kinds[good ? 1 : 2] : "error";
  const name = ofWhat(command ?? "error", command === "rpc" ? asked?.what : undefined);
  const envelope: Envelope = { kind, name, answers, good, payload: good ? content : error };
  const place = good ? named : "error";
  envelope.found = place === undefined ? { answers: "id" } : { answers: "id", payload: place };
  if (asked?.room !== undefined) envelope.rooms = [asked.room];
  if (kind === "heartbeat") envelope.beat = "answer";
  const members = command === "presence" ? presentIn(content) : undefined;
  if (members) envelope.membership = { change: "set", members };
  return envelope;
}

function isEmpty(object: JsonObject): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return false;
  return true;
}

function open(): Read {
  const known = new Memory<Asked>();
  return (frame) => {
    const { sent, text } = frame;
    const one = (object: JsonObject): Envelope | null => {
      // The server asks with an empty object, and the page answers with one.
      if (isEmpty(object)) {
        return { kind: "heartbeat", name: sent ? "pong" : "ping", beat: sent ? "answer" : "ask" };
      }
      if (sent) return asking(object, known);
      const push = objectOf(own(object, "push"));
      return push ? centrifugoPush(push) : reply(object, known);
    };
    const first = firstOf(frame);
    if (!first) return null;
    if (first[1] === 0) return one(first[0]);
    return several(text.trimEnd().split("\n"), (line) => {
      const object = objectOf(parseJson(line));
      return object ? one(object) : null;
    });
  };
}

function fits(frame: Frame): Evidence | null {
  const object = firstOf(frame)?.[0];
  if (!object) return null;
  const push = frame.sent ? undefined : objectOf(own(object, "push"));
  if (push) {
    const known = centrifugoPush(push)?.unfamiliar !== true;
    return known ? { weight: 3, reason: "it is a push of Centrifugo's kinds" } : null;
  }
  const command = commandIn(object);
  const content = command === undefined ? undefined : objectOf(own(object, command));
  if (!content || typeof own(object, "id") !== "number") return null;
  return { weight: 3, reason: `it has a number as id, and \`${command}\` with an object` };
}

function hint({ url, protocol }: SocketFacts): Evidence | null {
  if (protocol === "centrifuge-json") return { weight: 10, reason: "its subprotocol is centrifuge-json" };
  return /\/connection\/websocket(\?|$)/.test(url) && !url.includes("format=protobuf")
    ? { weight: 3, reason: "its address ends in /connection/websocket" }
    : null;
}

/**
 * Centrifugo's client protocol, version 2, in JSON, after centrifugal.dev/docs/transports/client_protocol and
 * client.proto (github.com/centrifugal/protocol). Of several messages in a frame the envelope is the first's.
 */
export const centrifugo: Dialect = {
  id: "centrifugo",
  title: "Centrifugo",
  words: { room: "channel", name: "command", sender: "user" },
  hint,
  fits,
  open,
};
