/** What JSON.parse gives. Objects have own keys only as far as one looks; `__proto__` may be one of them. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One frame on its way through the dialects. One object serves all frames, so nobody may keep it. */
export class Frame {
  sent = false;
  /** Empty for a binary frame. */
  text = "";
  /** Null for a text frame. */
  bytes: Uint8Array | null = null;
  #json: Json | undefined;
  #parsed = false;

  set(sent: boolean, content: string | Uint8Array): this {
    this.sent = sent;
    this.text = typeof content === "string" ? content : "";
    this.bytes = typeof content === "string" ? null : content;
    this.#json = undefined;
    this.#parsed = false;
    return this;
  }

  /** The text as JSON, undefined where it is none. Parsed once, by the first who asks. */
  get json(): Json | undefined {
    if (!this.#parsed) {
      this.#parsed = true;
      this.#json = this.bytes ? undefined : parsed(this.text);
    }
    return this.#json;
  }

  /** The text as a JSON object that is no array; undefined where it is none. */
  get object(): { [key: string]: Json } | undefined {
    const { json } = this;
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : undefined;
  }

  /** The text as a JSON array; undefined where it is none. */
  get array(): Json[] | undefined {
    const { json } = this;
    return Array.isArray(json) ? json : undefined;
  }
}

/** A text longer than this is not parsed while frames stream in: it would hold the panel up. */
const LONGEST_PARSED = 5_000_000;

function parsed(text: string): Json | undefined {
  // A digit alone (heartbeats are) is JSON too, but nobody's envelope.
  const first = text.charCodeAt(0);
  if (text.length > LONGEST_PARSED || !(first === 0x7b || first === 0x5b || first <= 0x20)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
