import { effect, type ReadonlySignal } from "@preact/signals";
import type { ClientSocket, SocketEvents } from "../../../client/environment";
import type { Offline } from "../../../conditions";
import { type Capture, RowFlag } from "../../../model/capture";
import { type Socket, unheard } from "../../../model/socket";
import { utf8Bytes } from "../../../model/utf8";
import type { DocumentId } from "../../../protocol";
import type { Scheduler } from "../scheduler";

/** Sockets of the extension are of no document. */
const NOWHERE = "replay" as DocumentId;

/** What it takes of the panel. */
interface Around {
  readonly capture: Capture;
  readonly scheduler: Pick<Scheduler, "now">;
  readonly recording: { peek(): boolean };
  /** What the client is made to believe of the network. */
  readonly weather: ReadonlySignal<Offline | null>;
  changed(): void;
  /** Hears which of the capture's sockets are the client's own. */
  own(socket: Socket): void;
}

/** As much of a `WebSocket` as is needed here. */
export type MakeSocket = (url: string, protocols: string[]) => WebSocket;

/** Opens sockets in the extension's own name, and writes what they do into the capture, as the tap does for the page's. */
export class ExtensionSockets {
  /** Rows of what the client has yet to get. */
  #held: number[] = [];

  constructor(
    private readonly around: Around,
    private readonly make: MakeSocket,
  ) {
    effect(() => {
      const offline = around.weather.value;
      if (offline?.kind === "stalled") return;
      const held = this.#held.splice(0);
      if (!offline) for (const row of held) around.capture.deliver(row);
    });
  }

  /** As `Environment.open` of the client. @throws where the browser refuses to make it */
  open(url: string, protocols: readonly string[], events: SocketEvents): ClientSocket {
    const native = this.make(url, [...protocols]);
    native.binaryType = "arraybuffer";
    const socket = this.#add(native.url, protocols);
    this.around.own(socket);
    const tell = (type: string, heard: (event: Event) => void) =>
      native.addEventListener(type, (event) => {
        heard(event);
        this.around.changed();
      });
    tell("open", () => {
      const { protocol, extensions } = native;
      Object.assign(socket, { state: "open", openedAt: this.around.scheduler.now(), protocol, extensions });
      events.open();
    });
    tell("message", (event) => {
      const { data } = event as MessageEvent<string | ArrayBuffer>;
      const content = typeof data === "string" ? data : new Uint8Array(data);
      this.#receive(socket, content);
      events.message(content);
    });
    tell("error", () => {
      socket.failed = true;
      events.error();
    });
    tell("close", (event) => {
      const { code, reason, wasClean: clean } = event as CloseEvent;
      Object.assign(socket, { state: "closed", closedAt: this.around.scheduler.now(), code, reason, clean });
      events.close({ code, reason, clean });
    });
    return {
      get protocol() {
        return native.protocol;
      },
      get extensions() {
        return native.extensions;
      },
      get bufferedAmount() {
        return native.bufferedAmount;
      },
      send: (data) => {
        native.send(data as string | Uint8Array<ArrayBuffer>);
        // A browser says nothing of what is sent on a socket that is about to close.
        const unsent = native.readyState > native.OPEN ? RowFlag.Unsent : 0;
        this.#append(socket, data, RowFlag.Sent | RowFlag.Injected | unsent);
        this.around.changed();
      },
      close: (code, reason) => {
        native.close(code, reason);
        if (socket.state !== "closed") Object.assign(socket, { state: "closing", closedByPage: true });
        this.around.changed();
      },
    };
  }

  #add(url: string, protocols: readonly string[]): Socket {
    return this.around.capture.addSocket({
      document: NOWHERE,
      documentUrl: "",
      frameId: 0,
      transport: "WebSocket",
      replay: "extension",
      url,
      asked: protocols,
      ...unheard(),
      state: "connecting",
      createdAt: this.around.scheduler.now(),
    });
  }

  /** Bad weather keeps it from the client, for good or until it is over. */
  #receive(socket: Socket, content: string | Uint8Array): void {
    const kind = this.around.weather.peek()?.kind;
    const withheld = kind === "dropped" || kind === "half-open" || kind === "stalled";
    const row = this.#append(socket, content, withheld ? RowFlag.Withheld : 0);
    if (kind === "stalled") this.#held.push(row);
  }

  #append(socket: Socket, content: string | Uint8Array, direction: number): number {
    const { capture, scheduler, recording } = this.around;
    if (!recording.peek()) return -1;
    const binary = typeof content !== "string";
    const payload = binary ? content.slice() : content.toWellFormed();
    return capture.append({
      time: scheduler.now(),
      socket,
      flags: direction | (binary ? RowFlag.Binary : 0),
      size: typeof payload === "string" ? utf8Bytes(payload) : payload.length,
      payload,
    });
  }
}
