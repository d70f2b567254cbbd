import type { OpenCommand, ReaderId, Watching } from "../protocol";

/**
 * How the page's world and the bridge's find each other, at document_start, before any script of the page runs:
 * the bridge listens, the page dispatches one event that carries a MessagePort, once.
 *
 * The event is called "load" because that is the one type that does not pass from a document on to its window
 * (DOM standard, "get the parent" of a document): a window can be the old one of an initial about:blank, with
 * listeners on it, a document never is. The port is not transferred, so that both worlds hold the same object and
 * events dispatched on it reach the other side at once, also while the page is being unloaded.
 */
export const HAND_OVER = "load";

/** What is to be done in a document on its way from the bridge to the tap: nothing that is optional is absent. */
export type Replayed =
  | OpenCommand
  | { type: "send"; socket: number; data: string | Uint8Array }
  | { type: "receive"; socket: number; data: string | Uint8Array; blob: Blob | undefined }
  | { type: "close"; socket: number; code: number | undefined; reason: string | undefined };

/** A panel's command on that way. What is to be done is nobody's in particular: 0. */
export type Handed = [reader: ReaderId, command: Watching] | [reader: 0, command: Replayed];

/** Types of the events on the shared port. What is frequent has a string as its detail (by reference) or an ArrayBuffer; a clone is made of all else. */
export const PortEvent = {
  /** Page to bridge: the parts of a batch, in this order; `Bytes` only where there are some, `Text` ends it. */
  Head: "head",
  Meta: "meta",
  Bytes: "bytes",
  Text: "text",
  /** Page to bridge, once: it listens to what follows. */
  Ready: "ready",
  /** Page to bridge: a socket was made. */
  Awake: "awake",
  /** Page to bridge: a worker is about to start from the `blob:` address. Detail: the address, "\n", the tap's program. */
  Script: "script",
  /**
   * Page to bridge: what somebody asked of the page, or what has come to a socket, `[what, socket's number, value, order of the next notice]`, while
   * there are stand-ins.
   */
  Ask: "ask",
  /** Bridge to page, during `Script` (the address of the same script with the tap in front) or `Ask`. None: as ever. */
  Answer: "answer",
  /**
   * Bridge to page: the getters to put stand-ins before, `[sockets, owner, name, owner, name ...]`, which ask; without
   * any, that ends. `sockets`: all that happens to sockets is asked too, and each is shown.
   */
  Stand: "stand",
  /** Page to bridge: a live socket, as the event's `relatedTarget`; its detail is the number. */
  Live: "live",
  /** Bridge to page: to be written down, `[socket's number, kind and flags, content]`. */
  Note: "note",
  /** Page to bridge, meanwhile: its order. */
  Noted: "noted",
  /** Page to bridge: a worker that was started from it, as the event's `relatedTarget`. */
  Started: "started",
  /** Page to bridge: a worker that was terminated, alike. */
  Terminated: "terminated",
  /** Bridge to page: a command for a reader, `[reader, command]`. */
  Command: "command",
  /** Bridge to page: the way to the panels is cut, nobody watches until a command says otherwise. */
  Cut: "cut",
} as const;
