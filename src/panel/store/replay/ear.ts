import type { Payload } from "../../../model/capture";
import type { Socket } from "../../../model/socket";
import type { Closed } from "../../../protocol";

/** Hears what happens on the sockets that the replay client had opened in the page. */
export interface Ear {
  /** @param key what it was asked for by */
  created(key: string, socket: Socket): void;
  opened(socket: Socket): void;
  failed(socket: Socket): void;
  received(socket: Socket, payload: Payload): void;
  closed(socket: Socket, closed: Closed): void;
}
