import type { Offline } from "../conditions";
import { Line } from "./line";
import type { Asked, PageDoor } from "./page-door";

/** Sockets that are made meanwhile and hang; more fail at once. Ending looks each of them up in a list, one by one. */
const MOST_HANGING = 5_000;

/** The page's sockets while the network is pretended to be away, and after that until all that is undone. */
export class Lines {
  #lines = new Map<number, Line>();
  #offline: Offline | null = null;
  /** Those that are there when the network goes away, while they are shown. */
  #collected: Line[] | undefined;

  /** @param emptied called when nothing is pretended of any socket any more */
  constructor(
    private readonly page: PageDoor,
    private readonly emptied: () => void,
  ) {}

  /** Whether the sockets' getters have to be answered. */
  get any(): boolean {
    return this.#lines.size > 0 || (this.#offline !== null && this.#offline.kind !== "refusing");
  }

  /**
   * The network goes away.
   * @param collect has the page show its sockets
   * @param tell called when they are known, before anything happens to them
   */
  begin(offline: Offline, collect: () => void, tell: () => void): void {
    this.#offline = offline;
    const collected: Line[] = [];
    this.#collected = collected;
    collect();
    this.#collected = undefined;
    tell();
    for (const line of collected) line.begin(offline.code, offline.reason);
  }

  /** Details of what began. New sockets fail anyhow, so that none is in the way. */
  adopt(offline: Offline | null): void {
    this.#offline = offline;
  }

  async end(): Promise<void> {
    this.#offline = null;
    await Promise.all([...this.#lines.values()].map((line) => line.end()));
  }

  /** The page has this socket. Those that are made meanwhile fail by themselves; what is half-open does not say so. */
  add(socket: WebSocket, number: number): void {
    const kind = this.#offline?.kind;
    if (!kind || kind === "refusing" || this.#lines.has(number)) return;
    // Of one that is closed the page is about to be told.
    if (socket.readyState === WebSocket.CLOSED || (!this.#collected && kind !== "half-open")) return;
    if (!this.#collected && this.#lines.size >= MOST_HANGING) return;
    const release = () => {
      this.#lines.delete(number);
      if (!this.any) this.emptied();
    };
    const line = new Line(socket, number, kind, this.page, release);
    this.#lines.set(number, line);
    this.#collected?.push(line);
  }

  asked(asked: Asked): unknown {
    return asked.socket === undefined ? undefined : this.#lines.get(asked.socket)?.asked(asked);
  }
}
