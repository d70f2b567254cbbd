import { render } from "preact";
import type { Link } from "../link/link";
import type { PanelCommand, PanelNotice } from "../protocol";
import { browserScheduler } from "./store/scheduler";
import { Store } from "./store/store";
import { Panel } from "./views/panel";

interface Options {
  /** False where the panel has a tab or window of its own: there is no "Open in window" then. */
  docked?: boolean;
}

/** Shows the panel in `element`, fed by `link`. */
export function mount(
  link: Link<PanelCommand, PanelNotice>,
  element: HTMLElement,
  { docked = true }: Options = {},
): void {
  render(<Panel store={new Store(link, browserScheduler)} docked={docked} />, element);
}
