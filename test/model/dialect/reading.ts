import type { Dialect, Read } from "../../../src/model/dialect/dialect";
import type { Envelope } from "../../../src/model/dialect/envelope";
import { Frame } from "../../../src/model/dialect/frame";

type Content = string | Uint8Array | object;

function contentOf(content: Content): string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);
}

/** One socket's reader, with frames as a test writes them: an object goes as JSON, numbers as bytes. */
export class Reading {
  readonly #read: Read;
  readonly #frame = new Frame();

  constructor(dialect: Dialect) {
    this.#read = dialect.open();
  }

  sent(content: Content): Envelope | null {
    return this.#read(this.#frame.set(true, contentOf(content)));
  }

  received(content: Content): Envelope | null {
    return this.#read(this.#frame.set(false, contentOf(content)));
  }
}

export function weightOf(dialect: Dialect, sent: boolean, content: Content): number {
  return dialect.fits(new Frame().set(sent, contentOf(content)))?.weight ?? 0;
}

export function bytes(...values: (number | string)[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = values.flatMap((value) => (typeof value === "string" ? [...encoder.encode(value)] : [value]));
  return Uint8Array.from(parts);
}
