import { type PanelCommand, type PanelNotice, PortName } from "../protocol";
import type { Link } from "./link";

/** As much of a runtime port as is needed here; the browser's and the polyfill's both fit. */
interface RuntimePort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The parts of the world that this door needs. */
interface PortWorld {
  /** Opens a port; throws when the extension was reloaded or removed under this page. */
  connect(options: { name: string }): RuntimePort;
  after(ms: number, task: () => void): void;
}

/** The worker falls asleep 30 s after the last message, open ports or not. */
const BEAT_MS = 20_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * The panel's door to the worker. The worker may die at any time: the port is opened again, at once, and then ever
 * more slowly as long as nothing is heard. What is sent while there is no port is dropped: after `attach` all that
 * matters is said anew.
 */
export function openPanelPort(world: PortWorld, firstTabId: number): Link<PanelCommand, PanelNotice> {
  let tabId = firstTabId;
  let port: RuntimePort | undefined;
  let listener: (notice: PanelNotice) => void = () => {};
  /** 0: at once. Timers of a hidden panel may be as slow as one a minute. */
  let retryMs = 0;
  let before = false;

  function open(): void {
    let opened: RuntimePort;
    try {
      opened = world.connect({ name: PortName.Panel });
    } catch {
      listener({ type: "severed" });
      return;
    }
    port = opened;
    opened.onMessage.addListener((notice) => {
      retryMs = 0;
      const heard = notice as PanelNotice;
      if (heard.type === "moved") tabId = heard.tabId;
      else listener(heard);
    });
    opened.onDisconnect.addListener(() => {
      port = undefined;
      const waitMs = retryMs;
      retryMs = Math.min(Math.max(retryMs * 2, FIRST_RETRY_MS), LONGEST_RETRY_MS);
      if (waitMs === 0) open();
      else world.after(waitMs, open);
    });
    if (before) listener({ type: "reopened" });
    before = true;
    send({ type: "attach", tabId });
    beat(opened);
  }

  function beat(beating: RuntimePort): void {
    world.after(BEAT_MS, () => {
      if (port !== beating) return;
      send({ type: "beat" });
      beat(beating);
    });
  }

  function send(command: PanelCommand): void {
    port?.postMessage(command);
  }

  return {
    send,
    receive(next) {
      listener = next;
      open();
    },
  };
}
