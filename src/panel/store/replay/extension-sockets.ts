import type { ClientSocket, SocketEvents } from "../../../client/environment";
import { type Capture, RowFlag } from "../../../model/capture";
import { type Socket, unheard } from "../../../model/socket";
import { utf8Bytes } from "../../../model/utf8";
import type { DocumentId } from "../../../protocol";
import type { Scheduler } from "../scheduler";

/** Sockets of the extension are of no document. */
const NOWHERE = "replay" as DocumentId;

/** As much of a `WebSocket` as is needed here. */
export type MakeSocket = (url: string, protocols: string[]) => WebSocket;

/** Opens sockets in the extension's own name, and writes what they do into the capture, as the tap does for the page's. */
export class ExtensionSockets {
  constructor(
    private readonly capture: Capture,
    private readonly scheduler: Pick<Scheduler, "now">,
    private readonly changed: () => void,
    private readonly make: MakeSocket,
  ) {}

  /** As `Environment.open` of the client. @throws where the browser refuses to make it */
  open(url: string, protocols: readonly string[], events: SocketEvents): ClientSocket {
    const native = this.make(url, [...protocols]);
    native.binaryType = "arraybuffer";
    const socket = this.#add(native.url, protocols);
    const tell = (type: string, heard: (event: Event) => void) =>
      native.addEventListener(type, (event) => {
        heard(event);
        this.changed();
      });
    tell("open", () => {
      const { protocol, extensions } = native;
      Object.assign(socket, { state: "open", openedAt: this.scheduler.now(), protocol, extensions });
      events.open();
    });
    tell("message", (event) => {
      const { data } = event as MessageEvent<string | ArrayBuffer>;
      const content = typeof data === "string" ? data : new Uint8Array(data);
      this.#append(socket, content, 0);
      events.message(content);
    });
    tell("error", () => {
      socket.failed = true;
      events.error();
    });
    tell("close", (event) => {
      const { code, reason, wasClean: clean } = event as CloseEvent;
      Object.assign(socket, { state: "closed", closedAt: this.scheduler.now(), code, reason, clean });
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
        this.#append(socket, data, RowFlag.Sent | RowFlag.Injected);
        this.changed();
      },
      close: (code, reason) => {
        native.close(code, reason);
        if (socket.state !== "closed") Object.assign(socket, { state: "closing", closedByPage: true });
        this.changed();
      },
    };
  }

  #add(url: string, protocols: readonly string[]): Socket {
    return this.capture.addSocket({
      document: NOWHERE,
      documentUrl: "",
      frameId: 0,
      transport: "WebSocket",
      replay: "extension",
      url,
      asked: protocols,
      ...unheard(),
      state: "connecting",
      createdAt: this.scheduler.now(),
    });
  }

  #append(socket: Socket, content: string | Uint8Array, direction: number): void {
    const binary = typeof content !== "string";
    const payload = binary ? content.slice() : content.toWellFormed();
    this.capture.append({
      time: this.scheduler.now(),
      socket,
      flags: direction | (binary ? RowFlag.Binary : 0),
      size: typeof payload === "string" ? utf8Bytes(payload) : payload.length,
      payload,
    });
  }
}
