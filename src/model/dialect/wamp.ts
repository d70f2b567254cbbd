import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope, EnvelopeKind } from "./envelope";
import type { Frame, Json } from "./frame";
import { Memory } from "./memory";
import { idOf, objectOf, ofWhat, own, textOf } from "./own-keys";

/** What each message is, and the types of its fields after the code: i(nteger) u(ri, or another text) d(ict). */
const MESSAGES = new Map<Json | undefined, [name: string, fields: string, kind: EnvelopeKind]>([
  [1, ["HELLO", "ud", "connect"]],
  [2, ["WELCOME", "id", "auth-result"]],
  [3, ["ABORT", "du", "auth-result"]],
  [4, ["CHALLENGE", "ud", "auth"]],
  [5, ["AUTHENTICATE", "ud", "auth"]],
  [6, ["GOODBYE", "du", "system"]],
  [8, ["ERROR", "iidu", "error"]],
  [16, ["PUBLISH", "idu", "message"]],
  [17, ["PUBLISHED", "ii", "ack"]],
  [32, ["SUBSCRIBE", "idu", "join"]],
  [33, ["SUBSCRIBED", "ii", "join-confirmed"]],
  [34, ["UNSUBSCRIBE", "ii", "leave"]],
  [35, ["UNSUBSCRIBED", "i", "left"]],
  [36, ["EVENT", "iid", "message"]],
  [48, ["CALL", "idu", "message"]],
  [49, ["CANCEL", "id", "system"]],
  [50, ["RESULT", "id", "ack"]],
  [64, ["REGISTER", "idu", "system"]],
  [65, ["REGISTERED", "ii", "ack"]],
  [66, ["UNREGISTER", "ii", "system"]],
  [67, ["UNREGISTERED", "i", "ack"]],
  [68, ["INVOCATION", "iid", "message"]],
  [69, ["INTERRUPT", "id", "system"]],
  [70, ["YIELD", "id", "ack"]],
]);

function isA(value: Json | undefined, field: string | undefined): boolean {
  if (field === "i") return Number.isInteger(value);
  return field === "u" ? typeof value === "string" : objectOf(value) !== undefined;
}

function fieldsFit(array: Json[], fields: string): boolean {
  for (let i = 0; i < fields.length; i++) if (!isA(array[i + 1], fields[i])) return false;
  return true;
}

/** Arguments and keyword arguments from this place on: the one that there is, or both. */
function argumentsAt(array: Json[], at: number): unknown {
  const list = array[at];
  const keyed = array[at + 1];
  if (keyed === undefined) return list;
  return Array.isArray(list) && list.length > 0 ? { args: list, kwargs: keyed } : keyed;
}

/** Whether a dict has this key set to true. */
function isSet(dict: Json | undefined, key: string): boolean {
  const object = objectOf(dict);
  return object !== undefined && own(object, key) === true;
}

/** What a socket's requests were about. Both sides count requests; the page's and the router's are kept apart. */
class Requests {
  readonly #uris = { sent: new Memory<string>(), received: new Memory<string>() };
  readonly #topics = new Memory<string>();
  readonly #procedures = new Memory<string>();

