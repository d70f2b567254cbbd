import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type ServerOptions, WebSocketServer } from "ws";
import { SocketConnection } from "./connection";
import { compilePattern } from "./path-pattern";
import { Session } from "./session";
import type { Handler } from "./types";

const DEFAULT_THRESHOLD_BYTES = 1024;
/** How long a peer may take to answer a close frame, in milliseconds, before the closing server cuts it. */
const CLOSE_TIMEOUT = 1000;
const MAX_TIMER = 2 ** 31 - 1;

/** One handler at its path, with its connections. */
interface Endpoint {
  /** Variables of the path, or undefined when the path is not this endpoint's. */
  match(path: string): Record<string, string> | undefined;
  /** The status with which the handler refuses the upgrade, if it does. */
  refuses(req: IncomingMessage): number | undefined;
  accept(req: IncomingMessage, socket: Duplex, head: Buffer, params: Record<string, string>): void;
  /** Closes every connection with 1001 and resolves when the last one is gone. */
  close(): Promise<void>;
}

/** @throws TypeError or RangeError when pattern, heartbeat or compression of the handler make no sense. */
export function createEndpoint(handler: Handler, prefix: string): Endpoint {
  assertHeartbeat(handler);
  const match = compilePattern(handler.pattern);
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: deflateOptions(handler),
  });
  const peers = new Set<SocketConnection>();

  return {
    match: (path) => (path.startsWith(prefix) ? match(path.slice(prefix.length)) : undefined),

    refuses: (req) => handler.refuse?.(req),

    accept(req, socket, head, params) {
      server.handleUpgrade(req, socket, head, (webSocket) => {
        void new Session(
          webSocket,
          new SocketConnection(webSocket, req, params, peers),
          handler,
          peers,
        ).start();
      });
    },

    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const client of server.clients) {
        client.close(1001, "Server is shutting down");
        // A session that still waits for its authenticate holds the socket paused: the answer must get through.
        client.resume();
      }
      const cut = setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, CLOSE_TIMEOUT);
      await closed;
      clearTimeout(cut);
    },
  };
}

function deflateOptions({ compression, pattern }: Handler): ServerOptions["perMessageDeflate"] {
  if (!compression?.enabled) return false;
  const { threshold = DEFAULT_THRESHOLD_BYTES } = compression;
  if (!Number.isInteger(threshold) || threshold < 0) {
    throw new RangeError(`compression.threshold of ${pattern} must be a number of bytes, not ${threshold}`);
  }
  // ws heeds the threshold only when no context is kept between messages, and compresses from it on, not above it.
  return { threshold: threshold + 1, serverNoContextTakeover: true };
}

function assertHeartbeat({ heartbeat, pattern }: Handler): void {
  if (heartbeat === undefined || (heartbeat > 0 && heartbeat <= MAX_TIMER)) return;
  throw new RangeError(`heartbeat of ${pattern} must be 1 to ${MAX_TIMER} milliseconds, not ${heartbeat}`);
}
