import type { DocumentId, SocketState, Transport } from "../protocol";

/** Frames and bytes that went one way. Text counts as UTF-8, as on the wire. */
export interface Traffic {
  frames: number;
  bytes: number;
}

/** The file that a socket came from. Two imports of the same file are two. */
export interface ImportedFrom {
  readonly id: number;
  readonly file: string;
}

/** One `WebSocket` object of the page, with an id for life. Times are milliseconds since 1970. */
export interface Socket {
  /** #N in the panel, from 1, in the order in which the panel heard of them. */
  readonly number: number;
  readonly document: DocumentId;
  /** Its number within its document, by which the page is spoken to of it; not known where no tap saw it. */
  readonly ordinal?: number | undefined;
  readonly documentUrl: string;
  readonly frameId: number;
  /** The address of its script, where a worker (a Web Worker) of the document made it. */
  readonly worker?: string | undefined;
  readonly transport: Transport;
  /** Only its handshake was seen: a worker of the page opened it, where no tap is. */
  readonly unseen?: true;
  readonly url: string;
  /** Subprotocols the page asked for. */
  readonly asked: readonly string[];
  protocol: string;
  extensions: string;
  /** `gone`: its document went away before the socket closed, so no close event ever came. */
  state: SocketState | "gone";
  readonly createdAt: number;
  openedAt?: number | undefined;
  closedAt?: number | undefined;
  code?: number | undefined;
  reason?: string | undefined;
  clean?: boolean | undefined;
  /** The page called `close()` while it was open or connecting. */
  closedByPage?: true | undefined;
  /** An error event came: the handshake or the connection failed. */
  failed: boolean;
  readonly sent: Traffic;
  readonly received: Traffic;
  /** Frames that the panel knows of but never got. */
  lost: number;
  /** The replay client opened it: in the page's name, or in the extension's. */
  readonly replay?: "page" | "extension" | undefined;
  /** It is closed in the eyes of the page only: pretended conditions did it. */
  pretended?: true | undefined;
  /** Set where the socket is not one of the page's but came from a file: nothing more will happen on it. */
  readonly imported?: ImportedFrom | undefined;
}

/** What is so of every socket of which nothing has been heard yet. */
export function unheard() {
  return {
    protocol: "",
    extensions: "",
    failed: false,
    sent: { frames: 0, bytes: 0 },
    received: { frames: 0, bytes: 0 },
    lost: 0,
  };
}
