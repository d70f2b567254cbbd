import type { Capture } from "../../model/capture";
import { type Socket, unheard } from "../../model/socket";
import type { DocumentId } from "../../protocol";
import type { Scheduler } from "./scheduler";

interface Handshake {
  url: string;
  /** Ms since 1970. */
  time: number;
}

/** How long the page's own word of a new socket may take. */
const PATIENCE_MS = 2000;
/** Farthest that the page's and the network's time of the same socket are apart. */
const APART_MS = 5000;

/**
 * Pairs the handshakes that the network saw with the sockets that the page told of. One that the page never tells of
 * belongs to a worker: it gets a socket of its own, without frames.
 */
export class Handshakes {
  #paired = new Set<number>();
  /** Sockets that were taken for a worker's, until the page told of them after all. */
  #mistaken = new Set<number>();
  #unseen: Socket[] = [];
  #looked = 0;

  constructor(
    private readonly capture: Capture,
    private readonly scheduler: Scheduler,
    private readonly changed: () => void,
  ) {}

  add(handshake: Handshake): void {
    this.scheduler.after(PATIENCE_MS, () => {
      const socket = this.#find(handshake) ?? this.#add(handshake);
      this.#paired.add(socket.number);
      this.changed();
    });
  }

  /** Whether this socket stands for itself. */
  shows(socketNumber: number): boolean {
    return !this.#mistaken.has(socketNumber);
  }

  /** The page told of more sockets, perhaps late: its main thread may have been busy. */
  look(): void {
    const { sockets } = this.capture;
    for (; this.#looked < sockets.length; this.#looked++) {
      const socket = sockets[this.#looked];
      if (!socket || socket.unseen || socket.imported) continue;
      const at = this.#unseen.findIndex(
        ({ url, createdAt }) => url === socket.url && Math.abs(createdAt - socket.createdAt) < APART_MS,
      );
      if (at < 0) continue;
      for (const { number } of this.#unseen.splice(at, 1)) this.#mistaken.add(number);
      this.#paired.add(socket.number);
    }
  }

  #find({ url, time }: Handshake): Socket | undefined {
    return this.capture.sockets.findLast(
      (socket) =>
        socket.url === url &&
        !socket.imported &&
        !this.#paired.has(socket.number) &&
        Math.abs(socket.createdAt - time) < APART_MS,
    );
  }

  #add({ url, time }: Handshake): Socket {
    const socket = this.capture.addSocket({
      document: "" as DocumentId,
      documentUrl: "",
      frameId: 0,
      transport: "WebSocket",
      unseen: true,
      url,
      asked: [],
      ...unheard(),
      state: "open",
      createdAt: time,
    });
    this.#unseen.push(socket);
    return socket;
  }
}
