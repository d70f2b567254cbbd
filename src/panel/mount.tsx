import { render } from "preact";
import type { Link } from "../link/link";
import type { PanelCommand, PanelNotice } from "../protocol";
import { openIndexedDisk } from "./store/attic/indexed-disk";
import { limitsOf } from "./store/attic/limits";
import type { ReplayWorld } from "./store/replay/world";
import { browserScheduler } from "./store/scheduler";
import { Store } from "./store/store";
import { Panel } from "./views/panel";

interface Options {
  /** False where the panel has a tab or window of its own: there is no "Open in window" then. */
  docked?: boolean;
  /** Bytes of payloads in memory, about; what is beyond goes to disk. */
  memory?: number | undefined;
  /** How the replay client's own handshakes get headers; without it they get none. */
  setHeaders?: ReplayWorld["setHeaders"];
  /** How a server is asked why it takes no socket; without it it can't be. */
  askServer?: ReplayWorld["askServer"];
}

/** Shows the panel in `element`, fed by `link`. */
export function mount(
  link: Link<PanelCommand, PanelNotice>,
  element: HTMLElement,
  { docked = true, memory, setHeaders, askServer }: Options = {},
): void {
  const storage = { disk: openIndexedDisk(), limits: limitsOf(memory) };
  const makeSocket = (url: string, protocols: string[]) => new WebSocket(url, protocols);
  const store = new Store(link, browserScheduler, storage, { makeSocket, setHeaders, askServer });
  // The page holds sockets of the client's: nobody would close them.
  addEventListener("pagehide", () => store.replay.client.disconnect());
  render(<Panel store={store} docked={docked} />, element);
}
