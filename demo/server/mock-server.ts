import { createServer, type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { createEndpoint } from "./endpoint";
import { listen } from "./listen";
import { answer, serveFile } from "./static-files";
import type { MockServer, MockServerOptions } from "./types";

/**
 * A WebSocket server on 127.0.0.1 made of handlers, and optionally of static files.
 * @throws TypeError or RangeError when a handler or the prefix makes no sense.
 */
export function createMockServer({
  endpointPrefix = "",
  wsHandlers,
  staticRoot,
}: MockServerOptions): MockServer {
  const prefix = cleanPrefix(endpointPrefix);
  const endpoints = wsHandlers.map((handler) => createEndpoint(handler, prefix));
  const http = createServer();
  let closed: Promise<void> | undefined;

  http.on("request", (req, res) => {
    const path = pathOf(req);
    if (endpoints.some((endpoint) => endpoint.match(path))) return answer(res, 426, { upgrade: "websocket" });
    if (staticRoot === undefined) return answer(res, 404);
    serveFile(staticRoot, path, req, res).catch((error) => res.destroy(error));
  });

  http.on("upgrade", (req, socket, head) => {
    if (closed) return refuse(socket, 503);
    for (const endpoint of endpoints) {
      const params = endpoint.match(pathOf(req));
      if (!params) continue;
      const status = endpoint.refuses(req);
      return status === undefined ? endpoint.accept(req, socket, head, params) : refuse(socket, status);
    }
    refuse(socket, 404);
  });

  async function shutDown(): Promise<void> {
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    await Promise.all(endpoints.map((endpoint) => endpoint.close()));
    http.closeAllConnections();
    await stopped;
  }

  return {
    async listen(port = 0) {
      if (closed) throw new Error("The server was closed; create a new one");
      return listen(http, port);
    },
    close() {
      closed ??= shutDown();
      return closed;
    },
  };
}

function cleanPrefix(prefix: string): string {
  const trimmed = prefix.replace(/\/+$/, "");
  if (trimmed === "" || trimmed.startsWith("/")) return trimmed;
  throw new TypeError(`endpointPrefix "${prefix}" must start with "/"`);
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "/").replace(/[?#].*$/s, "");
}

function refuse(socket: Duplex, status: number): void {
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