  read(array: Json[], sent: boolean, envelope: Envelope): Envelope {
    const code = array[0];
    const first = idOf(array[1]);
    const second = idOf(array[2]);
    const asker = this.#uris[sent ? "received" : "sent"];
    switch (code) {
      case 2:
      case 3:
        return Object.assign(envelope, { good: code === 2, payload: array[code === 2 ? 2 : 1] });
      case 8:
        return this.#failed(array, asker.get(second), envelope);
      case 16:
      case 32:
      case 48:
      case 64:
        return this.#request(array, sent, envelope);
      case 34:
      case 66: {
        const uri = (code === 34 ? this.#topics : this.#procedures).get(second);
        if (first !== undefined && uri !== undefined) this.#uris[sent ? "sent" : "received"].set(first, uri);
        if (code === 34 && uri !== undefined) envelope.rooms = [uri];
        return Object.assign(envelope, { id: first, asks: true });
      }
      case 36:
        return this.#event(array, envelope);
      case 68: {
        const procedure = this.#procedures.get(second);
        if (procedure !== undefined) {
          envelope.name = procedure;
          if (first !== undefined) this.#uris[sent ? "sent" : "received"].set(first, procedure);
        }
        return Object.assign(envelope, { id: first, asks: true, payload: argumentsAt(array, 4) });
      }
      case 17:
      case 33:
      case 35:
      case 50:
      case 65:
      case 67:
      case 70: {
        const uri = asker.get(first);
        if (uri !== undefined && second !== undefined) {
          if (code === 33) this.#topics.set(second, uri);
          if (code === 65) this.#procedures.set(second, uri);
        }
        if (uri !== undefined && (code === 33 || code === 35)) envelope.rooms = [uri];
        if (code === 50 || code === 70) envelope.payload = argumentsAt(array, 3);
        envelope.name = ofWhat(envelope.name, uri);
        return Object.assign(envelope, { answers: first, good: true, found: { answers: "[1]" } });
      }
    }
    return Object.assign(envelope, { payload: array.slice(1) });
  }

  #request(array: Json[], sent: boolean, envelope: Envelope): Envelope {
    const [code, request, options] = array;
    const id = idOf(request);
    const uri = textOf(array[3]);
    if (uri !== undefined && id !== undefined) this.#uris[sent ? "sent" : "received"].set(id, uri);
    if ((code === 16 || code === 32) && uri !== undefined) envelope.rooms = [uri];
    if ((code === 16 || code === 48) && uri !== undefined) envelope.name = uri;
    if (id !== undefined) envelope.id = id;
    // A publication is confirmed only where that was asked for.
    if (code !== 16 || isSet(options, "acknowledge")) envelope.asks = true;
    if (code === 16 || code === 48) envelope.payload = argumentsAt(array, 4);
    const rooms = envelope.rooms && { rooms: "[3]" };
    envelope.found = { ...(envelope.name === uri && { name: "[3]" }), ...rooms, id: "[1]" };
    return envelope;
  }

  #event(array: Json[], envelope: Envelope): Envelope {
    const details = objectOf(array[3]);
    // Where one subscribed to a pattern, the details say which topic it was.
    const topic = (details && textOf(own(details, "topic"))) ?? this.#topics.get(idOf(array[1]));
    const sender = details && idOf(own(details, "publisher"));
    if (topic !== undefined) Object.assign(envelope, { name: topic, rooms: [topic] });
    if (sender !== undefined) envelope.sender = sender;
    envelope.payload = argumentsAt(array, 4);
    return envelope;
  }

  #failed(array: Json[], uri: string | undefined, envelope: Envelope): Envelope {
    const answers = idOf(array[2]);
    envelope.good = false;
    envelope.name = textOf(array[4]) ?? "ERROR";
    if (answers !== undefined) envelope.answers = answers;
    if (array[1] === 32) envelope.kind = "join-refused";
    if ((array[1] === 32 || array[1] === 34) && uri !== undefined) envelope.rooms = [uri];
    envelope.payload = argumentsAt(array, 5);
    envelope.found = { name: "[4]", answers: "[2]" };
    return envelope;
  }
}

function open(): Read {
  const requests = new Requests();
  return ({ sent, array }) => {
    const message = array && MESSAGES.get(array[0]);
    if (!array || !message || !fieldsFit(array, message[1])) return null;
    return requests.read(array, sent, { kind: message[2], name: message[0] });
  };
}

function fits({ array }: Frame): Evidence | null {
  const message = array && MESSAGES.get(array[0]);
  if (!array || !message || !fieldsFit(array, message[1])) return null;
  // Numbers alone might be anybody's.
  const told = message[1].length > 1 && /[ud]/.test(message[1]);
  return { weight: told ? 3 : 1, reason: `it is shaped as WAMP's ${message[0]} (${String(array[0])})` };
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return protocol === "wamp.2.json" ? { weight: 10, reason: "its subprotocol is wamp.2.json" } : null;
}

/**
 * WAMP version 2 in JSON, basic profile and its logins, after wamp-proto.org (rfc/text/basic/bp_messages.md). Requests
 * are answered by their number; an event is named after the topic that its subscription's number stands for.
 */
export const wamp: Dialect = {
  id: "wamp",
  title: "WAMP",
  words: { room: "topic", name: "URI", sender: "publisher" },
  hint,
  fits,
  open,
};
