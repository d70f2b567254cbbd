import { delayBefore } from "./backoff";
import type { Environment } from "./environment";
import type { ClientState, ErrorKind, PauseReason, Tell } from "./events";
import { Link } from "./link";
import { afterLoss, type Loss, lossBy, type ServerClose } from "./loss";
import type { ClientOptions } from "./options";
import { findTarget, type ProtocolSource, type Target, type UrlSource } from "./target";
import { Timers } from "./timers";
import { digits, said } from "./words";

/** What the connector asks of the rest of the client. */
export interface ConnectorHooks {
  tell: Tell;
  /** Runs one step, with events told in it heard afterwards. */
  step: (run: () => void) => void;
  /** The socket is open: the moment for what is sent first. */
  opened(link: Link): void;
  received(data: string | Uint8Array): void;
  /** The other side closed, or an attempt failed: whether another may follow. May call the connector. */
  mayReconnect(event: ServerClose): boolean;
  /** An open socket is gone. */
  ended(): void;
  /** No attempt follows, until connect or reconnect. */
  stopped(why: string, clean: boolean): void;
}

/** Opens sockets, never two at a time, and decides whether and when the next one follows. */
export class Connector {
  readonly #environment: Environment;
  readonly #options: ClientOptions;
  readonly #url: UrlSource;
  readonly #protocols: ProtocolSource;
  readonly #hooks: ConnectorHooks;
  readonly #timers: Timers<"attempt" | "timeout" | "stable">;
  #unwatch: (() => void) | null = null;
  #state: ClientState = "disconnected";
  #link: Link | null = null;
  #attempt = 0;
  #pause: PauseReason | null = null;
  /** Grows with everything that makes an answer of a URL provider too late. */
  #turn = 0;
  #opened = false;

  constructor(
    environment: Environment,
    options: ClientOptions,
    url: UrlSource,
    protocols: ProtocolSource,
    hooks: ConnectorHooks,
  ) {
    this.#environment = environment;
    this.#options = options;
    this.#url = url;
    this.#protocols = protocols;
    this.#hooks = hooks;
    this.#timers = new Timers(environment);
  }

  get state(): ClientState {
    return this.#state;
  }

  /** The attempt after the last loss that is made or waited for; 0: the first connection, or stable. */
  get attempt(): number {
    return this.#attempt;
  }

  /** The socket, if it is open. */
  get link(): Link | null {
    return this.#link?.open ? this.#link : null;
  }

  get pause(): PauseReason | null {
    return this.#pause;
  }

  /** Whether it is connected or will try to be. */
  get wanted(): boolean {
    return this.#unwatch !== null;
  }

  /** Counts from 0 and opens at once, or when online again. */
  start(): void {
    this.#watch();
    this.#attempt = 0;
    if (this.#options.offlineAware && !this.#environment.online.value) this.#wait("offline");
    else this.#try();
  }

  /** Ends the socket and starts anew. */
  restart(): void {
    this.#drop("", undefined);
    this.start();
  }

  /** Final: no timer, no watcher and no socket is left. */
  stop(code: number | undefined, reason: string): void {
    if (!this.wanted) return;
    this.#drop(reason, code);
    this.#opened = false;
    this.#rest("closed by disconnect()", true);
  }

  /** Gives up a socket that is open by the look of it only, and goes on as after a loss. */
  fail(kind: ErrorKind, message: string, code: number | null, reason: string): void {
    this.#hooks.tell("error", { kind, message });
    this.#drop(reason, code ?? undefined, false);
    this.#lost({ why: message, code: null });
  }

  #become(state: ClientState): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    this.#hooks.tell("state", { state, previous });
  }

