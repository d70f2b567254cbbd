import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { ReconnectingClient } from "../../../client/client";
import type { Environment } from "../../../client/environment";
import type { ClientEvent, ClientState } from "../../../client/events";
import { weathered } from "../../../client/weather";
import { explainRefusal } from "../../../model/refusal";
import type { Socket } from "../../../model/socket";
import type { Scheduler } from "../scheduler";
import { ClientLog } from "./client-log";
import type { PretendedConditions } from "./conditions";
import { namesIn } from "./form-problem";
import { ReplayForm } from "./replay-form";
import type { Told } from "./replaying";
import { RoomStays } from "./room-stays";
import { watched } from "./watched";
import type { ReplayWorld } from "./world";

type Open = Environment["open"];

const NO_CONNECTION = "Not sent: no connection came about";

/** What the client is made of. */
interface Parts {
  readonly scheduler: Pick<Scheduler, "after" | "now">;
  readonly conditions: PretendedConditions;
  /** The address of the tab's page, which URLs are relative to. */
  pageUrl(): string | undefined;
  readonly fromPage: Open;
  readonly fromExtension: Open;
  readonly setHeaders: ReplayWorld["setHeaders"];
  readonly askServer: ReplayWorld["askServer"];
  /** Says what became of a frame that had to wait for the connection. */
  told(told: Told): void;
}

/** The form, and the client that is made of it. What it holds is plain data: `version` moves with all that happens. */
export class ReplayClient extends ReplayForm {
  readonly log = new ClientLog();
  readonly rooms = new RoomStays();
  /** Moves with everything that happens. */
  readonly version = signal(0);
  #state: Signal<ClientState> = signal("disconnected");
  #client: ReconnectingClient | null = null;
  /** Where it is connected to, or was last; the form may say something else by now. */
  #target = "";
  #opener: "page" | "extension" = "page";
  /** To be sent once, when it is connected. */
  #pending: (string | Uint8Array)[] = [];
  #leave: () => void = () => {};
  #unreached = false;
  /** Whether a rule for headers is in force. */
  #headed = false;
  #own = new WeakSet<Socket>();
  #socket: Socket | null = null;

  constructor(private readonly parts: Parts) {
    super(() => parts.pageUrl());
  }

  get state(): ReadonlySignal<ClientState> {
    return this.#state;
  }

  /** What is connected, or was last: buffer, the last message; null before the first Connect. */
  get client(): ReconnectingClient | null {
    return this.#client;
  }

  get target(): string {
    return this.#target;
  }

  /** In whose name that was opened. */
  get opener(): "page" | "extension" {
    return this.#opener;
  }

  /** The socket of its newest connection, among those of the capture; null before the first. */
  get socket(): Socket | null {
    return this.#socket;
  }

  /** Whether it had this socket opened: there may be other panels, with clients of theirs. */
  isOwn(socket: Socket): boolean {
    return this.#own.has(socket);
  }

  /** This socket of the capture was opened for it. */
  own(socket: Socket): void {
    this.#own.add(socket);
    this.#socket = socket;
  }

  /** Whether headers can be set here at all. */
  get headersPossible(): boolean {
    return this.parts.setHeaders !== undefined;
  }

  /** Ms since 1970, by the clock of the log. */
  now(): number {
    return this.parts.scheduler.now();
  }

