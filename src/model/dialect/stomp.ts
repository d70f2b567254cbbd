import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { Memory } from "./memory";
import { cut } from "./own-keys";
import { isStompBeat, readStompFrame, type StompFrame, stompText } from "./stomp-frame";

/** What was asked for with a receipt: SUBSCRIBE, UNSUBSCRIBE ..., and where. */
interface Asked {
  command: string;
  room: string | undefined;
}

interface Known {
  /** Destinations by the subscription's id. */
  readonly subscriptions: Memory<string>;
  readonly receipts: Memory<Asked>;
}

const FOUND_MESSAGE = {
  name: "header destination",
  rooms: "header destination",
  id: "header receipt",
  payload: "body",
} as const;
const FOUND_RECEIPT = { answers: "header receipt-id" } as const;

function header({ headers }: StompFrame, name: string): string | undefined {
  const value = headers.get(name);
  return value === undefined ? undefined : cut(value);
}

function withReceipt(stomp: StompFrame, envelope: Envelope, { receipts }: Known): Envelope {
  const receipt = header(stomp, "receipt");
  if (receipt === undefined) return envelope;
  receipts.set(receipt, { command: stomp.command, room: envelope.rooms?.[0] });
  return Object.assign(envelope, { id: receipt, asks: true });
}

function sentFrame(stomp: StompFrame, known: Known): Envelope {
  const destination = header(stomp, "destination");
  const id = header(stomp, "id");
  const envelope: Envelope = { kind: "system", name: stomp.command };
  switch (stomp.command) {
    case "SEND":
      envelope.kind = "message";
      envelope.name = destination ?? "SEND";
      envelope.payload = stomp.body;
      envelope.found = FOUND_MESSAGE;
      if (destination !== undefined) envelope.rooms = [destination];
      break;
    case "SUBSCRIBE":
      envelope.kind = "join";
      if (destination === undefined) break;
      envelope.rooms = [destination];
      if (id !== undefined) known.subscriptions.set(id, destination);
      break;
    case "UNSUBSCRIBE": {
      envelope.kind = "leave";
      // STOMP 1.0 may leave by the destination.
      const room = known.subscriptions.get(id) ?? destination;
      if (room !== undefined) envelope.rooms = [room];
      break;
    }
    case "ACK":
    case "NACK": {
      envelope.kind = "ack";
      envelope.good = stomp.command === "ACK";
      const answers = id ?? header(stomp, "message-id");
      if (answers !== undefined) envelope.answers = answers;
      break;
    }
  }
  return withReceipt(stomp, envelope, known);
}

function message(stomp: StompFrame, { subscriptions }: Known): Envelope {
  const room = header(stomp, "destination") ?? subscriptions.get(header(stomp, "subscription"));
  const envelope: Envelope = { kind: "message", name: room ?? "MESSAGE", payload: stomp.body };
  envelope.found = { name: "header destination", rooms: "header destination", payload: "body" };
  if (room !== undefined) envelope.rooms = [room];
  const ack = header(stomp, "ack");
  const id = ack ?? header(stomp, "message-id");
  if (id !== undefined) envelope.id = id;
  // STOMP 1.2 has this header only where an acknowledgement is waited for.
  if (ack !== undefined) envelope.asks = true;
  return envelope;
}

function receipt(stomp: StompFrame, { receipts }: Known): Envelope {
  const answers = header(stomp, "receipt-id");
  const asked = receipts.get(answers);
  const envelope: Envelope = { kind: "ack", name: "RECEIPT", good: true, found: FOUND_RECEIPT };
  if (asked?.command === "SUBSCRIBE") envelope.kind = "join-confirmed";
  if (asked?.command === "UNSUBSCRIBE") envelope.kind = "left";
  if (asked?.room !== undefined) envelope.rooms = [asked.room];
  return answers === undefined ? envelope : Object.assign(envelope, { answers });
}

function failure(stomp: StompFrame, { receipts }: Known): Envelope {
  const answers = header(stomp, "receipt-id");
  const asked = receipts.get(answers);
  const envelope: Envelope = { kind: "error", name: header(stomp, "message") ?? "ERROR", good: false };
  if (asked?.command === "SUBSCRIBE") envelope.kind = "join-refused";
  if (asked?.room !== undefined) envelope.rooms = [asked.room];
  if (answers !== undefined) Object.assign(envelope, { answers, found: FOUND_RECEIPT });
  envelope.payload = stomp.body;
  return envelope;
}

/** The headers that say how the two agreed; never login and passcode. */
function connection(stomp: StompFrame): Envelope {
  const payload: { [name: string]: string } = {};
  for (const name of ["accept-version", "version", "heart-beat", "host", "server"]) {
    const value = header(stomp, name);
    if (value !== undefined) payload[name] = value;
  }
  const envelope: Envelope = { kind: "connect", name: stomp.command, payload };
  if (stomp.command === "CONNECTED") envelope.good = true;
  return envelope;
}

function open(): Read {
  const known: Known = { subscriptions: new Memory(), receipts: new Memory() };
  return (frame) => {
    const text = stompText(frame);
    if (text === null) return null;
    if (isStompBeat(text)) return { kind: "heartbeat", name: "heart-beat", beat: "sign" };
    const stomp = readStompFrame(text);
    if (!stomp) return null;
    switch (stomp.command) {
      case "CONNECT":
      case "STOMP":
      case "CONNECTED":
        return connection(stomp);
      case "MESSAGE":
        return message(stomp, known);
      case "RECEIPT":
        return receipt(stomp, known);
      case "ERROR":
        return failure(stomp, known);
    }
    return sentFrame(stomp, known);
  };
}

function fits(frame: Frame): Evidence | null {
  const text = stompText(frame);
  if (text === null) return null;
  if (isStompBeat(text)) return { weight: 1, reason: "it is a line feed alone" };
  const stomp = readStompFrame(text);
  return stomp ? { weight: 3, reason: `it is a STOMP frame (${stomp.command})` } : null;
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return /^v1[0-2]\.stomp$/.test(protocol) ? { weight: 10, reason: `its subprotocol is ${protocol}` } : null;
}

/**
 * STOMP 1.0, 1.1 and 1.2 over WebSocket, after stomp.github.io/stomp-specification-1.2.html. A frame that carries a
 * message is named after its destination.
 */
export const stomp: Dialect = {
  id: "stomp",
  title: "STOMP",
  words: { room: "destination", name: "destination" },
  hint,
  fits,
  open,
};
