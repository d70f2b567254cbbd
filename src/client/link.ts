import type { ClientSocket, Environment, SocketEvents } from "./environment";
import type { Target } from "./target";

/** One socket of the client. Once let go, nothing that it still says is heard (requirements W33, reconnecting 18). */
export class Link {
  readonly url: string;
  readonly #socket: ClientSocket;
  #open = false;
  #held = true;

  /** Throws what the socket maker throws. */
  constructor(environment: Environment, { url, protocols }: Target, events: SocketEvents) {
    this.url = url;
    const whileHeld =
      <Arguments extends unknown[]>(tell: (...details: Arguments) => void) =>
      (...details: Arguments): void => {
        if (this.#held) tell(...details);
      };
    this.#socket = environment.open(url, protocols, {
      open: whileHeld(() => {
        this.#open = true;
        events.open();
      }),
      message: whileHeld((data) => events.message(data)),
      error: whileHeld((error) => events.error(error)),
      close: whileHeld((event) => {
        this.#held = false;
        events.close(event);
      }),
    });
  }

  /** Whether it opened and has not ended. */
  get open(): boolean {
    return this.#open && this.#held;
  }

  get protocol(): string {
    return this.#open ? this.#socket.protocol : "";
  }

  get extensions(): string {
    return this.#open ? this.#socket.extensions : "";
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  /** Throws what the socket throws. */
  send(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  /** Closes without waiting for the other side. The arguments are such as `closeArguments` gives. */
  letGo(code?: number, reason?: string): void {
    this.#held = false;
    this.#socket.close(code, reason);
  }
}
