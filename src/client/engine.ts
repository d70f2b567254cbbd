import { answerTo } from "./answering";
import { isClosable } from "./close-arguments";
import { Connector } from "./connector";
import { Drain } from "./drain";
import { Emitter } from "./emitter";
import type { Environment } from "./environment";
import type { ClientEvent, EventDetails, EventName } from "./events";
import { Handlers } from "./handlers";
import { Heart } from "./heart";
import type { ServerClose, ShouldReconnect } from "./loss";
import { Opening } from "./opening";
import type { ClientOptions, OpenStep } from "./options";
import { Receiver } from "./receiver";
import { Rooms } from "./rooms";
import { Sender } from "./sender";
import { stepped } from "./stepped";
import type { ProtocolSource, UrlSource } from "./target";
import { Watchdog } from "./watchdog";
import { type WireForm, wireForm } from "./wire-form";
import { digits, said } from "./words";

/** The parts of the client, put together: what happens in one of them that concerns the others. */
export class Engine {
  readonly options: ClientOptions;
  readonly form: WireForm;
  readonly emitter: Emitter;
  readonly connector: Connector;
  readonly sender: Sender;
  readonly rooms: Rooms;
  readonly drain: Drain;
  readonly handlers: Handlers;
  readonly receiver = new Receiver();
  shouldReconnect: ShouldReconnect | null = null;
  readonly #environment: Environment;
  readonly #heart: Heart;
  readonly #watchdog: Watchdog;
  #opening: Opening | null = null;
  #refs = 0;

  constructor(url: UrlSource, environment: Environment, options: ClientOptions, protocols: ProtocolSource) {
    this.options = options;
    this.emitter = new Emitter(
      () => environment.now(),
      (event) => event.type === "message" && this.handlers.receive(event.data, event.reply || event.ping),
    );
    const step = (run: () => void): void => this.emitter.step(run);
    const world = stepped(environment, step);
    this.#environment = world;
    const tell = this.tell.bind(this);
    const ref = (): string => String(++this.#refs);
    this.form = wireForm(options.roomDialect, () => environment.now(), ref);
    this.drain = new Drain(world);
    this.handlers = new Handlers((kind, message) => tell("error", { kind, message }));
    this.connector = new Connector(world, options, url, protocols, {
      tell,
      step,
      opened: () => this.#opened(),
      received: (data) => this.#received(data),
      mayReconnect: (event) => this.#mayReconnect(event),
      ended: () => this.#ended(),
      stopped: (why, clean) => this.#stopped(why, clean),
    });
    this.sender = new Sender(options, { tell, link: () => this.connector.link });
    this.rooms = new Rooms(this.form, options.rejoin, {
      tell,
      connected: () => this.connector.link !== null,
      send: (data) => this.sender.send(data),
    });
    const send = (data: string): boolean => this.sender.write(data);
    const { timeout, silence } = options.heartbeat;
    const missed = (): void =>
      this.#missed(timeout, `No reply to the heartbeat within ${digits(timeout)} ms`);
    this.#heart = new Heart(world, options.heartbeat, { tell, send, ref, missed });
    const silent = (): void => this.#missed(silence, `Nothing received for ${digits(silence)} ms`, true);
    this.#watchdog = new Watchdog(world, silence, silent);
  }

  tell<Name extends EventName>(type: Name, details: EventDetails[Name]): void {
    this.emitter.emit({ type, time: this.#environment.now(), ...details } as ClientEvent);
  }

  /** Resolves at the next open, rejects when there will be none. */
  expect(): Promise<void> {
    this.#opening ??= new Opening();
    return this.#opening.promise;
  }

  /** Wants a connection, and runs what leads to it. */
  begin(start: () => void): Promise<void> {
    const promise = this.expect();
    this.emitter.step(() => {
      this.sender.accept();
      start();
    });
    return promise;
  }

  #opened(): void {
    const { openOrder, auth } = this.options;
    const steps: Record<OpenStep, () => void> = {
      auth: () => auth !== null && this.sender.write(auth),
      rejoin: () => this.rooms.rejoin(),
      flush: () => this.sender.flush(),
    };
    // A step that the order leaves out is still due: the order says when, the other options whether.
    for (const step of new Set([...openOrder, "auth", "rejoin", "flush"] as const)) steps[step]();
    this.#heart.start();
    this.#watchdog.start();
    this.#opening?.done();
    this.#opening = null;
  }

  #received(data: string | Uint8Array): void {
    this.#watchdog.hear();
    const rtt = this.#heart.hear(data);
    const answer = answerTo(data, this.options.heartbeat.answers);
    const time = this.#environment.now();
    const flags = { binary: typeof data !== "string", reply: rtt !== null, ping: answer !== null };
    const message = { type: "message", time, data, ...flags } as const;
    this.receiver.receive(message);
    this.emitter.emit(message);
    if (rtt !== null) this.tell("pong", { rtt });
    if (answer !== null && this.sender.write(answer)) this.tell("answered", { data: answer });
  }

  #mayReconnect(event: ServerClose): boolean {
    try {
      return this.shouldReconnect?.(event) !== false;
    } catch (thrown) {
      this.tell("error", { kind: "listener", message: `shouldReconnect threw: ${said(thrown)}` });
      return true;
    }
  }

  #missed(timeout: number, message: string, silent = false): void {
    this.tell("heartbeat-timeout", { timeout, silent });
    const { closeCode } = this.options.heartbeat;
    const code = closeCode !== null && isClosable(closeCode) ? closeCode : null;
    this.connector.fail("heartbeat", message, code, "heartbeat timeout");
  }

  #ended(): void {
    this.#heart.stop();
    this.#watchdog.stop();
    this.drain.abort();
    this.rooms.lost();
  }

  #stopped(why: string, clean: boolean): void {
    this.#opening?.failed(why);
    this.#opening = null;
    this.receiver.end(clean ? null : new Error(why));
  }
}
