/** What the documents of a tab can be made to believe: as it crosses the contexts, so plain data. */

/** How a page is made to believe that the network is away. New sockets fail in each, as they would. */
export type OfflineKind =
  /** Sockets fail: `error`, close 1006, `readyState` 3. */
  | "dropped"
  /** Sockets stay open, and frames vanish both ways. */
  | "half-open"
  /** Sockets stay open, frames are held and delivered late, in order, as by Chrome's own offline mode. */
  | "stalled"
  /** Sockets are closed from the other side, cleanly, with a code and a reason. */
  | "closed"
  /** Only new sockets fail. */
  | "refusing";

export interface Offline {
  kind: OfflineKind;
  /** Whether `navigator.onLine` is false and `offline` and `online` are fired. */
  told: boolean;
  /** Of `closed`. */
  code: number;
  reason: string;
}

/** How a page is made to believe that nobody sees it: `document.hidden`, `visibilityState`, `visibilitychange`. */
export interface Hidden {
  /** Whether `freeze` and `resume` are fired as well. */
  frozen: boolean;
  /** Whether `pagehide` and `pageshow` (persisted) are fired as well. */
  cached: boolean;
}

/** What the documents of a tab are made to believe. */
export interface Conditions {
  offline: Offline | null;
  hidden: Hidden | null;
}
