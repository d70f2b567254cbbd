import type { Runtime } from "webextension-polyfill";

type Listener = (message: unknown) => void;

/** One end of a runtime port, with a test at the other: it says things, hears things, and hangs up. */
export class FakePort {
  readonly heard: unknown[] = [];
  open = true;
  #message: Listener = () => {};
  #closed: () => void = () => {};

  constructor(
    readonly name: string,
    readonly sender: object = {},
  ) {}

  readonly onMessage = {
    addListener: (listener: Listener) => {
      this.#message = listener;
    },
  };

  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.#closed = listener;
    },
  };

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  disconnect(): void {
    this.open = false;
  }

  say(message: unknown): void {
    this.#message(message);
  }

  hangUp(): void {
    this.open = false;
    this.#closed();
  }

  /** What was heard since the last call. */
  take(): unknown[] {
    return this.heard.splice(0);
  }

  get asPort(): Runtime.Port {
    return this as unknown as Runtime.Port;
  }
}
