import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { WebSocket } from "ws";

/** The server's end of one socket: what arrived, and the means to speak. */
export class Connection {
  readonly received: (string | Buffer)[] = [];
  readonly headers: IncomingHttpHeaders;
  /** As the page asked for it: path and query. */
  readonly url: URL;
  closed: { code: number; reason: string } | undefined;

  constructor(
    readonly socket: WebSocket,
    request: IncomingMessage,
  ) {
    this.headers = request.headers;
    this.url = urlOf(request);
    socket.on("message", (data: Buffer, binary: boolean) => {
      this.received.push(binary ? data : data.toString());
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  push(frames: readonly (string | Uint8Array)[]): void {
    for (const frame of frames) this.socket.send(frame);
  }

  close(code = 1000, reason = ""): void {
    this.socket.close(code, reason);
  }

  /** Cuts the line without a close frame: the page sees 1006. */
  cut(): void {
    this.socket.terminate();
  }
}

export function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
}
