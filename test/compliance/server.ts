import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type RawData, type WebSocket, WebSocketServer } from "ws";

/** What the server saw of one socket. */
interface Diary {
  subprotocols: string;
  received: string[];
  close?: [code: number, reason: string];
}

/**
 * Serves one page, and sockets that echo, or do what a text that begins with "!" tells them. Bare and tapped pages
 * share it, so that addresses are equal.
 */
export class ComplianceServer {
  readonly #diaries = new Map<string, { diary: Diary; over: Promise<void> }>();
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({
    server: this.#http,
    perMessageDeflate: true,
    handleProtocols: last,
  });

  constructor(private readonly page: string) {
    this.#sockets.on("connection", (socket, request) => this.#serve(socket, request));
  }

  /** Answers with the page's address. */
  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#http.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise((closed) => this.#http.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(request);
    if (url.pathname === "/diary") {
      const kept = this.#diaries.get(url.searchParams.get("ticket") ?? "");
      await kept?.over;
      response.end(JSON.stringify(kept?.diary ?? null));
      return;
    }
    const headers: Record<string, string> = { "content-type": "text/html; charset=utf-8" };
    const policy = url.searchParams.get("policy");
    if (policy) headers["content-security-policy"] = policy;
    response.writeHead(200, headers);
    response.end(url.pathname === "/" ? this.page : "<!doctype html><body>");
  }

  #serve(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = urlOf(request);
    const diary: Diary = { subprotocols: String(request.headers["sec-websocket-protocol"]), received: [] };
    const over = new Promise<void>((closed) => {
      socket.on("close", (code, reason) => {
        diary.close = [code, reason.toString()];
        closed();
      });
    });
    const ticket = searchParams.get("ticket");
    if (ticket) this.#diaries.set(ticket, { diary, over });
    socket.on("message", (data, binary) => {
      diary.received.push(told(data, binary));
      if (!binary && String(data).startsWith("!")) obey(socket, String(data).slice(1).split(" "));
      else socket.send(data, { binary });
    });
    socket.on("error", () => {});
    const hello = searchParams.get("hello");
    if (hello) socket.send(hello);
  }
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", "http://here");
}

function last(asked: Set<string>): string | false {
  return [...asked].at(-1) ?? false;
}

function told(data: RawData, binary: boolean): string {
  const bytes = data as Buffer;
  if (bytes.length > 100) return `${binary ? "bytes" : "text"} of ${bytes.length}`;
  return binary ? `bytes ${bytes.toString("hex")}` : `text ${bytes}`;
}

function obey(socket: WebSocket, [order, ...rest]: string[]): void {
  if (order === "close") socket.close(Number(rest[0]), rest.slice(1).join(" "));
  else if (order === "cut") (socket as unknown as { _socket: Socket })._socket.destroy();
  else if (order === "burst") for (let i = 0; i < Number(rest[0]); i++) socket.send(String(i));
  else if (order === "mix")
    for (const frame of ["a", Buffer.from([1, 2]), "b", Buffer.alloc(0), ""]) socket.send(frame);
}
