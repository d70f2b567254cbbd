import { HAND_OVER, type Handed, PortEvent } from "../link/hand-over";
import type { Batch } from "../protocol";
import { addEventListener, dispatchEvent, NativeCustomEvent, NativeFocusEvent, readDetail } from "./natives";

/** The page's end of the shared port. */
export class Channel {
  #port: MessagePort;
  #answer: unknown;

  private constructor(port: MessagePort) {
    this.#port = port;
  }

  /** Hands a port over to the bridge; null when no bridge took it (this script ran before in this window). */
  static open(): Channel | null {
    const { port1 } = new MessageChannel();
    const event = new MessageEvent(HAND_OVER, { ports: [port1], cancelable: true });
    return document.dispatchEvent(event) ? null : new Channel(port1);
  }

  /** Tells the bridge that there is something to watch. */
  wake(): void {
    this.say(PortEvent.Awake, null);
  }

  send(batch: Batch): void {
    this.say(PortEvent.Head, batch[0]);
    this.say(PortEvent.Meta, batch[1]);
    if (batch[3]) this.say(PortEvent.Bytes, batch[3]);
    this.say(PortEvent.Text, batch[2]);
  }

  receive(command: (handed: Handed) => void, cut: () => void): void {
    this.on(PortEvent.Command, command);
    this.on(PortEvent.Cut, cut);
    this.on(PortEvent.Answer, (answer) => {
      this.#answer = answer;
    });
  }

  /** Listens to what the bridge says. */
  on<T>(type: string, heard: (detail: T) => void): void {
    addEventListener(this.#port, type, (event) => heard(readDetail(event) as T));
  }

  /** What the bridge answers to this at once; undefined if it has no answer. */
  ask(type: string, detail: unknown): unknown {
    this.#answer = undefined;
    this.say(type, detail);
    return this.#answer;
  }

  /** Shows the bridge a worker or a socket: only an event's `relatedTarget` takes an object to its world. */
  tell(type: string, relatedTarget: EventTarget, detail = 0): void {
    const init = { __proto__: null, relatedTarget, detail } as FocusEventInit;
    if (NativeFocusEvent) dispatchEvent(this.#port, new NativeFocusEvent(type, init));
  }

  say(type: string, detail: unknown): void {
    // A null prototype: otherwise the page could put options of its own on `Object.prototype`.
    const init = { __proto__: null, detail } as CustomEventInit;
    dispatchEvent(this.#port, new NativeCustomEvent(type, init));
  }
}
