import type { OfflineKind } from "../conditions";
import { type Closed, type Closing, Flag, Kind, type Opened, type Order } from "../protocol";
import type { Asked, PageDoor } from "./page-door";

const STILL_CONNECTING = "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.";
/** How long a browser waits for the other side's close frame. */
const CLOSING_MS = 60_000;
const { CONNECTING, OPEN, CLOSING, CLOSED } = WebSocket;

/** Not timers: their numbers go up by one for each, which a page sees. */
declare const scheduler: { postTask(task: () => void, options?: { delay?: number }): Promise<void> };

type Sent = string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

/** What is held until the network is back: an event that the page has not seen, or what it sent, or its `close`. */
type Held =
  | { event: Event; facts: object | undefined; order: Order | undefined }
  | { data: Sent; order: Order }
  | { closing: Closing };

function sizeOf(data: Sent): number {
  if (typeof data === "string") return new TextEncoder().encode(data).length;
  return data instanceof Blob ? data.size : data.byteLength;
}

/** A view comes with all of its buffer. */
function alone(data: Sent): Sent {
  if (!ArrayBuffer.isView(data)) return data;
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
}

/** Whether the browser would refuse it. */
function invalid({ code, reason }: Closing): boolean {
  const fine = code === undefined || code === 1000 || (code >= 3000 && code <= 4999);
  return !fine || sizeOf(reason ?? "") > 123;
}

/** One socket of the page while its network is pretended to be away: what the page sees of it, and what is real. */
export class Line {
  /** What the page sees; undefined: what is so. */
  #shown: number | undefined;
  /** What the page sees in `bufferedAmount` beside what is so. */
  #extra = 0;
  #held: Held[] = [];

  /** @param released called when nothing is to be pretended of the socket any more */
  constructor(
    private readonly socket: WebSocket,
    private readonly number: number,
    private readonly kind: OfflineKind,
    private readonly page: PageDoor,
    private readonly released: () => void,
  ) {
    this.#shown = socket.readyState;
  }

  /** The network goes away. `code` and `reason`: of `closed`. */
  begin(code: number, reason: string): void {
    if (this.kind === "dropped") this.#fail();
    else if (this.kind !== "closed") return;
    else if (this.#shown !== OPEN) this.#fail();
    else this.#close({ code, reason, wasClean: true });
    if (this.kind === "closed") this.socket.close(1000);
  }

  /** The network is back. Resolved when all that was held has gone its way. */
  async end(): Promise<void> {
    if (this.kind === "half-open" && (this.#shown === CLOSING || this.socket.readyState === CLOSED))
      this.#fail();
    // Its real end will release it.
    if (this.#shown === CLOSED) this.socket.close(1000);
    for (let held = this.#held.shift(); held && this.#shown !== CLOSED; held = this.#held.shift()) {
      const next = held;
      // Each in a task of its own, as they would have come.
      await scheduler.postTask(() => this.#deliver(next));
    }
    if (this.#shown === CLOSED) this.#settle();
    else if (this.#shown !== undefined) this.#release();
  }

  /** What is to become of what was asked, or has come; undefined: nothing else than ever. */
  asked({ what, value, order }: Asked): unknown {
    if (this.#shown === undefined) return undefined;
    switch (what) {
      case "readyState":
        return this.#shown;
      case "bufferedAmount":
        return this.#extra > 0 ? (value as number) + this.#extra : undefined;
      case "send":
        return this.#send(value as Sent, order);
      case "close":
        return this.#closing(value as Closing);
      case Kind.Opened:
        return this.#happened(new Event("open"), value as Opened);
      case Kind.TextReceived: {
        const { origin } = new URL(this.socket.url);
        return this.#happened(new MessageEvent("message", { data: value, origin }), undefined);
      }
      case Kind.Failed:
        return this.#happened(new Event("error"), {});
      case Kind.Closed: {
        const { code, reason, clean } = value as Closed;
        return this.#happened(new CloseEvent("close", { code, reason, wasClean: clean }), value as Closed);
      }
      default:
        return undefined;
    }
  }

  #send(data: Sent, order: Order): unknown {
    if (this.#shown === CONNECTING) return STILL_CONNECTING;
    if (this.#shown === OPEN && this.kind !== "stalled") return Flag.Withheld;
    this.#extra += sizeOf(data);
    if (this.#shown !== OPEN) return Flag.Unsent;
    this.#held.push({ data: alone(data), order });
    return Flag.Withheld;
  }

  #closing(closing: Closing): unknown {
    if (invalid(closing)) return undefined;
    const before = this.#shown as number;
    if (before >= CLOSING) return true;
    this.#shown = CLOSING;
    this.page.note(this.number, Kind.Closing, closing);
    if (before === OPEN && this.kind === "stalled") this.#held.push({ closing });
    else scheduler.postTask(this.#giveUp, { delay: before === OPEN ? CLOSING_MS : 0 });
    return true;
  }

  /** No close frame came back. */
  #giveUp = (): void => {
    if (this.#shown !== CLOSING) return;
    this.#fail();
    this.socket.close(1000);
  };

  /** Something has come that the page is not to see, or not yet. */
  #happened(event: Event, facts: object | undefined): true {
    const { kind, number, page } = this;
    const ghost = this.#shown === CLOSED;
    const order =
      event instanceof MessageEvent
        ? page.note(number, Kind.TextReceived | Flag.Withheld, event.data)
        : undefined;
    if (!ghost && (kind !== "half-open" || event.type === "open")) this.#held.push({ event, facts, order });
    this.#settle();
    return true;
  }

  #deliver(held: Held): void {
    const { socket, number, page } = this;
    if ("closing" in held) {
      socket.close(held.closing.code, held.closing.reason);
    } else if ("data" in held) {
      if (socket.readyState !== OPEN) return;
      this.#extra -= sizeOf(held.data);
      socket.send(held.data);
      page.note(number, Kind.Delivered, { order: held.order });
    } else {
      const { event, facts, order } = held;
      const { type } = event;
      // As by the browser: who has closed gets no messages any more.
      if (type === "message" && this.#shown !== OPEN) return;
      if (type === "open") this.#shown = OPEN;
      if (type === "close") this.#shown = CLOSED;
      if (order !== undefined) page.note(number, Kind.Delivered, { order });
      else
        page.note(
          number,
          type === "open" ? Kind.Opened : type === "error" ? Kind.Failed : Kind.Closed,
          facts,
        );
      socket.dispatchEvent(event);
    }
  }

  #fail(): void {
    this.#shown = CLOSED;
    this.page.note(this.number, Kind.Failed, {});
    this.socket.dispatchEvent(new Event("error"));
    this.#close({ code: 1006, reason: "", wasClean: false });
  }

  #close(told: { code: number; reason: string; wasClean: boolean }): void {
    const { code, reason, wasClean: clean } = told;
    this.#shown = CLOSED;
    this.#held = [];
    this.page.note(this.number, Kind.Closed, { code, reason, clean, pretended: true });
    this.socket.dispatchEvent(new CloseEvent("close", told));
    this.#settle();
  }

  /** Once it is really closed, nothing has to be pretended. */
  #settle(): void {
    if (this.#shown === CLOSED && this.socket.readyState === CLOSED) this.#release();
  }

  #release(): void {
    this.#shown = undefined;
    this.released();
  }
}
