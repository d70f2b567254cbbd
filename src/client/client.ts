import { closeArguments } from "./close-arguments";
import type { MessageType } from "./define";
import { Engine } from "./engine";
import type { Environment } from "./environment";
import type { ClientState, EventOf, PauseReason, Received } from "./events";
import { Listening } from "./listening";
import type { ShouldReconnect } from "./loss";
import type { ClientOptions, WhenClosed } from "./options";
import type { Sent } from "./sender";
import { check } from "./standard-schema";
import { drainInto, pump } from "./streams";
import type { ProtocolSource, UrlSource } from "./target";

/** How a single message is sent, where it differs from the options. */
export interface SendHow {
  whenClosed?: WhenClosed;
}

const READY_STATES = { connecting: 0, connected: 1, reconnecting: 3, disconnected: 3 } as const;

/** Opens a socket and keeps it open, as its options say, and tells every decision with its reason. */
export class ReconnectingClient extends Listening implements AsyncIterable<Received> {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly #engine: Engine;

  /** A URL or protocols given as a function are asked for anew at every attempt. */
  constructor(
    url: UrlSource,
    environment: Environment,
    options: ClientOptions,
    protocols: ProtocolSource = null,
  ) {
    const engine = new Engine(url, environment, options, protocols);
    super(engine);
    this.#engine = engine;
  }

  get state(): ClientState {
    return this.#engine.connector.state;
  }

  /** As of a WebSocket; 2 does not occur, as the client never waits for the other side to close. */
  get readyState(): 0 | 1 | 2 | 3 {
    return READY_STATES[this.state];
  }

  /** The attempt after the last loss; 0: the first connection, or a stable one. */
  get attempt(): number {
    return this.#engine.connector.attempt;
  }

  /** Why no attempts are made at present, if so. */
  get paused(): PauseReason | null {
    return this.#engine.connector.pause;
  }

  /** Empty while nothing is open, as are protocol and extensions. */
  get url(): string {
    return this.#engine.connector.link?.url ?? "";
  }

  get protocol(): string {
    return this.#engine.connector.link?.protocol ?? "";
  }

  get extensions(): string {
    return this.#engine.connector.link?.extensions ?? "";
  }

  /** Bytes that are not on the way yet: in the socket and in the buffer of this client. */
  get bufferedAmount(): number {
    return (this.#engine.connector.link?.bufferedAmount ?? 0) + this.#engine.sender.bytes;
  }

  get buffered(): readonly (string | Uint8Array)[] {
    return this.#engine.sender.waiting;
  }

  /** Asked once for each close that is not this client's own, before the listeners of the close hear of it. */
  get shouldReconnect(): ShouldReconnect | null {
    return this.#engine.shouldReconnect;
  }

  set shouldReconnect(decide: ShouldReconnect | null) {
    this.#engine.shouldReconnect = decide;
  }

  get rooms(): ReadonlySet<string> {
    return this.#engine.rooms.all;
  }

  /** The newest message; null before the first. */
  get lastMessage(): EventOf<"message"> | null {
    return this.#engine.receiver.last;
  }

  /** Resolves at open; rejects when the client gives up or is disconnected before. Once wanted, it does nothing more. */
  connect(): Promise<void> {
    if (this.state === "connected") return Promise.resolve();
    if (this.#engine.connector.wanted) return this.#engine.expect();
    return this.#engine.begin(() => this.#engine.connector.start());
  }

  /** At once, and counting from 0; ends the socket that is open. */
  reconnect(): void {
    this.#engine.begin(() => this.#engine.connector.restart());
  }

  /**
   * Final until `connect` or `reconnect`. Throws a RangeError at a code that pages may not close with (1000 and
   * 3000-4999 they may); a reason is cut to 123 bytes.
   */
  disconnect(code?: number, reason?: string): void {
    const closing = closeArguments(code, reason);
    this.#engine.emitter.step(() => {
      this.#engine.connector.stop(closing.code, closing.reason);
      this.#engine.sender.refuse();
      this.#engine.rooms.lost();
    });
  }

  /** Throws “Not connected” where the options, or `how`, want it. A payload that its schema refuses is dropped. */
  send(data: string | Uint8Array, how?: SendHow): Sent;
  send<Payload>(message: MessageType<Payload>, payload: Payload, how?: SendHow): Sent;
  send(what: string | Uint8Array | MessageType<unknown>, second?: unknown, third?: SendHow): Sent {
    return this.#engine.emitter.step(() => {
      if (typeof what === "string" || what instanceof Uint8Array) return this.#send(what, second as SendHow);
      return this.#sendTyped(what, second, third);
    });
  }

  /** Whether it went out; otherwise it is dropped, whatever the options say (requirements P18). */
  trySend(data: string | Uint8Array): boolean {
    return this.send(data, { whenClosed: "drop" }) === "sent";
  }

  sendJSON(value: unknown, how?: SendHow): Sent {
    return this.send(JSON.stringify(value), how);
  }

  /** In the words of the room dialect. */
  message(type: string, payload?: unknown, room?: string, how?: SendHow): Sent {
    return this.sendJSON(this.#engine.form.message(type, payload, room), how);
  }

  /** Sends, then waits until no more than `highWaterMark` bytes wait in the socket; rejects when it ends before. */
  async sendAndDrain(data: string | Uint8Array, how?: SendHow): Promise<Sent> {
    const sent = this.send(data, how);
    const { link } = this.#engine.connector;
    if (sent === "sent" && link) await this.#engine.drain.below(this.#engine.options.highWaterMark, link);
    return sent;
  }

  join(room: string): void {
    this.#engine.emitter.step(() => this.#engine.rooms.join(room));
  }

  leave(room: string): void {
    this.#engine.emitter.step(() => this.#engine.rooms.leave(room));
  }

  /** Forgets all rooms and sends nothing. */
  clearRooms(): void {
    this.#engine.emitter.step(() => this.#engine.rooms.clear());
  }

  /** Messages from now on; connects. Ends at disconnect() or a clean end, rejects when the client gives up otherwise. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Received, undefined> {
    const messages = this.#engine.receiver.read();
    this.connect();
    return messages;
  }

  /** Sends each chunk and waits for the socket to drain; rejects with the stream's error or a lost connection. */
  pipeFrom(readable: ReadableStream<string | Uint8Array>): Promise<void> {
    return pump(readable, (chunk) => this.sendAndDrain(chunk));
  }

  /** Writes each message; closes the stream when the messages end. */
  pipeTo(writable: WritableStream<string | Uint8Array>): Promise<void> {
    return drainInto(this, writable);
  }

  #send(data: string | Uint8Array, how?: SendHow): Sent {
    return this.#engine.sender.send(data, how?.whenClosed);
  }

  #sendTyped(message: MessageType<unknown>, payload: unknown, how?: SendHow): Sent {
    const data = JSON.stringify(this.#engine.form.message(message.name, payload));
    const checked = message.schema ? check(message.schema, payload) : { valid: true as const };
    if (checked.valid) return this.#send(data, how);
    this.#engine.tell("error", {
      kind: "validation",
      message: `“${message.name}” not sent: ${checked.message}`,
    });
    return this.#engine.sender.drop([data], "its schema refuses the payload");
  }
}
