import type { MessageType } from "./define";
import { type Envelope, envelopeOf } from "./envelope";
import type { ErrorKind } from "./events";
import { parse } from "./parse";
import { check } from "./standard-schema";
import { said } from "./words";

export type Handler<Payload> = (payload: Payload, envelope: Envelope) => void;

interface Entry {
  message: MessageType<unknown>;
  handler: Handler<never>;
}

/** Handlers of typed messages, many for a name (requirements C19); what is not valid is told and not delivered. */
export class Handlers {
  readonly #entries = new Map<string, Entry[]>();
  readonly #report: (kind: ErrorKind, message: string) => void;

  constructor(report: (kind: ErrorKind, message: string) => void) {
    this.#report = report;
  }

  add<Payload>(message: MessageType<Payload>, handler: Handler<Payload>): () => void {
    const entry = { message, handler };
    this.#entries.set(message.name, [...(this.#entries.get(message.name) ?? []), entry]);
    return () => this.#keep(message.name, (other) => other !== entry);
  }

  /** Without a handler: all of that message. */
  remove<Payload>(message: MessageType<Payload>, handler?: Handler<Payload>): void {
    this.#keep(message.name, (entry) => handler !== undefined && entry.handler !== handler);
  }

  /** `reply`: the data answered a heartbeat, so that it need not be a message at all. */
  receive(data: string | Uint8Array, reply: boolean): void {
    if (this.#entries.size === 0 || typeof data !== "string") return;
    let parsed: unknown;
    try {
      parsed = parse(data);
    } catch (thrown) {
      if (!reply) this.#report("parse", said(thrown));
      return;
    }
    const envelope = envelopeOf(parsed);
    if (envelope === null) return;
    for (const entry of this.#entries.get(envelope.name) ?? []) this.#deliver(entry, envelope);
  }

  #deliver({ message, handler }: Entry, envelope: Envelope): void {
    try {
      const checked = message.schema
        ? check(message.schema, envelope.payload)
        : { valid: true as const, value: envelope.payload };
      if (checked.valid) handler(checked.value as never, envelope);
      else this.#report("validation", `“${message.name}” received: ${checked.message}`);
    } catch (thrown) {
      this.#report("listener", `A handler of “${message.name}” threw: ${said(thrown)}`);
    }
  }

  #keep(name: string, wanted: (entry: Entry) => boolean): void {
    const kept = (this.#entries.get(name) ?? []).filter(wanted);
    if (kept.length === 0) this.#entries.delete(name);
    else this.#entries.set(name, kept);
  }
}