  #watch(): void {
    if (this.#unwatch) return;
    const { online, visible } = this.#environment;
    const look = (): void => this.#look();
    const stops = [online.watch(look), visible.watch(look)];
    this.#unwatch = () => {
      for (const stop of stops) stop();
    };
  }

  #try(): void {
    this.#pause = null;
    const turn = ++this.#turn;
    this.#become("connecting");
    const { connectionTimeout } = this.#options;
    if (connectionTimeout > 0) this.#timers.set("timeout", connectionTimeout, () => this.#late());
    const inTurn = (run: () => void): void => {
      if (turn === this.#turn) this.#hooks.step(run);
    };
    findTarget(
      this.#url,
      this.#protocols,
      (target) => inTurn(() => this.#open(target)),
      (message) => inTurn(() => this.#refused("url", message)),
    );
  }

  #open(target: Target): void {
    try {
      this.#link = new Link(this.#environment, target, {
        open: () => this.#connected(),
        message: (data) => this.#hooks.received(data),
        error: (error) => {
          const message = error?.message || "The connection failed";
          this.#hooks.tell("error", { kind: "connection", message });
        },
        close: (event) => this.#closed(event),
      });
    } catch (thrown) {
      this.#refused("connection", said(thrown));
    }
  }

  #refused(kind: ErrorKind, message: string): void {
    this.#hooks.tell("error", { kind, message });
    this.#drop("", undefined, false);
    this.#lost({ why: message, code: null });
  }

  #late(): void {
    const message = `Connection timeout after ${digits(this.#options.connectionTimeout)} ms`;
    this.#refused("timeout", message);
  }

  #connected(): void {
    const link = this.#link;
    if (!link) return;
    this.#timers.clear("timeout");
    const reconnected = this.#opened;
    this.#opened = true;
    this.#become("connected");
    this.#hooks.tell("open", { url: link.url, protocol: link.protocol, extensions: link.extensions });
    this.#hooks.opened(link);
    this.#hooks.tell("connected", { reconnected });
    const { stableFor } = this.#options;
    if (stableFor <= 0) this.#attempt = 0;
    else if (this.#attempt > 0) this.#timers.set("stable", stableFor, () => this.#settle(stableFor));
  }

  #settle(after: number): void {
    this.#attempt = 0;
    this.#hooks.tell("stable", { after });
  }

  #closed(event: ServerClose): void {
    const wasOpen = this.#state === "connected";
    this.#link = null;
    this.#hooks.tell("close", { ...event, by: "server" });
    this.#after(wasOpen);
    const turn = this.#turn;
    const refused = !this.#hooks.mayReconnect(event);
    // Whoever was asked may have disconnected or reconnected already.
    if (turn === this.#turn) this.#lost(lossBy(event, wasOpen, refused));
  }

  /** Lets go of socket, timers and late answers, and says so once where there was a socket. */
  #drop(reason: string, code: number | undefined, clean = true): void {
    this.#turn++;
    const link = this.#link;
    const wasOpen = link?.open ?? false;
    this.#link = null;
    if (link) {
      link.letGo(code, reason === "" || code === undefined ? undefined : reason);
      // What a browser says: 1006 before it was open, 1005 where no code was sent.
      const details = wasOpen
        ? { code: code ?? 1005, reason, clean }
        : { code: 1006, reason: "", clean: false };
      this.#hooks.tell("close", { ...details, by: "client" });
    }
    this.#after(wasOpen);
  }

  #after(wasOpen: boolean): void {
    this.#timers.clearAll();
    if (wasOpen) this.#hooks.ended();
  }

  /** `closed`: by this client, because the page went offline. */
  #lost(loss: Loss, closed = false): void {
    if (this.#state === "connecting" && this.#attempt > 0) {
      this.#hooks.tell("reconnect-error", { attempt: this.#attempt, message: loss.why });
    }
    const verdict = afterLoss(loss, this.#attempt, this.#options);
    if (!verdict.again) {
      if (verdict.exhausted) this.#hooks.tell("max-attempts", { attempts: this.#attempt });
      this.#rest(verdict.why, verdict.clean);
      return;
    }
    this.#attempt++;
    const blocked = this.#blocked();
    if (blocked) this.#wait(blocked, closed);
    else this.#schedule(loss.why);
  }

  #schedule(why: string): void {
    const delay = delayBefore(this.#attempt, this.#options, () => this.#environment.random());
    this.#become("reconnecting");
    this.#hooks.tell("reconnecting", { attempt: this.#attempt, delay: delay.chosen, why, ...delay });
    this.#timers.set("attempt", delay.chosen, () => this.#try());
  }

  #blocked(): PauseReason | null {
    const { offlineAware, visibilityAware } = this.#options;
    if (offlineAware && !this.#environment.online.value) return "offline";
    return visibilityAware && !this.#environment.visible.value ? "hidden" : null;
  }

  #wait(why: PauseReason, closed = false): void {
    this.#timers.clearAll();
    this.#pause = why;
    this.#become("reconnecting");
    this.#hooks.tell("paused", { why, closed });
  }

  /** Online or visible changed. */
  #look(): void {
    const blocked = this.#blocked();
    if (this.#pause !== null) {
      if (blocked === null) this.#resume(this.#pause);
      else if (blocked !== this.#pause) this.#wait(blocked);
    } else if (blocked === "offline") this.#goOffline();
    else if (blocked === "hidden" && this.#state === "reconnecting") this.#wait("hidden");
  }

  #goOffline(): void {
    const closed = this.#link !== null;
    const wasOpen = this.#link?.open ?? false;
    this.#drop("", undefined, false);
    if (wasOpen) this.#lost({ why: "the page went offline", code: null }, closed);
    else this.#wait("offline", closed);
  }

  #resume(paused: PauseReason): void {
    const why = paused === "offline" ? "online" : "visible";
    this.#hooks.tell("resumed", { why });
    if (this.#attempt > 0) {
      const none = { floor: 0, ceiling: 0, chosen: 0, formula: `at once, as the page is ${why} again` };
      this.#hooks.tell("reconnecting", { attempt: this.#attempt, delay: 0, why: `${why} again`, ...none });
    }
    this.#try();
  }

  #rest(why: string, clean: boolean): void {
    this.#unwatch?.();
    this.#unwatch = null;
    this.#pause = null;
    this.#become("disconnected");
    this.#hooks.tell("gave-up", { why, clean });
    this.#hooks.stopped(why, clean);
  }
}
