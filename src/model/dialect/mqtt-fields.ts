import { readVarint } from "./mqtt-stream";

const utf8 = new TextDecoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** A longer payload stays bytes: to decode it while frames stream in would hold the panel up. */
const LONGEST_DECODED = 65_536;

/** Lengths of the properties' values: a number of bytes, s(tring or binary, 2 bytes of length), p(air of strings), v(arint). */
const PROPERTIES = new Map<number, number | "s" | "p" | "v">([
  [0x01, 1],
  [0x02, 4],
  [0x03, "s"],
  [0x08, "s"],
  [0x09, "s"],
  [0x0b, "v"],
  [0x11, 4],
  [0x12, "s"],
  [0x13, 2],
  [0x15, "s"],
  [0x16, "s"],
  [0x17, 1],
  [0x18, 4],
  [0x19, 1],
  [0x1a, "s"],
  [0x1c, "s"],
  [0x1f, "s"],
  [0x21, 2],
  [0x22, 2],
  [0x23, 2],
  [0x24, 1],
  [0x25, 1],
  [0x26, "p"],
  [0x27, 4],
  [0x28, 1],
  [0x29, 1],
  [0x2a, 1],
]);
const TOPIC_ALIAS = 0x23;

/** Reads the fields of a control packet one after another. Past the end all is empty, and `short` says so. */
export class MqttFields {
  readonly #bytes: Uint8Array;
  #at = 0;
  short = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return Math.max(0, this.#bytes.length - this.#at);
  }

  byte(): number {
    if (this.left < 1) this.short = true;
    return this.#bytes[this.#at++] ?? 0;
  }

  /** Two bytes, the higher first. */
  word(): number {
    const high = this.byte();
    return high * 256 + this.byte();
  }

  skip(bytes: number): void {
    if (bytes > this.left) this.short = true;
    this.#at += bytes;
  }

  /** A text with two bytes of length in front. */
  text(): string {
    const length = this.word();
    const from = this.#at;
    this.skip(length);
    return this.short ? "" : utf8.decode(this.#bytes.subarray(from, from + length));
  }

  /** Walks over MQTT 5's properties; the topic alias among them, 0 for none. */
  properties(): number {
    const { value, end } = readVarint(this.#bytes, this.#at);
    if (end < 0) {
      this.short = true;
      return 0;
    }
    const stop = end + value;
    this.#at = end;
    let alias = 0;
    while (this.#at < stop && !this.short) {
      const id = this.byte();
      const length = PROPERTIES.get(id);
      if (id === TOPIC_ALIAS) alias = this.word();
      else if (length === "s") this.skip(this.word());
      else if (length === "p") {
        this.skip(this.word());
        this.skip(this.word());
      } else if (length === "v") while (this.byte() >= 128 && !this.short);
      else if (length !== undefined) this.skip(length);
      else break;
    }
    if (stop > this.#bytes.length) this.short = true;
    this.#at = stop;
    return alias;
  }

  /** What is left: text where it is UTF-8 and not too long, else bytes. */
  rest(): string | Uint8Array {
    const bytes = this.#bytes.subarray(Math.min(this.#at, this.#bytes.length));
    if (bytes.length > LONGEST_DECODED) return bytes;
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return bytes;
    }
  }
}
