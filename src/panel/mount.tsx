import { render } from "preact";
import type { Link } from "../link/link";
import type { PanelCommand, PanelNotice } from "../protocol";
import { browserScheduler } from "./store/scheduler";
import { Store } from "./store/store";
import { Panel } from "./views/panel";

/** Shows the panel in `element`, fed by `link`. */
export function mount(link: Link<PanelCommand, PanelNotice>, element: HTMLElement): void {
  render(<Panel store={new Store(link, browserScheduler)} />, element);
}
