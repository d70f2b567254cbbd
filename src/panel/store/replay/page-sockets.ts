import type { ClientSocket, SocketEvents } from "../../../client/environment";
import type { Payload } from "../../../model/capture";
import type { Socket } from "../../../model/socket";
import type { Closed, DocumentId, ReplayCommand } from "../../../protocol";
import type { Scheduler } from "../scheduler";
import type { Ear } from "./ear";

/** What opening sockets in the page takes. */
export interface PageReach {
  /** The tab's top document, where it has told of itself. */
  top(): { id: DocumentId } | undefined;
  /** Asks the tab's top document to tell of itself. */
  want(): void;
  tell(document: DocumentId, command: ReplayCommand): void;
  readonly recording: { peek(): boolean };
}

/** How long the page may take to answer. */
const PATIENCE = 5000;

/** A socket of the replay client that the page's tap holds. What it does comes as notices, like all else. */
class PageSocket implements ClientSocket {
  socket: Socket | undefined;
  /** It was closed before the page had told of it. */
  #closing: { code?: number; reason?: string } | undefined;
  #over = false;

  constructor(
    readonly events: SocketEvents,
    private readonly tell: (socket: Socket, command: ReplayCommand) => void,
  ) {}

  get protocol(): string {
    return this.socket?.protocol ?? "";
  }

  get extensions(): string {
    return this.socket?.extensions ?? "";
  }

  /** Nothing more is told of it. */
  get over(): boolean {
    return this.#over;
  }

  get closing(): boolean {
    return this.#closing !== undefined;
  }

  /** What the page's socket has not sent yet is not known here. */
  get bufferedAmount(): number {
    return 0;
  }

  send(data: string | Uint8Array): void {
    const { socket } = this;
    if (socket?.ordinal !== undefined) this.tell(socket, { type: "send", socket: socket.ordinal, data });
  }

  close(code?: number, reason?: string): void {
    this.#closing = { ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) };
    this.#close();
  }

  /** It came to nothing, or to its end. */
  end(error: Error | null, closed: Closed): void {
    this.#over = true;
    if (error) this.events.error(error);
    this.events.close(closed);
  }

  found(socket: Socket): void {
    this.socket = socket;
    this.#close();
  }

  #close(): void {
    const { socket } = this;
    if (!this.#closing || socket?.ordinal === undefined) return;
    this.tell(socket, { type: "close", socket: socket.ordinal, ...this.#closing });
  }
}

/** Opens sockets in the page's name, and hears of them what the page tells. */
export class PageSockets implements Ear {
  #byKey = new Map<string, PageSocket>();
  #bySocket = new Map<Socket, PageSocket>();
  #waiting: (() => void)[] = [];

  constructor(
    private readonly reach: PageReach,
    private readonly scheduler: Pick<Scheduler, "after" | "soon">,
    /** Hears which of the capture's sockets are the client's own. */
    private readonly own: (socket: Socket) => void,
  ) {}

  /** As `Environment.open` of the client. @throws Error where nothing could be heard of the socket */
  open(url: string, protocols: readonly string[], events: SocketEvents): ClientSocket {
    if (!this.reach.recording.peek()) {
      throw new Error("Recording is off: what a socket of the page does would not be heard. Press Record.");
    }
    const key = crypto.randomUUID();
    const socket = new PageSocket(events, (to, command) => this.reach.tell(to.document, command));
    this.#byKey.set(key, socket);
    const ask = () => {
      const top = this.reach.top();
      if (top) this.reach.tell(top.id, { type: "open", key, url, protocols: [...protocols] });
      return top !== undefined;
    };
    if (!ask()) {
      this.#waiting.push(() => {
        if (!socket.over && !socket.closing) ask();
      });
      this.reach.want();
    }
    this.scheduler.after(PATIENCE, () => {
      if (socket.socket || socket.over) return;
      const why = "The page does not answer. Reload it, or open the socket from the extension.";
      socket.end(new Error(why), { code: 1006, reason: "", clean: false });
      // Halted by a debugger, it may open the socket yet.
      socket.close();
    });
    return socket;
  }

  /** A document has told of itself: what was to be opened can be. */
  arrived(): void {
    if (this.reach.top()) for (const ask of this.#waiting.splice(0)) ask();
  }

  created(key: string, socket: Socket): void {
    const known = this.#byKey.get(key);
    // One that another panel had opened.
    if (!known) return;
    this.#byKey.delete(key);
    known.found(socket);
    // Nobody waits for it any more: it is closed by now.
    if (known.over) return;
    this.#bySocket.set(socket, known);
    this.own(socket);
  }

  opened(socket: Socket): void {
    this.#bySocket.get(socket)?.events.open();
  }

  failed(socket: Socket): void {
    this.#bySocket.get(socket)?.events.error();
  }

  received(socket: Socket, payload: Payload): void {
    if (typeof payload === "string" || payload instanceof Uint8Array) {
      this.#bySocket.get(socket)?.events.message(payload);
    }
  }

  closed(socket: Socket, { code, reason, clean }: Closed): void {
    const known = this.#bySocket.get(socket);
    if (!known) return;
    this.#bySocket.delete(socket);
    // The browser refused to make it, and its words are the reason.
    if (code === 0) known.end(new Error(reason), { code: 1006, reason: "", clean });
    else known.end(null, { code, reason, clean });
  }
}
