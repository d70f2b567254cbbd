import { HAND_OVER, PortEvent } from "../link/hand-over";
import type { Batch, PageCommand, ReaderId } from "../protocol";
import {
  addEventListener,
  dispatchEvent,
  NativeCustomEvent,
  NativeFocusEvent,
  parse,
  readDetail,
} from "./natives";

/** The page's end of the shared port. */
export class Channel {
  #port: MessagePort;
  #answer: string | undefined;

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
    this.#say(PortEvent.Awake, null);
  }

  send(batch: Batch): void {
    this.#say(PortEvent.Head, batch[0]);
    this.#say(PortEvent.Meta, batch[1]);
    if (batch[3]) this.#say(PortEvent.Bytes, batch[3]);
    this.#say(PortEvent.Text, batch[2]);
  }

  receive(command: (reader: ReaderId, command: PageCommand) => void, cut: () => void): void {
    addEventListener(this.#port, PortEvent.Command, (event) => {
      const parts = parse(readDetail(event) as string) as [ReaderId, PageCommand];
      command(parts[0], parts[1]);
    });
    addEventListener(this.#port, PortEvent.Cut, cut);
    addEventListener(this.#port, PortEvent.Tapped, (event) => {
      this.#answer = readDetail(event) as string;
    });
  }

  /** The address of the script at a `blob:` address with the tap's program in front; undefined if none can be made. */
  tapped(url: string, program: string): string | undefined {
    this.#answer = undefined;
    this.#say(PortEvent.Script, `${url}\n${program}`);
    return this.#answer;
  }

  /** Tells the bridge what became of a worker: only an event's `relatedTarget` takes an object to its world. */
  tell(type: typeof PortEvent.Started | typeof PortEvent.Terminated, worker: Worker): void {
    const init = { __proto__: null, relatedTarget: worker } as FocusEventInit;
    if (NativeFocusEvent) dispatchEvent(this.#port, new NativeFocusEvent(type, init));
  }

  #say(type: string, detail: unknown): void {
    // A null prototype: otherwise the page could put options of its own on `Object.prototype`.
    const init = { __proto__: null, detail } as CustomEventInit;
    dispatchEvent(this.#port, new NativeCustomEvent(type, init));
  }
}
