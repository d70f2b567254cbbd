import type { IncomingMessage } from "node:http";

/** A refusal or an admission, as `authenticate` answers it. */
export type AuthResult =
  | { success: true; data?: unknown }
  | {
      success: false;
      /** Close code the page will see: 4000-4999 for the application's own. Default 1008, policy violation. */
      code?: number;
      reason?: string;
    };

export interface BroadcastOptions {
  /** Only members of at least one of these rooms; without it, every connection of the same handler. */
  rooms?: readonly string[];
  /** Whether the sender gets a copy too, if it is addressed at all. Default false. */
  includeSelf?: boolean;
}

/** One accepted socket, as the callbacks of its handler see it. */
export interface Connection {
  /** Unique for the life of the process. */
  readonly id: string;
  /** The rooms this connection is in; they stay readable in `onClose`. */
  readonly rooms: Set<string>;
  /** `data` of a successful `authenticate`, else undefined. */
  readonly authData: unknown;
  /** The upgrade request: URL, headers, remote address. */
  readonly req: IncomingMessage;
  /** Values of the variables in the handler's pattern, URL-decoded. */
  readonly params: Readonly<Record<string, string>>;
  /**
   * Strings go out as text and bytes (Buffer, typed array, ArrayBuffer) as binary, both as they are;
   * anything else goes out as JSON text. A connection that is no longer open drops it silently.
   * @throws TypeError when the value has no JSON form (undefined, a function, a cycle, a bigint).
   */
  send(data: unknown): void;
  /**
   * Sends to the open connections of the same handler, to each at most once. Takes the same data as `send`.
   * @throws TypeError as `send` does, before anything is sent, and when `rooms` is not an array.
   */
  broadcast(data: unknown, options?: BroadcastOptions): void;
  /** @throws TypeError when the name is not a non-empty string. */
  joinRoom(room: string): void;
  /** Leaving a room it is not in does nothing. */
  leaveRoom(room: string): void;
  /** Sends a protocol ping (RFC 6455 5.5.2), which page script cannot see. */
  ping(): void;
  /** Sends an unsolicited protocol pong; pings are answered without it. */
  pong(): void;
  /**
   * Starts the closing handshake; a connection that is already closing stays as it is.
   * @param code 1000-1003, 1007-1014 or 3000-4999. Default 1000.
   * @param reason cut to 123 UTF-8 bytes.
   * @throws RangeError for a code that must not be sent.
   */
  close(code?: number, reason?: string): void;
}

/**
 * What answers on one path. Every callback may be async. A callback that throws or rejects closes its
 * connection with 1011, after `onError`; the server and the other connections go on.
 */
export interface Handler {
  /** A URL path, with variables for parts of a segment: `/ws/game/{gameId}`. */
  pattern: string;
  /** Runs before the upgrade: an HTTP status refuses it. A page sees an error and 1006, never the status. */
  refuse?(req: IncomingMessage): number | undefined;
  /** Runs after the upgrade and before `onConnect`; frames that arrive meanwhile wait. */
  authenticate?(req: IncomingMessage): AuthResult | Promise<AuthResult>;
  /** The first frame is handed on once this has finished. */
  onConnect?(conn: Connection): unknown;
  /** `data`: bytes as Buffer, JSON text parsed, any other text as string. Called in the order of arrival. */
  onMessage?(conn: Connection, data: unknown): unknown;
  /** Called once for every connection that reached `onConnect`. `code` is 1006 when there was no handshake. */
  onClose?(conn: Connection, code: number, reason: string): unknown;
  /** Protocol errors of the peer and errors of the callbacks. Without it they go to `console.error`. */
  onError?(conn: Connection, error: Error): unknown;
  /** Milliseconds between protocol pings. One unanswered ping ends the connection, seen as 1006. */
  heartbeat?: number;
  /** permessage-deflate for messages larger than `threshold` bytes (default 1024). Default off. */
  compression?: { enabled: boolean; threshold?: number };
}

export interface MockServerOptions {
  /** Put before every pattern, for instance `/api`. Default none. */
  endpointPrefix?: string;
  /** Tried in this order; the first whose pattern matches answers. */
  wsHandlers: readonly Handler[];
  /** Folder whose files are served over HTTP, with `index.html` at `/`. Default: no files. */
  staticRoot?: string;
}

export interface MockServer {
  /**
   * Starts to listen on 127.0.0.1.
   * @param port 0 (the default) picks a free one.
   * @returns the URL of the server, without a trailing slash.
   * @throws Error when the port is in use or not allowed, RangeError when it is no port.
   */
  listen(port?: number): Promise<string>;
  /** Ends every connection with 1001 and resolves when all is down. May be called more than once. */
  close(): Promise<void>;
}
