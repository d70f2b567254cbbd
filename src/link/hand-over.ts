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

/** Types of the events on the shared port. Their details are strings (by reference, no clone) or an ArrayBuffer. */
export const PortEvent = {
  /** Page to bridge: the parts of a batch, in this order; `Bytes` only where there are some, `Text` ends it. */
  Head: "head",
  Meta: "meta",
  Bytes: "bytes",
  Text: "text",
  /** Page to bridge: a socket was made. */
  Awake: "awake",
  /** Page to bridge: a worker is about to start from the `blob:` address. Detail: the address, "\n", the tap's program. */
  Script: "script",
  /** Bridge to page, meanwhile: the address of the same script with the tap in front, if one could be made. */
  Tapped: "tapped",
  /** Page to bridge: a worker that was started from it, as the event's `relatedTarget`. */
  Started: "started",
  /** Page to bridge: a worker that was terminated, alike. */
  Terminated: "terminated",
  /** Bridge to page: a command for a reader, as JSON `[reader, command]`. */
  Command: "command",
  /** Bridge to page: the way to the panels is cut, nobody watches until a command says otherwise. */
  Cut: "cut",
} as const;
