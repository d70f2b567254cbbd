import type { ClientSocket, SocketEvents } from "../../../src/client/environment";

export type Phase = "connecting" | "open" | "closing" | "closed";

/** A socket whose other side is the test. It tells events whatever the client did, as a real one may be late. */
export class ScriptedSocket implements ClientSocket {
  protocol = "";
  extensions = "";
  bufferedAmount = 0;
  phase: Phase = "connecting";
  readonly sent: (string | Uint8Array)[] = [];
  readonly closes: [code: number | undefined, reason: string | undefined][] = [];
  /** What the next `send` throws. */
  failure: Error | null = null;

  constructor(
    readonly url: string,
    readonly protocols: readonly string[],
    private readonly events: SocketEvents,
  ) {}

  /** Neither closed by the other side nor told to close. */
  get alive(): boolean {
    return this.phase === "connecting" || this.phase === "open";
  }

  send(data: string | Uint8Array): void {
    if (this.failure) throw this.failure;
    if (this.phase === "connecting") throw new Error("InvalidStateError");
    this.sent.push(data);
  }

  close(code?: number, reason?: string): void {
    if (code !== undefined && code !== 1000 && (code < 3000 || code > 4999))
      throw new Error("InvalidAccessError");
    this.closes.push([code, reason]);
    if (this.alive) this.phase = "closing";
  }

  serverOpens(protocol = ""): void {
    this.protocol = protocol;
    if (this.phase === "connecting") this.phase = "open";
    this.events.open();
  }

  serverSends(data: string | Uint8Array): void {
    this.events.message(data);
  }

  /** The handshake fails, or the network does. */
  serverFails(): void {
    this.phase = "closed";
    this.events.error();
    this.events.close({ code: 1006, reason: "", clean: false });
  }

  serverCloses(code = 1001, reason = "", clean = true): void {
    this.phase = "closed";
    this.events.close({ code, reason, clean });
  }
}
