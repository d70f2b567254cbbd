/**
 * Every word that crosses a context: plain data. Notices go up (page, bridge, worker, panel),
 * commands go down, nobody answers. `docs/architecture.md` tells the path by example.
 */

import type { Conditions } from "./conditions";

/** A document (one page or iframe instance), named by the worker; the page has no say in it. */
export type DocumentId = string & { readonly brand: "DocumentId" };

/** A panel connected to the worker, numbered by it. The page keeps one place in its log for each. */
export type ReaderId = number & { readonly brand: "ReaderId" };

/**
 * Place of a notice in its document's log: 0, 1, 2 ... without holes. It is the order of events in the page,
 * and what a reader acknowledges.
 */
export type Order = number;

/** What a notice is. The low five bits of its first code unit in {@link Batch.meta}. */
export const Kind = {
  /** Frames. Their text, or their bytes, are the notice's content. */
  TextSent: 0,
  TextReceived: 1,
  BytesSent: 2,
  BytesReceived: 3,
  /** A frame whose `Blob` is still being read: its length is the size in bytes, its content follows in `BlobBytes`. */
  BlobSent: 4,
  BlobReceived: 5,
  /** A server-sent event: "type\nlast event id\ndata"; neither of the first two can hold a line feed. */
  EventReceived: 6,
  /**
   * Content: the order of the Blob's frame (float64, little endian), then its bytes. With `Flag.Unkept` it could
   * not be read, and only the order is there.
   */
  BlobBytes: 7,
  /** Facts about a socket. Their content is the JSON of the interface named alike. */
  Created: 8,
  Opened: 9,
  Failed: 10,
  Closing: 11,
  Closed: 12,
  /**
   * All that the page knows of a socket, sent in front of the frames that the log still holds when older ones
   * are gone. It is not in the log, so it has no order of its own.
   */
  Known: 13,
  /** An EventSource lost its connection and tries again. Content: {}. */
  Retrying: 14,
  /** A frame that conditions withheld went its way after all. Content: the JSON of {@link Delivered}. */
  Delivered: 15,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** The bits of a kind; the others are flags. */
export const KIND_MASK = 31;

/** Flags beside the kind. */
export const Flag = {
  /** The content goes on in the next notice, which has the same order. */
  More: 32,
  /** The content was not kept (too large for the backlog); the length is true. */
  Unkept: 64,
  /** `send()` was called when the socket was closing or closed: it never went out (standard: step 3 of send). */
  Unsent: 128,
  /** The panel put this frame into the socket: nobody else sent it. */
  Injected: 256,
  /** Pretended conditions kept this frame from the page, or from the network. */
  Withheld: 512,
} as const;

/** What a socket speaks: the WebSocket protocol, or server-sent events, of which frames only ever come. */
export type Transport = "WebSocket" | "EventSource";

/** Content of `Created`: `new WebSocket(url, asked)` or `new EventSource(url)` returned. */
export interface Created {
  transport: Transport;
  url: string;
  /** Subprotocols asked for, comma-separated (a subprotocol is a token, it holds no comma). */
  asked: string;
  /** The panel had it opened, by {@link OpenCommand}: this is its key. The page has no hold of it. */
  replay?: string;
}

/** Content of `Opened`. */
export interface Opened {
  protocol: string;
  extensions: string;
}

/** Content of `Closing`: the page called `close(code, reason)`. Absent arguments are absent. */
export interface Closing {
  code?: number;
  reason?: string;
}

/**
 * Content of `Closed`: the CloseEvent. An EventSource has none: code 0. A `Failed` came before if it failed. A replay's
 * socket that the browser refused to make has code 0 and the browser's words as its reason.
 */
export interface Closed {
  code: number;
  reason: string;
  clean: boolean;
  /** Pretended conditions closed it in the eyes of the page; what becomes of the real one is not told. */
  pretended?: true;
}

/** Content of `Delivered`. */
export interface Delivered {
  /** The order of the frame. */
  order: Order;
}

export type SocketState = "connecting" | "open" | "closing" | "closed";

/** Content of `Known`. */
export interface Known extends Created, Opened {
  state: SocketState;
  /** Milliseconds since the document's time origin. */
  createdAt: number;
  openedAt?: number;
  closedAt?: number;
  code?: number;
  reason?: string;
  clean?: boolean;
  failed?: boolean;
  pretended?: true;
  /** Frames of this socket that are older than the first one that follows. What the reader lacks of them is lost. */
  before: number;
  why: LossReason;
}

/**
 * Why frames are missing.
 * - `backlog`: they were older than the bounded log that a page keeps while nobody watches
 * - `slow`: the panel could not keep up, the log went over its bound
 * - `away`: the way to the panel was cut for longer than the log reaches
 * - `paused`: recording was switched off
 * - `refused`: a batch that did not make sense was refused
 * - `ended`: a worker was ended before it could tell of its last moments; how many frames, nobody knows (count 0)
 */
export type LossReason = "backlog" | "slow" | "away" | "paused" | "refused" | "ended";

/**
 * Notices of one document for one reader, as one post: columns instead of objects, strings instead of arrays,
 * and never more than {@link BATCH_UNITS}, because that is what costs the page least (measured:
 * `shared/relay-cost.md`, sections 2 and "64 KiB edge").
 *
 * - `head`: "reader first base", decimal: the reader, the order of the first notice, and the time in ms since
 *   the time origin that the notices' times count from
 * - `meta`: six code units a notice: kind and flags in the high byte, the two highest flags in the next two bits, and
 *   the socket's number (22 bits) behind, time (signed 32 bits, in microseconds after base), length (32 bits: code
 *   units of text, or bytes)
 * - `text`: the texts, one after another
 * - `bytes`: the binary contents, one after another
 */
export type Batch = [head: string, meta: string, text: string, bytes: ArrayBuffer | null];

/** Most code units of text, and most bytes, in one batch; the largest size that is cheap for one- and two-byte text. */
export const BATCH_UNITS = 28_000;
export const BATCH_NOTICES = 1024;
/** What a notice counts beside its content, in units, where it matters how much is under way. */
export const NOTICE_UNITS = 28;
/** Code units of `meta` that one notice takes. */
export const META_UNITS = 6;

/** Opens a socket in the page's name: its origin, cookies and policies. Its `Created` says the key. */
export interface OpenCommand {
  type: "open";
  key: string;
  url: string;
  protocols: string[];
}

/** Session rules (declarativeNetRequest) from here on are the panels' own; without any panel all are removed. */
export const FIRST_PANEL_RULE = 1_000;

/** What a panel has done in a document. `socket` is the number within the document. */
export type ReplayCommand =
  | OpenCommand
  /** Sends on a live socket, by the page's own socket. */
  | { type: "send"; socket: number; data: string | Uint8Array }
  /** Has the page's handlers get a message that never came. */
  | { type: "receive"; socket: number; data: string | Uint8Array }
  /** Closes a socket. */
  | { type: "close"; socket: number; code?: number; reason?: string };

/** What a panel tells a document's log. */
export type Watching =
  /** Send notices from this order on ("now": leave out what has been, it was not to be recorded). */
  | { type: "watch"; from: Order | "now" }
  /** Everything before `next` has arrived; so many units (of content, and `NOTICE_UNITS` a notice) are no longer under way. */
  | { type: "ack"; next: Order; units: number }
  | { type: "unwatch" };

export type PageCommand = ReplayCommand | Watching;

/** Names of the runtime ports, by who opens them. */
export const PortName = { Page: "page", Panel: "panel" } as const;

/**
 * First on a bridge's port: `performance.timeOrigin` (ms since 1970). Each worker of the page (a Web Worker, that is)
 * with a tap has a port of its own; `number` counts them in their document, `url` is its script's.
 */
export interface Hello {
  type: "hello";
  timeOrigin: number;
  worker?: { number: number; url: string };
}

/** The page's worker is no more; its log went with it. `orderly`: it ended itself, and had told all. */
export interface Ended {
  type: "ended";
  orderly: boolean;
}

/** Bridge to worker, on its port. */
export type BridgeNotice = Hello | Batch | Ended;

/** Worker to bridge. `silence`: no panel is left, close the port. */
export type BridgeCommand = { reader: ReaderId; command: PageCommand } | { type: "silence" };

/**
 * Worker to the bridges of a tab, as a one-time message: somebody watches, open a port if you have sockets. The
 * answer is the document's `performance.timeOrigin`; of the top document it tells one page of the tab from another.
 */
export interface Summons {
  type: "summons";
  /** Open a port in any case: something is to be replayed in this document. */
  wanted?: true;
}

/** Worker to the bridges of a tab, alike: what their documents are to believe; null: nothing any more. */
export interface Pretend {
  type: "pretend";
  conditions: Conditions | null;
}

/** What the worker knows of a document from its port's sender. */
export interface DocumentInfo {
  id: DocumentId;
  /** 0 is the top document of the tab. */
  frameId: number;
  url: string;
  timeOrigin: number;
  /** Of a worker (a Web Worker): the address of its script. It counts as a document of its own. */
  worker?: string;
}

/** Worker to panel. */
export type PanelNotice =
  /** A document opened its port (again). Nothing of it comes before the panel says `watch`. */
  | { type: "document"; document: DocumentInfo }
  | { type: "batch"; document: DocumentId; batch: Batch }
  /**
   * The document's port is closed: it is gone, in the back/forward cache, or its link broke. `abrupt`: it is a
   * worker that was ended before it could tell of its last moments.
   */
  | { type: "departed"; document: DocumentId; abrupt?: true }
  /** The tab's page has a bridge. `page`: the time origin of its top document. */
  | { type: "tab"; state: "ready"; page: number }
  /**
   * - `unreachable`: the page has no bridge (a browser page, or loaded before the extension)
   * - `missing`: there is no such tab
   */
  | { type: "tab"; state: "unreachable" | "missing" }
  /** The network saw a WebSocket handshake of the tab, by the page or by one of its workers. `time`: ms since 1970. */
  | { type: "handshake"; url: string; time: number }
  /** What the tab is made to believe, by this panel or another one of the same tab; null: nothing. */
  | { type: "conditions"; conditions: Conditions | null }
  /** The tab goes on under another id (a browser that discards a tab may give it a new one). */
  | { type: "moved"; tabId: number }
  /** The way to the worker was cut and is there again: documents that are still there will say so. By the link. */
  | { type: "reopened" }
  /** The extension was updated, reloaded or removed under the panel. Said by the link itself, once and last. */
  | { type: "severed" };

/** Panel to worker. */
export type PanelCommand =
  /** First on every port: the tab to watch. */
  | { type: "attach"; tabId: number }
  | { type: "page"; document: DocumentId; command: PageCommand }
  /** Open this panel in a window of its own. */
  | { type: "detach" }
  /** Make the tab believe this, until told otherwise or until this panel is gone. */
  | { type: "pretend"; conditions: Conditions | null }
  /** The tab's top document is to open a port, sockets or not: something is to be replayed in it. */
  | { type: "want" }
  /** Keeps the worker from falling asleep (30 s) while a panel is open. */
  | { type: "beat" };
