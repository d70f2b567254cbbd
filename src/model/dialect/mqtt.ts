import type { Dialect, Evidence, Read, SocketFacts } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { Memory } from "./memory";
import { MqttFields } from "./mqtt-fields";
import { type MqttPacket, MqttStream } from "./mqtt-stream";
import { cut, ofWhat } from "./own-keys";
import { several } from "./several";

const NAMES = [
  "",
  "CONNECT",
  "CONNACK",
  "PUBLISH",
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
  "SUBSCRIBE",
  "SUBACK",
  "UNSUBSCRIBE",
  "UNSUBACK",
  "PINGREQ",
  "PINGRESP",
  "DISCONNECT",
  "AUTH",
];
/** Topics of one packet that are looked at. */
const MOST_TOPICS = 1000;
/** Reason codes from here on say that it failed (MQTT 5, 2.4); 3.1.1 has the one, for a refused subscription. */
const FAILED = 0x80;

/** What is remembered of one direction. */
interface Way {
  readonly stream: MqttStream;
  /** MQTT 5: topics by their alias. */
  readonly aliases: Memory<string>;
  /** Topics by the packet identifier of the PUBLISH, SUBSCRIBE or UNSUBSCRIBE that named them. */
  readonly topics: Memory<readonly string[]>;
  /** The name of the packet whose bytes are still to come. */
  going: string;
}

/** One socket's conversation. The version is the CONNECT packet's; 4 (3.1.1) where neither it nor CONNACK was seen. */
class Conversation {
  #version = 4;
  readonly #sent = newWay();
  readonly #received = newWay();

  take(bytes: Uint8Array, sent: boolean): Envelope | null {
    const way = sent ? this.#sent : this.#received;
    const { packets, continued, broken } = way.stream.take(bytes);
    const going = way.going;
    const first = several(packets, (packet) => {
      const envelope = this.#read(packet, way, sent ? this.#received : this.#sent);
      way.going = envelope.name;
      return envelope;
    });
    if (first) {
      if (broken) first.problem ??= "what follows in the frame is no MQTT packet";
      return first;
    }
    if (continued > 0) return { kind: "message", name: `${going.slice(0, 180)} (continued)` };
    return broken || bytes.length === 0 ? null : { kind: "unknown", name: "start of a packet" };
  }

