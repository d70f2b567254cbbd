import type { Runtime } from "webextension-polyfill";
import { HAND_OVER, PortEvent } from "../link/hand-over";
import { readMarks } from "../link/marks";
import type { Pretend, Summons } from "../protocol";
import { BatchAssembler } from "./page-batch";
import { Pretence } from "./pretence";
import { type Told, Wire } from "./wire";
import { tapWorkers } from "./workers";

/**
 * The bridge: runs in the extension's isolated world of every frame, joins the page's port and a port to the
 * worker, and is the trust boundary between them.
 */
const { runtime } = (globalThis as unknown as { browser?: Api; chrome: Api }).browser ?? chromeApi();

interface Api {
  runtime: Runtime.Static;
}

function chromeApi(): Api {
  return (globalThis as unknown as { chrome: Api }).chrome;
}

const { timeOrigin } = performance;
let page: MessagePort | undefined;
let pretence: Pretence | undefined;
let wires = new Set<Wire>();
let workers = 0;

function tell(told: Told): void {
  page?.dispatchEvent(new CustomEvent(told ? PortEvent.Command : PortEvent.Cut, { detail: told }));
  if (!told) pretence?.cut();
}

const wire = new Wire(runtime, () => ({ type: "hello", timeOrigin }), tell);

function openForWorker(url: string, origin: () => number, tellWorker: (told: Told) => void): Wire {
  const worker = { number: ++workers, url };
  // Again for each: `document.open()` removes every listener of the window, in this world too.
  addEventListener("pageshow", onShow);
  addEventListener("pagehide", onHide);
  return new Wire(runtime, () => ({ type: "hello", timeOrigin: origin(), worker }), tellWorker);
}

function onShow({ persisted, isTrusted }: PageTransitionEvent): void {
  // Not when it is only pretended.
  if (persisted && isTrusted) for (const each of [wire, ...wires]) each.renew();
}

function onHide({ persisted }: PageTransitionEvent): void {
  // Workers end with their page, and nobody will hear of it.
  if (!persisted) for (const each of wires) each.send({ type: "ended", orderly: false });
}

document.addEventListener(
  HAND_OVER,
  (event) => {
    const port = (event as MessageEvent).ports?.[0];
    if (!port) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    page = port;
    const assembler = new BatchAssembler((batch) => wire.send(batch));
    for (const type of [PortEvent.Head, PortEvent.Meta, PortEvent.Bytes, PortEvent.Text]) {
      port.addEventListener(type, (part) => assembler.take(type, (part as CustomEvent).detail));
    }
    port.addEventListener(PortEvent.Awake, () => {
      addEventListener("pageshow", onShow);
      wire.wake();
    });
    pretence = new Pretence(port, () => {
      addEventListener("pageshow", onShow);
      wire.summon(true);
    });
    const start = () => pretence?.start(readMarks((document as { featurePolicy?: never }).featurePolicy));
    port.addEventListener(PortEvent.Ready, start, { once: true });
    wires = tapWorkers(port, openForWorker);
  },
  { once: true },
);

runtime.onMessage.addListener((message: unknown) => {
  const said = message as Summons | Pretend;
  if (said.type === "pretend") pretence?.set(said.conditions);
  if (said.type !== "summons") return undefined;
  wire.summon(said.wanted);
  for (const each of wires) each.summon();
  return Promise.resolve(timeOrigin);
});
