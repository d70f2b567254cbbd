import type { OfflineKind } from "../conditions";
import { type Closed, type Closing, Flag, Kind, type Opened, type Order } from "../protocol";
import type { Asked, PageDoor } from "./page-door";

const STILL_CONNECTING = "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.";
/** Most that is held for one socket, in bytes or code units; no server keeps a connection that takes nothing for ever. */
const MOST_HELD = 64_000_000;
/** What each thing that is held counts beside its content. */
const HELD_UNITS = 1_000;
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

/** About what it takes to hold this. */
function weightOf(held: Held): number {
  let data: Sent | undefined;
  if ("data" in held) data = held.data;
  else if ("event" in held) data = (held.event as MessageEvent).data;
  // Texts are not encoded for it: it needs not be exact.
  return HELD_UNITS + (typeof data === "string" ? data.length : data === undefined ? 0 : sizeOf(data));
}

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
  #weight = 0;
  /** More had to be held than can be: with it the connection is lost, as the page is told when the network is back. */
  #overflown = false;
  /** The network is back: what is held goes its way, and what comes meanwhile after it. */
  #ending = false;

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
    this.#ending = true;
    const lost = this.kind === "half-open" && (this.#shown === CLOSING || this.socket.readyState === CLOSED);
    if (lost || this.#overflown) this.#fail();
    // Its real end will release it.
    if (this.#shown === CLOSED) this.socket.close(1000);
    for (let held = this.#held.shift(); held && this.#shown !== CLOSED; held = this.#held.shift()) {
      const next = held;
      this.#weight -= weightOf(next);
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
        return this.#extra > 0 ? this.socket.bufferedAmount + this.#extra : undefined;
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

  /** Whether things are held; where not, they vanish. */
  get #holds(): boolean {
    return this.kind === "stalled" || this.#ending;
  }

  #send(data: Sent, order: Order): unknown {
    if (this.#shown === CONNECTING) return STILL_CONNECTING;
    if (this.#shown === OPEN && !this.#holds) return Flag.Withheld;
    this.#extra += sizeOf(data);
    if (this.#shown !== OPEN) return Flag.Unsent;
    this.#hold({ data: alone(data), order });
    return Flag.Withheld;
  }

  #closing(closing: Closing): unknown {
    if (invalid(closing)) return undefined;
    const before = this.#shown as number;
    if (before >= CLOSING) return true;
    this.#shown = CLOSING;
    this.page.note(this.number, Kind.Closing, closing);
    if (before === OPEN && this.#holds) this.#hold({ closing });
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
    const { number, page } = this;
    const ghost = this.#shown === CLOSED;
    // To the page its handshake will be over when the network is back: all that came after it comes then, too.
    const early = this.#shown === CONNECTING && (event.type === "open" || event.type === "message");
    const order =
      event instanceof MessageEvent
        ? page.note(number, Kind.TextReceived | Flag.Withheld, event.data)
        : undefined;
    if (!ghost && (this.#holds || early)) this.#hold({ event, facts, order });
    this.#settle();
    return true;
  }

  #hold(held: Held): void {
    if (this.#overflown) return;
    this.#held.push(held);
    this.#weight += weightOf(held);
    if (this.#weight < MOST_HELD) return;
    this.#overflown = true;
    this.#held = [];
    this.socket.close(1000);
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
