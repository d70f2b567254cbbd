import { render } from "preact";
import type { Link } from "../link/link";
import type { PanelCommand, PanelNotice } from "../protocol";
import { openIndexedDisk } from "./store/attic/indexed-disk";
import { limitsOf } from "./store/attic/limits";
import { browserScheduler } from "./store/scheduler";
import { Store } from "./store/store";
import { Panel } from "./views/panel";

interface Options {
  /** False where the panel has a tab or window of its own: there is no "Open in window" then. */
  docked?: boolean;
  /** Bytes of payloads in memory, about; what is beyond goes to disk. */
  memory?: number | undefined;
}

/** Shows the panel in `element`, fed by `link`. */
export function mount(
  link: Link<PanelCommand, PanelNotice>,
  element: HTMLElement,
  { docked = true, memory }: Options = {},
): void {
  const store = new Store(link, browserScheduler, { disk: openIndexedDisk(), limits: limitsOf(memory) });
  render(<Panel store={store} docked={docked} />, element);
}