  #read(packet: MqttPacket, way: Way, other: Way): Envelope {
    const fields = new MqttFields(packet.body);
    const envelope: Envelope = { kind: "system", name: NAMES[packet.type] ?? "" };
    this.#fill(packet.type, packet.flags, fields, envelope, way, other);
    if (packet.missing > 0) envelope.problem = "it goes on in the next frame";
    else if (fields.short) envelope.problem = "it ends too early";
    return envelope;
  }

  #fill(type: number, flags: number, fields: MqttFields, envelope: Envelope, way: Way, other: Way): void {
    if (type === 1) this.#connect(fields, envelope);
    else if (type === 2) {
      envelope.kind = "connect";
      fields.byte();
      const code = fields.byte();
      // Only 5 has properties here; they tell the version where CONNECT came before the panel was open.
      if (fields.left > 0) this.#version = 5;
      envelope.good = code === 0;
      envelope.payload = { code };
    } else if (type === 3) this.#publish(flags, fields, envelope, way);
    else if (type >= 4 && type <= 7) this.#acknowledge(type, fields, envelope, type === 6 ? way : other);
    else if (type === 8 || type === 10) this.#subscribe(type, fields, envelope, way);
    else if (type === 9 || type === 11) this.#subscribed(type, fields, envelope, other);
    else if (type === 12 || type === 13) {
      envelope.kind = "heartbeat";
      envelope.beat = type === 12 ? "ask" : "answer";
    } else if (fields.left > 0) {
      const code = fields.byte();
      envelope.payload = { code };
      if (type === 14 && code >= FAILED) Object.assign(envelope, { kind: "error", good: false });
    }
    if (type === 15) envelope.kind = "auth";
  }

  #connect(fields: MqttFields, envelope: Envelope): void {
    fields.text();
    this.#version = fields.byte();
    fields.byte();
    const keepAliveSeconds = fields.word();
    if (this.#version === 5) fields.properties();
    const client = cut(fields.text());
    envelope.kind = "connect";
    envelope.payload = { version: this.#version, keepAliveSeconds, client };
  }

  #publish(flags: number, fields: MqttFields, envelope: Envelope, way: Way): void {
    let topic = cut(fields.text());
    const quality = (flags >> 1) & 3;
    const id = quality > 0 ? String(fields.word()) : undefined;
    const alias = this.#version === 5 ? String(fields.properties()) : "0";
    if (alias !== "0" && !fields.short) {
      if (topic === "") topic = way.aliases.get(alias) ?? "";
      else way.aliases.set(alias, topic);
    }
    envelope.kind = "message";
    if (topic !== "") {
      envelope.name = topic;
      envelope.rooms = [topic];
    }
    if (id !== undefined && !fields.short) {
      envelope.id = id;
      envelope.asks = true;
      way.topics.set(id, [topic]);
    }
    if (!fields.short) envelope.payload = fields.rest();
  }

  /** PUBACK, PUBREC and PUBCOMP answer; PUBREL comes from who published, and asks once more. */
  #acknowledge(type: number, fields: MqttFields, envelope: Envelope, publisher: Way): void {
    envelope.kind = "ack";
    const id = String(fields.word());
    const code = fields.left > 0 ? fields.byte() : 0;
    if (fields.short) return;
    envelope.name = ofWhat(envelope.name, publisher.topics.get(id)?.[0]);
    if (type === 6) Object.assign(envelope, { id, asks: true });
    else Object.assign(envelope, { answers: id, good: code < FAILED });
  }

  #subscribe(type: number, fields: MqttFields, envelope: Envelope, way: Way): void {
    envelope.kind = type === 8 ? "join" : "leave";
    const id = String(fields.word());
    if (this.#version === 5) fields.properties();
    const rooms: string[] = [];
    while (fields.left > 0 && !fields.short && rooms.length < MOST_TOPICS) {
      const topic = cut(fields.text());
      if (type === 8) fields.byte();
      if (!fields.short) rooms.push(topic);
    }
    if (rooms.length === 0) return;
    way.topics.set(id, rooms);
    Object.assign(envelope, { id, asks: true, rooms });
  }

  /** One code a topic. 3.1.1's UNSUBACK has none: it is good. */
  #subscribed(type: number, fields: MqttFields, envelope: Envelope, asker: Way): void {
    envelope.kind = type === 9 ? "join-confirmed" : "left";
    const id = String(fields.word());
    if (this.#version === 5) fields.properties();
    if (fields.short) return;
    const asked = asker.topics.get(id) ?? [];
    const codes: number[] = [];
    while (fields.left > 0 && codes.length < MOST_TOPICS) codes.push(fields.byte());
    const refused = codes.filter((code) => code >= FAILED).length;
    const all = refused > 0 && refused === codes.length;
    const rooms = asked.filter((_, i) => all || (codes[i] ?? 0) < FAILED);
    if (rooms.length > 0) envelope.rooms = rooms;
    Object.assign(envelope, { answers: id, good: refused === 0, payload: { codes } });
    if (all) envelope.kind = type === 9 ? "join-refused" : "error";
    else if (refused > 0) envelope.problem = `${refused} of ${codes.length} topics were refused`;
  }
}

function newWay(): Way {
  return { stream: new MqttStream(), aliases: new Memory(), topics: new Memory(), going: "" };
}

function open(): Read {
  const conversation = new Conversation();
  return ({ bytes, sent }) => (bytes ? conversation.take(bytes, sent) : null);
}

/** Whether the bytes are a CONNECT packet: it names its protocol, "MQTT", and MQIsdp before 3.1.1. */
function isConnect(bytes: Uint8Array): boolean {
  const packet = bytes[0] === 0x10 ? new MqttStream().take(bytes).packets[0] : undefined;
  const name = packet && new MqttFields(packet.body).text();
  return name === "MQTT" || name === "MQIsdp";
}

function fits({ bytes, sent }: Frame): Evidence | null {
  if (!bytes || bytes.length < 2) return null;
  if (sent && isConnect(bytes)) return { weight: 3, reason: "it is an MQTT CONNECT packet" };
  if (!sent && bytes[0] === 0x20 && bytes[1] === bytes.length - 2 && bytes.length >= 4) {
    return { weight: 1, reason: "it is shaped as an MQTT CONNACK packet" };
  }
  const beat = bytes.length === 2 && bytes[1] === 0 && bytes[0] === (sent ? 0xc0 : 0xd0);
  return beat ? { weight: 1, reason: "it is shaped as an MQTT ping" } : null;
}

function hint({ protocol }: SocketFacts): Evidence | null {
  return protocol === "mqtt" || protocol === "mqttv3.1"
    ? { weight: 10, reason: `its subprotocol is ${protocol}` }
    : null;
}

/**
 * MQTT 3.1, 3.1.1 and 5 in binary frames, after docs.oasis-open.org/mqtt (3.1.1 and 5.0). mqtt-packet is not used: with
 * the Buffer, streams and events of Node that it needs it is 49 kB gzipped. Of several packets in a frame the envelope
 * is the first's ("chat/a (+2)"). What stands in CONNECT beside the client's id (a password may) is not taken over.
 */
export const mqtt: Dialect = {
  id: "mqtt",
  title: "MQTT",
  words: { room: "topic", name: "packet or topic" },
  hint,
  fits,
  open,
};
