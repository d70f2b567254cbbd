/** What a socket tells. A socket that cannot be opened tells `error`, then `close`. */
export interface SocketEvents {
  open(): void;
  /** Bytes are already read from a Blob. */
  message(data: string | Uint8Array): void;
  error(error?: Error): void;
  close(event: { code: number; reason: string; clean: boolean }): void;
}

/** The part of a `WebSocket` that the client uses. */
export interface ClientSocket {
  readonly protocol: string;
  readonly extensions: string;
  readonly bufferedAmount: number;
  send(data: string | Uint8Array): void;
  close(code?: number, reason?: string): void;
}

/** A value that others change, and that tells. */
export interface Watched<T> {
  readonly value: T;
  watch(listener: (value: T) => void): () => void;
}

/** The whole world of the client: clock, chance, sockets, and whether the page is online and visible. */
export interface Environment {
  /** ms since 1970. */
  now(): number;
  /** From 0 up to but not including 1. */
  random(): number;
  /** Runs the task after so many ms; what it returns cancels it. */
  after(ms: number, task: () => void): () => void;
  /** May throw. Events never come before it has returned. */
  open(url: string, protocols: readonly string[], events: SocketEvents): ClientSocket;
  readonly online: Watched<boolean>;
  readonly visible: Watched<boolean>;
}
