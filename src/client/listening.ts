import { type Attribute, type AttributeName, Attributes } from "./attributes";
import type { MessageType } from "./define";
import type { Listener } from "./emitter";
import type { Engine } from "./engine";
import type { ClientEvent, EventName, EventOf } from "./events";
import type { Handler } from "./handlers";

/** How the client is listened to: by functions, by objects with `handleEvent`, or by what is assigned. */
export class Listening {
  readonly #engine: Pick<Engine, "emitter" | "handlers" | "receiver">;
  readonly #attributes = new Attributes();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `"event"` hears every event. What it returns takes the listener off again. */
  on(name: "event", listener: Listener<ClientEvent>): () => void;
  on<Name extends EventName>(name: Name, listener: Listener<EventOf<Name>>): () => void;
  on<Payload>(message: MessageType<Payload>, handler: Handler<Payload>): () => void;
  on(
    what: EventName | "event" | MessageType<unknown>,
    listener: Listener<never> | Handler<never>,
  ): () => void {
    const { emitter, handlers, receiver } = this.#engine;
    const typed = typeof what === "object";
    const stop = typed
      ? handlers.add(what, listener as Handler<unknown>)
      : emitter.on(what, listener as Listener<never>);
    if (typed || what === "event" || what === "message") {
      for (const message of receiver.takeEarly()) emitter.emit(message);
    }
    return stop;
  }

  /** Hears the next one only. */
  once(name: "event", listener: Listener<ClientEvent>): () => void;
  once<Name extends EventName>(name: Name, listener: Listener<EventOf<Name>>): () => void;
  once(name: EventName | "event", listener: Listener<never>): () => void {
    const { emitter, receiver } = this.#engine;
    const stop = emitter.on(name, listener, true);
    const first = name === "event" || name === "message" ? receiver.takeFirst() : null;
    if (first) emitter.emit(first);
    return stop;
  }

  /** Without a listener: all of that name, but not what is assigned. */
  off(name: EventName | "event", listener?: Listener<never>): void;
  off<Payload>(message: MessageType<Payload>, handler?: Handler<Payload>): void;
  off(what: EventName | "event" | MessageType<unknown>, listener?: Listener<never> | Handler<never>): void {
    const { emitter, handlers } = this.#engine;
    if (typeof what === "object") handlers.remove(what, listener as Handler<unknown> | undefined);
    else emitter.off(what, listener as Listener<never> | undefined);
  }

  get onopen(): Attribute<"open"> {
    return this.#attributes.get("open");
  }

  set onopen(listener: Attribute<"open">) {
    this.#assign("open", listener);
  }

  get onclose(): Attribute<"close"> {
    return this.#attributes.get("close");
  }

  set onclose(listener: Attribute<"close">) {
    this.#assign("close", listener);
  }

  get onerror(): Attribute<"error"> {
    return this.#attributes.get("error");
  }

  set onerror(listener: Attribute<"error">) {
    this.#assign("error", listener);
  }

  get onmessage(): Attribute<"message"> {
    return this.#attributes.get("message");
  }

  set onmessage(listener: Attribute<"message">) {
    this.#assign("message", listener);
  }

  #assign<Name extends AttributeName>(name: Name, listener: Attribute<Name>): void {
    this.#attributes.set(name, listener, this, (heard) => this.on(name, heard));
  }
}
