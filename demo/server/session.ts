import { WebSocket } from "ws";
import type { SocketConnection } from "./connection";
import { startHeartbeat } from "./heartbeat";
import { decode } from "./payload";
import type { Handler } from "./types";

/** Leads one upgraded socket through its life: authenticate, onConnect, messages, onClose. */
export class Session {
  readonly #socket: WebSocket;
  readonly #conn: SocketConnection;
  readonly #handler: Handler;
  readonly #peers: Set<SocketConnection>;

  constructor(socket: WebSocket, conn: SocketConnection, handler: Handler, peers: Set<SocketConnection>) {
    this.#socket = socket;
    this.#conn = conn;
    this.#handler = handler;
    this.#peers = peers;
  }

  /** Never rejects. Resolves when the connection is refused, or connected and receiving. */
  async start(): Promise<void> {
    this.#socket.on("error", (error) => void this.#report(error));
    // A paused socket keeps early frames in order and, unlike a queue, holds back a client that sends too much.
    this.#socket.pause();
    const admitted = await this.#attempt(() => this.#authenticate());
    if (admitted && this.#socket.readyState !== WebSocket.CLOSED) await this.#connect();
    this.#socket.resume();
  }

  async #authenticate(): Promise<void> {
    if (!this.#handler.authenticate) return;
    const result = await this.#handler.authenticate(this.#conn.req);
    if (result?.success === true) {
      this.#conn.authData = result.data;
    } else if (result?.success === false) {
      this.#conn.close(result.code ?? 1008, result.reason);
    } else {
      throw new TypeError(
        `authenticate of ${this.#handler.pattern} must return {success: true, data} or {success: false, code, reason}`,
      );
    }
  }

  async #connect(): Promise<void> {
    this.#peers.add(this.#conn);
    const connected = this.#attempt(() => this.#handler.onConnect?.(this.#conn));
    this.#socket.on("message", (data, binary) => this.#receive(data as Buffer, binary));
    this.#socket.once("close", async (code, reason) => {
      this.#peers.delete(this.#conn);
      await connected;
      await this.#attempt(() => this.#handler.onClose?.(this.#conn, code, reason.toString()));
    });
    const { heartbeat } = this.#handler;
    if ((await connected) && heartbeat !== undefined) startHeartbeat(this.#socket, heartbeat);
  }

  #receive(bytes: Buffer, binary: boolean): void {
    // Frames that were on their way when this side closed are nobody's any more.
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    void this.#attempt(() => this.#handler.onMessage?.(this.#conn, decode(bytes, binary)));
  }

  /** True when the step succeeded and left the connection open. */
  async #attempt(step: () => unknown): Promise<boolean> {
    try {
      await step();
    } catch (error) {
      void this.#report(error instanceof Error ? error : new Error(String(error)));
      this.#conn.close(1011, "Internal error");
    }
    return this.#socket.readyState === WebSocket.OPEN;
  }

  async #report(error: Error): Promise<void> {
    const { pattern } = this.#handler;
    try {
      if (!this.#handler.onError) console.error(`${pattern}:`, error);
      else await this.#handler.onError(this.#conn, error);
    } catch (again) {
      console.error(`${pattern}: onError failed:`, again);
    }
  }
}
