import type { Offline, OfflineKind } from "../../../conditions";

interface Described {
  kind: OfflineKind;
  label: string;
  /** What the page sees, and what it takes to notice it. */
  effect: string;
}

/** The kinds of offline, in the order in which they are offered. */
export const OFFLINE_KINDS: readonly Described[] = [
  { kind: "dropped", label: "Dropped", effect: "Sockets fail: error, close 1006" },
  {
    kind: "half-open",
    label: "Half-open",
    effect: "Frames vanish both ways, sockets stay open; only a heartbeat notices",
  },
  {
    kind: "stalled",
    label: "Stalled",
    effect: "Frames are held and delivered late, as by Chrome's own offline mode",
  },
  {
    kind: "closed",
    label: "Closed",
    effect: "The other side closes with a code and reason; new sockets fail",
  },
  { kind: "refusing", label: "Refusing", effect: "Open sockets stay, new ones fail" },
];

/** What becomes of the sockets, in a few words. */
export function offlineText({ kind, code }: Offline): string {
  return {
    dropped: "sockets dropped",
    "half-open": "sockets half-open",
    stalled: "frames stalled",
    closed: `sockets closed with ${code}`,
    refusing: "new sockets refused",
  }[kind];
}
