import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { assertSendableCode, clipReason } from "./close-frame";
import { encode } from "./payload";
import type { BroadcastOptions, Connection } from "./types";

/** A connection over a `ws` socket. `peers` are the connected ones of the same handler, itself included. */
export class SocketConnection implements Connection {
  readonly id = randomUUID();
  readonly rooms = new Set<string>();
  authData: unknown;
  readonly #socket: WebSocket;
  readonly #peers: ReadonlySet<SocketConnection>;

  constructor(
    socket: WebSocket,
    readonly req: IncomingMessage,
    readonly params: Readonly<Record<string, string>>,
    peers: ReadonlySet<SocketConnection>,
  ) {
    this.#socket = socket;
    this.#peers = peers;
  }

  send(data: unknown): void {
    this.#deliver(encode(data));
  }

  broadcast(data: unknown, { rooms, includeSelf = false }: BroadcastOptions = {}): void {
    if (rooms !== undefined && !Array.isArray(rooms))
      throw new TypeError('"rooms" must be an array of room names');
    const payload = encode(data);
    for (const peer of this.#peers) {
      if (peer === this && !includeSelf) continue;
      if (rooms && !rooms.some((room) => peer.rooms.has(room))) continue;
      peer.#deliver(payload);
    }
  }

  joinRoom(room: string): void {
    if (typeof room !== "string" || room === "")
      throw new TypeError("A room name must be a non-empty string");
    this.rooms.add(room);
  }

  leaveRoom(room: string): void {
    this.rooms.delete(room);
  }

  ping(): void {
    this.#socket.ping();
  }

  pong(): void {
    this.#socket.pong();
  }

  close(code = 1000, reason = ""): void {
    assertSendableCode(code);
    this.#socket.close(code, clipReason(reason));
  }

  #deliver(payload: string | Buffer): void {
    this.#socket.send(payload);
  }
}
