import { PortEvent } from "../link/hand-over";
import type { Kind, Order } from "../protocol";

/**
 * What somebody asked of the page (a getter's name, or `send` or `close`), or what has come to a socket (a kind).
 * `order`: of the notice that comes next.
 */
export interface Asked {
  readonly what: string | Kind;
  /** The socket's number, if it was asked of a socket with a tap. */
  readonly socket: number | undefined;
  readonly value: unknown;
  readonly order: Order;
}

/** The bridge's side of the tap's stand-ins (src/page/stand-ins.ts): what they ask, and what is written down. */
export class PageDoor {
  #noted: Order = -1;

  /**
   * @param answer what is to be said instead of the native answer; undefined: that
   * @param live called with each live socket when stand-ins are put up, and with each new one
   */
  constructor(
    private readonly port: MessagePort,
    answer: (asked: Asked) => unknown,
    live: (socket: WebSocket, number: number) => void,
  ) {
    port.addEventListener(PortEvent.Ask, (event) => {
      // Null where it could not be cloned: the browser is to refuse it.
      const detail: unknown = (event as CustomEvent).detail;
      if (!Array.isArray(detail)) return;
      const [what, socket, value, order] = detail;
      const answered = answer({ what, socket, value, order });
      if (answered !== undefined) this.#say(PortEvent.Answer, answered);
    });
    port.addEventListener(PortEvent.Live, (event) => {
      const { relatedTarget, detail } = event as FocusEvent;
      if (relatedTarget instanceof WebSocket) live(relatedTarget, detail);
    });
    port.addEventListener(PortEvent.Noted, (event) => {
      this.#noted = (event as CustomEvent).detail;
    });
  }

  /** Puts stand-ins before these getters and before no others. With the sockets' own, `send` and `close` ask as well. */
  stand(names: readonly (readonly [owner: string, name: string])[]): void {
    const sockets = names.some(([owner]) => owner === "WebSocket");
    this.#say(PortEvent.Stand, [sockets, ...names.flat()]);
  }

  /** Writes a notice down, as happening now; -1 where it could not be. */
  note(socket: number, kind: number, content: unknown): Order {
    this.#noted = -1;
    this.#say(PortEvent.Note, [socket, kind, content]);
    return this.#noted;
  }

  #say(type: string, detail: unknown): void {
    this.port.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
