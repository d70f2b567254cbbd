import type { ClientSocket, Environment, SocketEvents, Watched } from "./environment";

/** What happens to sockets. `code` and `reason` are those of kind "closed". */
export interface Storm {
  kind: "dropped" | "half-open" | "stalled" | "closed" | "refusing";
  code: number;
  reason: string;
}

/** Null: fair. */
export type Weather = Storm | null;

type CloseEvent = Parameters<SocketEvents["close"]>[0];

const ABNORMAL: CloseEvent = { code: 1006, reason: "", clean: false };

/** A socket that goes through the weather: what it tells and sends is let through, lost or held. */
class WeatheredSocket implements ClientSocket {
  readonly #events: SocketEvents;
  readonly #after: Environment["after"];
  readonly #unwatch: () => void;
  /** Null where it was made in bad weather and never had one. */
  readonly #real: ClientSocket | null;
  /** What is done when the stall ends. */
  #held: (() => void)[] = [];
  #storm: Storm | null;
  #over = false;
  #opened = false;
  /** A close that is told when the weather ends. */
  #closing = false;

  constructor(
    make: (events: SocketEvents) => ClientSocket,
    weather: Watched<Weather>,
    after: Environment["after"],
    events: SocketEvents,
  ) {
    this.#events = events;
    this.#after = after;
    this.#storm = weather.value;
    this.#real = this.#storm ? null : make(this.#heard());
    this.#unwatch = weather.watch((now) => this.#turn(now));
    if (this.#storm && this.#storm.kind !== "half-open") this.#soon(() => this.#fail());
  }

  get protocol(): string {
    return this.#real?.protocol ?? "";
  }

  get extensions(): string {
    return this.#real?.extensions ?? "";
  }

  get bufferedAmount(): number {
    return this.#real?.bufferedAmount ?? 0;
  }

  send(data: string | Uint8Array): void {
    if (this.#over || this.#storm?.kind === "half-open") return;
    // Bytes belong to the caller, who may go on writing into them.
    const copy = typeof data === "string" ? data : data.slice();
    if (this.#stalled) this.#held.push(() => this.#real?.send(copy));
    else this.#real?.send(data);
  }

  close(code?: number, reason?: string): void {
    if (this.#over) return;
    if (this.#stalled) this.#held.push(() => this.#real?.close(code, reason));
    else if (this.#storm?.kind === "half-open" && this.#real) this.#closing = true;
    else if (this.#real) this.#real.close(code, reason);
    else this.#soon(() => this.#fail());
  }

  get #stalled(): boolean {
    return this.#storm?.kind === "stalled" && this.#real !== null;
  }

  #heard(): SocketEvents {
    return {
      open: () => {
        // An open that vanished is never told again: nothing but a failure can follow.
        if (this.#storm?.kind === "half-open") this.#closing = true;
        this.#pass(() => {
          this.#opened = true;
          this.#events.open();
        });
      },
      message: (data) => this.#pass(() => this.#events.message(data)),
      error: (error) => this.#pass(() => this.#events.error(error)),
      close: (event) => this.#ended(event),
    };
  }

  #pass(tell: () => void): void {
    if (this.#over || this.#storm?.kind === "half-open") return;
    if (this.#stalled) this.#held.push(tell);
    else tell();
  }

  #ended(event: CloseEvent): void {
    if (this.#over) return;
    if (this.#storm?.kind === "half-open") this.#closing = true;
    else if (this.#stalled) this.#held.push(() => this.#tellClose(event));
    else this.#tellClose(event);
  }

  #turn(now: Weather): void {
    const before = this.#storm;
    if (now?.kind === before?.kind) return;
    this.#storm = now;
    if (this.#over) {
      // Dropped: the other side learns of it only now, as from a network that is back.
      if (before?.kind === "dropped") this.#leave();
      return;
    }
    if (before?.kind === "stalled") this.#release();
    if (before?.kind === "half-open" && (this.#closing || !this.#real)) this.#soon(() => this.#fail());
    if (now?.kind === "dropped") this.#fail(true);
    else if (now?.kind === "closed") this.#closeCleanly(now);
  }

  #release(): void {
    for (const act of this.#held.splice(0)) if (!this.#over) act();
  }

  #closeCleanly({ code, reason }: Storm): void {
    if (!this.#opened) {
      this.#fail();
      return;
    }
    this.#tellClose({ code, reason, clean: true });
    this.#real?.close();
  }

  #fail(lingering = false): void {
    if (this.#over) return;
    this.#over = true;
    this.#held = [];
    this.#events.error();
    this.#events.close(ABNORMAL);
    if (!lingering) this.#leave();
  }

  #tellClose(event: CloseEvent): void {
    if (this.#over) return;
    this.#over = true;
    this.#unwatch();
    this.#events.close(event);
  }

  #leave(): void {
    this.#unwatch();
    this.#real?.close();
  }

  /** Never within the call that caused it: sockets tell later. */
  #soon(task: () => void): void {
    this.#after(0, task);
  }
}

/**
 * A socket maker that pretends bad weather for the sockets that it makes. "dropped": they fail at once (1006), and
 * the real ones are closed when the weather ends. "half-open": they stay, and frames vanish both ways. "stalled":
 * frames are held both ways and delivered in order at the end. "closed": they close cleanly. "refusing": only new
 * ones fail. New ones fail in all weathers but "half-open", where they hang until its end and fail then.
 */
export function weathered(
  open: Environment["open"],
  weather: Watched<Weather>,
  after: Environment["after"],
): Environment["open"] {
  return (url: string, protocols: readonly string[], events: SocketEvents): ClientSocket =>
    new WeatheredSocket((inner) => open(url, protocols, inner), weather, after, events);
}
