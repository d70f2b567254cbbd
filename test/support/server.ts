import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { behaviours } from "./behaviour";
import { Connection, urlOf } from "./connection";

interface ServedPage {
  html: string;
  headers: Record<string, string>;
}

/** Serves the pages a test registers, and sockets whose path says how they behave (behaviour.ts). */
export class TestServer {
  /** Every socket so far, the oldest first. */
  readonly connections: Connection[] = [];
  readonly #pages = new Map<string, ServedPage>();
  #http = this.#listening();
  readonly #sockets = new WebSocketServer({ noServer: true });

  static async start(): Promise<TestServer> {
    const server = new TestServer();
    await server.#listen(0);
    return server;
  }

  /** Is gone, every line cut, until what it returns is called; then it listens at the same address. */
  async stop(): Promise<() => Promise<void>> {
    const { port } = this.#http.address() as AddressInfo;
    await this.close();
    this.#http = this.#listening();
    return () => this.#listen(port);
  }

  /** Registers a page and returns its address. */
  page(path: string, html: string, headers: Record<string, string> = {}): string {
    this.#pages.set(path, { html, headers });
    return `http://${this.#host}${path}`;
  }

  /** The address of a socket, such as ws("/push?count=3"). */
  ws(path: string): string {
    return `ws://${this.#host}${path}`;
  }

  /** Sends frames to every open socket whose path, with or without its query, is `path`. */
  push(path: string, ...frames: (string | Uint8Array)[]): void {
    this.pushAll(path, frames);
  }

  /** The same for more frames than a call takes arguments. */
  pushAll(path: string, frames: readonly (string | Uint8Array)[]): void {
    const open = this.connections.filter(({ open, url }) => {
      return open && (url.pathname === path || url.pathname + url.search === path);
    });
    if (open.length === 0) throw new Error(`Nobody is connected to ${path}.`);
    for (const connection of open) connection.push(frames);
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.cut();
    this.#http.closeAllConnections();
    await new Promise((closed) => this.#http.close(closed));
  }

  #listening() {
    const http = createServer((request, response) => this.#answer(request, response));
    return http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  #listen(port: number): Promise<void> {
    return new Promise((listening) => this.#http.listen(port, "127.0.0.1", listening));
  }

  get #host(): string {
    return `127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Event streams so far; a test writes to them and ends them. */
  readonly streams: ServerResponse[] = [];

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.accept === "text/event-stream") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.flushHeaders();
      this.streams.push(response);
      return;
    }
    const page = this.#pages.get(urlOf(request).pathname);
    if (page) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers });
      response.end(`<!doctype html>${page.html}`);
    } else {
      response.writeHead(404).end();
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const behave = behaviours[urlOf(request).pathname];
    if (!behave) {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, request);
      this.connections.push(connection);
      behave(connection);
    });
  }
}