  connect(): void {
    this.lookAtPage();
    if (this.problem.peek() !== "" || this.#state.peek() !== "disconnected") return;
    this.#leave();
    const before = { rooms: this.rooms.list, target: this.#target };
    const client = this.#make();
    this.#client = client;
    this.rooms.clear();
    // Rooms that come back by themselves outlive disconnect() (requirements W25); those of another server do not.
    if (this.options.peek().rejoin && before.target === this.#target) {
      for (const { room } of before.rooms) client.join(room);
    }
    // What becomes of it is told in the log.
    client.connect().catch(() => {});
  }

  /** Does not wait for the next attempt. */
  reconnect(): void {
    if (this.#state.peek() === "disconnected") return;
    this.log.attempts.interrupt();
    this.#client?.reconnect();
  }

  /** @throws RangeError where the code is none that pages may close with */
  disconnect(code?: number, reason?: string): void {
    this.#client?.disconnect(code, reason);
    this.#pending = [];
  }

  /** Sends on the connection there is; says what became of it. */
  send(content: string | Uint8Array): Told {
    const client = this.#client;
    if (!client || this.#state.peek() === "disconnected")
      return { text: "The replay client is not connected: press Connect first", failed: true };
    try {
      const done = client.send(content);
      this.#moved();
      if (done === "sent") return { text: "Sent by the replay client", failed: false };
      if (done === "buffered") return { text: "Not connected: kept until it is", failed: false, kept: true };
      return { text: "Dropped: the client's log says why", failed: true };
    } catch (error) {
      return { text: `Not sent: ${(error as Error).message}`, failed: true };
    }
  }

  /** Sends on a connection like that of a captured socket, which is opened first if there is none. */
  sendLike(content: string | Uint8Array, like: Socket | null): Told {
    if (like && this.#state.peek() === "disconnected") {
      const why = this.#strangeHeaders(like.url);
      if (why !== "") return { text: why, failed: true };
      this.url.value = like.url;
      this.protocols.value = like.asked.join(", ");
    } else if (like && this.#target !== like.url) {
      return {
        text: "The replay client is connected to another address: press Disconnect in Replay first",
        failed: true,
      };
    }
    if (this.#state.peek() === "connected") return this.send(content);
    this.lookAtPage();
    const problem = this.#state.peek() === "disconnected" ? this.problem.peek() : "";
    if (problem !== "") return { text: problem, failed: true };
    if (this.#state.peek() === "disconnected") this.connect();
    if (this.#state.peek() === "disconnected") return { text: NO_CONNECTION, failed: true };
    this.#pending.push(content);
    return { text: "Connecting: it is sent as soon as the replay client is connected", failed: false };
  }

  /** Whether it reached nobody lately, and the server can be asked why. */
  get askable(): boolean {
    return this.#unreached && this.parts.askServer !== undefined;
  }

  /** Asks the server by an ordinary request, because of a failed handshake a browser does not tell why. */
  async ask(): Promise<void> {
    this.#unreached = false;
    this.#moved();
    const answer = await this.parts.askServer?.(this.#target);
    if (!answer) return;
    const { what, advice } = explainRefusal(answer);
    this.log.add({ type: "error", time: this.now(), kind: "connection", message: `${what}. ${advice}` });
    this.#moved();
  }

  join(room: string): void {
    this.#rooming((client) => client.join(room));
  }

  leave(room: string): void {
    this.#rooming((client) => client.leave(room));
  }

  #rooming(act: (client: ReconnectingClient) => void): void {
    if (!this.#client) return;
    try {
      act(this.#client);
    } catch (error) {
      this.log.add({ type: "error", time: this.now(), kind: "send", message: (error as Error).message });
    }
    this.#moved();
  }

  /** Why the headers of the form would go where they were not meant for; empty where they would not. */
  #strangeHeaders(url: string): string {
    const meant = this.address.peek();
    if (this.from.peek() === "page" || !this.headers.peek().some(({ name }) => name !== "")) return "";
    if (!URL.canParse(meant) || !URL.canParse(url) || new URL(meant).host === new URL(url).host) return "";
    return `The headers in Replay are for ${new URL(meant).host}: remove them there, or choose Page, first`;
  }

  #make(): ReconnectingClient {
    const { conditions } = this.parts;
    const after = (ms: number, task: () => void) => this.#after(ms, task);
    const { forClient, onPage } = conditions;
    const online = watched(computed(() => !forClient.value.offline?.told));
    const visible = watched(computed(() => !forClient.value.hidden));
    this.#opener = this.from.peek();
    const fromPage = this.#opener === "page";
    // What the page is made to believe, its sockets are anyway.
    const weather = watched(computed(() => (fromPage && onPage.value ? null : forClient.value.offline)));
    const open = weathered(fromPage ? this.parts.fromPage : this.parts.fromExtension, weather, after);
    this.#target = this.address.peek();
    const environment = { now: () => this.now(), random: Math.random, after, open, online, visible };
    const protocols = namesIn(this.protocols.peek());
    const client = new ReconnectingClient(this.#source(), environment, this.options.peek(), protocols);
    this.#leave = client.on("event", (event) => this.#hear(event));
    return client;
  }

  /** The address, which is ready when the rule that sets its headers is. */
  #source(): string | (() => Promise<string>) {
    const target = this.#target;
    const headers = this.#opener === "extension" ? this.headers.peek().filter(({ name }) => name) : [];
    if (headers.length === 0) return target;
    return async () => {
      this.#headed = true;
      await this.parts.setHeaders?.(target, headers);
      return target;
    };
  }

  #after(ms: number, task: () => void): () => void {
    let cancelled = false;
    this.parts.scheduler.after(ms, () => {
      if (!cancelled) task();
    });
    return () => {
      cancelled = true;
    };
  }

  #hear(event: ClientEvent): void {
    if (event.type === "open") this.#unreached = false;
    else if (event.type === "error" && event.kind === "connection") this.#unreached = true;
    this.rooms.hear(event);
    this.log.add(event);
    this.#moved();
  }

  #moved(): void {
    const state = this.#client?.state ?? "disconnected";
    this.#state.value = state;
    this.version.value = this.version.peek() + 1;
    // The next attempt asks for it anew.
    if (state !== "connecting" && this.#headed) {
      this.#headed = false;
      this.parts.setHeaders?.("", null).catch(() => {});
    }
    if (state === "disconnected") {
      if (this.#pending.length > 0) this.parts.told({ text: NO_CONNECTION, failed: true });
      this.#pending = [];
    } else if (state === "connected") {
      for (const content of this.#pending.splice(0)) this.parts.told(this.send(content));
    }
  }
}
