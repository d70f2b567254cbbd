import type { Runtime } from "webextension-polyfill";
import { HAND_OVER, PortEvent } from "../link/hand-over";
import { type BridgeCommand, type BridgeNotice, PortName, type Summons } from "../protocol";
import { BatchAssembler } from "./page-batch";

/**
 * The bridge: runs in the extension's isolated world of every frame, joins the page's port and a port to the
 * worker, and is the trust boundary between them. It opens the worker's port when the document makes its first
 * socket, or when a panel summons it; without either it never wakes the worker.
 */
const { runtime } = (globalThis as unknown as { browser?: Api; chrome: Api }).browser ?? chromeApi();

interface Api {
  runtime: Runtime.Static;
}

function chromeApi(): Api {
  return (globalThis as unknown as { chrome: Api }).chrome;
}

let page: MessagePort | undefined;
let worker: Runtime.Port | undefined;
let sockets = false;

function tell(type: string, detail: string): void {
  page?.dispatchEvent(new CustomEvent(type, { detail }));
}

function cut(): void {
  worker = undefined;
  tell(PortEvent.Cut, "");
}

function obey(message: unknown): void {
  const command = message as BridgeCommand;
  if ("type" in command) {
    worker?.disconnect();
    cut();
  } else {
    tell(PortEvent.Command, JSON.stringify([command.reader, command.command]));
  }
}

function post(notice: BridgeNotice): void {
  try {
    worker?.postMessage(notice);
  } catch {
    cut();
  }
}

function connect(): void {
  if (worker) return;
  try {
    worker = runtime.connect({ name: PortName.Page });
  } catch {
    // The extension was reloaded or removed under this document: the tap stays transparent and falls silent.
    return;
  }
  worker.onMessage.addListener(obey);
  worker.onDisconnect.addListener(cut);
  post({ type: "hello", timeOrigin: performance.timeOrigin });
}

/** A port that went into the back/forward cache is dead and does not say so. */
function returned(event: PageTransitionEvent): void {
  if (!event.persisted) return;
  worker?.disconnect();
  cut();
  connect();
}

function awake(): void {
  // Again for each socket: `document.open()` removes every listener of the window, in this world too.
  addEventListener("pageshow", returned);
  if (sockets) return;
  sockets = true;
  connect();
}

document.addEventListener(
  HAND_OVER,
  (event) => {
    const port = (event as MessageEvent).ports?.[0];
    if (!port) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    page = port;
    const assembler = new BatchAssembler(post);
    for (const type of [PortEvent.Head, PortEvent.Meta, PortEvent.Bytes, PortEvent.Text]) {
      port.addEventListener(type, (part) => assembler.take(type, (part as CustomEvent).detail));
    }
    port.addEventListener(PortEvent.Awake, awake);
  },
  { once: true },
);

runtime.onMessage.addListener((message: unknown) => {
  if ((message as Summons).type !== "summons") return undefined;
  if (sockets) connect();
  return Promise.resolve(performance.timeOrigin);
});
