import { type Signal, signal } from "@preact/signals";

/** What the user has set in the view beside the form: it outlives the view's being out of sight. */
export interface ReplayState {
  /** Names of the folded sections that are open. */
  readonly open: Signal<ReadonlySet<string>>;
  readonly way: Signal<string>;
  readonly room: Signal<string>;
  /** With what Disconnect closes; empty: nothing is said. */
  readonly closeCode: Signal<string>;
  readonly closeReason: Signal<string>;
}

/** Narrower than this, in px, the form stands above the log: less of it is open at first. */
const ROOMY = 800;

export function createReplayState(): ReplayState {
  return {
    open: signal(new Set(innerWidth < ROOMY ? ["Connection"] : ["Connection", "Reconnecting"])),
    way: signal("client"),
    room: signal(""),
    closeCode: signal(""),
    closeReason: signal(""),
  };
}

/** Opens a section, or folds it. */
export function setOpen({ open }: ReplayState, name: string, isOpen: boolean): void {
  if (open.peek().has(name) === isOpen) return;
  const next = new Set(open.peek());
  if (isOpen) next.add(name);
  else next.delete(name);
  open.value = next;
}
