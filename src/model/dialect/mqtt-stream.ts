/** One control packet, or its beginning where the frame ends before the packet does. */
export interface MqttPacket {
  /** 1 CONNECT to 15 AUTH. */
  type: number;
  /** The lower four bits of the first byte. */
  flags: number;
  /** What comes after the fixed header, as far as this frame has it. */
  body: Uint8Array;
  /** Bytes that are to come in the next frames. */
  missing: number;
}

/** What a frame holds: packets, and bytes that belong to a packet of an earlier frame. */
export interface MqttFrame {
  packets: MqttPacket[];
  /** Bytes at the frame's start that go on with an earlier packet. */
  continued: number;
  /** It can't be MQTT. */
  broken: boolean;
}

/** Of a frame so many packets are looked at; the rest is only walked over. */
const MOST_PACKETS = 10_000;

/** Flags must be these (MQTT 3.1.1, 2.2.2); of PUBLISH only QoS 3 is forbidden. */
function headerFits(first: number): boolean {
  const type = first >> 4;
  const flags = first & 15;
  if (type === 0) return false;
  if (type === 3) return (flags & 6) !== 6;
  return flags === (type === 6 || type === 8 || type === 10 ? 2 : 0);
}

/** A variable byte integer; `end` is where it stops, -1 where the bytes stop before, -2 where it is longer than four. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return { value, end: -1 };
    value += (byte & 127) * 128 ** i;
    if (byte < 128) return { value, end: at + i + 1 };
  }
  return { value, end: -2 };
}

/**
 * Takes the frames of one direction apart into control packets. A WebSocket frame may hold several packets or a part of
 * one (MQTT 5, section 6), so this counts what is missing; it keeps no bytes but a header that a frame cut.
 */
export class MqttStream {
  #missing = 0;
  #header: Uint8Array | null = null;

  take(frame: Uint8Array): MqttFrame {
    const continued = Math.min(this.#missing, frame.length);
    this.#missing -= continued;
    let bytes = frame.subarray(continued);
    if (this.#header) {
      const joined = new Uint8Array(this.#header.length + bytes.length);
      joined.set(this.#header);
      joined.set(bytes, this.#header.length);
      bytes = joined;
      this.#header = null;
    }
    const packets: MqttPacket[] = [];
    let at = 0;
    while (at < bytes.length) {
      const first = bytes[at] ?? 0;
      const { value, end } = readVarint(bytes, at + 1);
      if (!headerFits(first) || end === -2) return { packets, continued, broken: true };
      if (end === -1) {
        this.#header = bytes.slice(at);
        break;
      }
      const body = bytes.subarray(end, end + value);
      this.#missing = value - body.length;
      if (packets.length < MOST_PACKETS) {
        packets.push({ type: first >> 4, flags: first & 15, body, missing: this.#missing });
      }
      at = end + value;
    }
    return { packets, continued, broken: false };
  }
}
