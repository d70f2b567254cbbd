import { PortEvent } from "../link/hand-over";
import { acceptable } from "./page-batch";
import { withTap } from "./script";
import type { Told, Wire } from "./wire";

/** Opens a wire for a worker whose script has this address. `origin` will tell its time origin, ms since 1970. */
type Open = (url: string, origin: () => number, tell: (told: Told) => void) => Wire;

/** A script at a `blob:` address. Synchronous, as the page's `new Worker` is; from here no policy of the page applies. */
function read(url: string): { text: string; type: string } {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain;charset=utf-8");
  request.send();
  if (request.status !== 200) throw new Error("There is nothing at this address.");
  const type = request.getResponseHeader("content-type") ?? "";
  // The browser decodes with the charset of the Blob's type; here it was read as UTF-8.
  if (/charset/i.test(type) && !/charset=["']?utf-8\b/i.test(type)) throw new Error("In another charset.");
  return { text: request.responseText, type };
}

/** Only what the page may read: from here, with the extension's host permissions, any origin's Blob can be. */
function mayRead(url: string): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  return (
    url.startsWith("blob:") &&
    origin !== "null" &&
    URL.parse(url)?.origin === origin &&
    // Refused, it would say so in the page's console.
    featurePolicy?.allowsFeature("sync-xhr") !== false
  );
}

/** How long after its end what a worker had told may be on the way. */
const GRACE_MS = 200;

/** A worker that says that it began longer ago than this is not believed. */
const LONGEST_LIFE_MS = 100 * 86_400_000;

/** Not a timer: their numbers go up by one for each, which a page sees. */
declare const scheduler: { postTask(task: () => void, options: { delay: number }): Promise<void> };

/** A script with the tap in front, and the address it has until its worker has started. */
interface Tapped {
  readonly url: string;
  readonly made: string;
}

/**
 * The bridge's part in tapping workers that are made of a Blob: makes their script, and gives each worker a port. The
 * page's world holds neither: what the tap in a worker says comes here at once.
 * @param page the shared port
 */
export function tapWorkers(page: MessagePort, open: Open): Set<Wire> {
  const wires = new Set<Wire>();
  const ends = new WeakMap<Worker, (orderly: boolean) => void>();
  /** Of workers that ended before their port came to them nobody hears. */
  const gone = new FinalizationRegistry<(orderly: boolean) => void>((end) => end(false));
  let tapped: Tapped | undefined;

  function forget(): void {
    if (tapped) URL.revokeObjectURL(tapped.made);
    tapped = undefined;
  }

  page.addEventListener(PortEvent.Script, (event) => {
    forget();
    const detail = String((event as CustomEvent).detail);
    const cut = detail.indexOf("\n");
    const url = detail.slice(0, cut);
    if (!mayRead(url)) return;
    try {
      const { text, type } = read(url);
      const script = withTap(text, url, detail.slice(cut + 1));
      if (script === null) return;
      const hash = url.indexOf("#");
      const made = URL.createObjectURL(new Blob([script], { type }));
      tapped = { url, made };
      page.dispatchEvent(
        new CustomEvent(PortEvent.Answer, { detail: hash < 0 ? made : made + url.slice(hash) }),
      );
    } catch {
      // Revoked, or not to be read now: the browser says what it says of such an address.
    }
  });

  page.addEventListener(PortEvent.Terminated, (event) => {
    const end = ends.get((event as FocusEvent).relatedTarget as Worker);
    if (end) scheduler.postTask(() => end(false), { delay: GRACE_MS });
  });

  page.addEventListener(PortEvent.Started, (event) => {
    const worker = (event as FocusEvent).relatedTarget as Worker | null;
    if (!tapped || !worker) return;
    const { url } = tapped;
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(url, [port2]);
    forget();
    let timeOrigin = 0;
    /** How often the worker was told that the way was cut, and has not said yet that it heard. */
    let stale = 0;
    const wire = open(
      url,
      () => timeOrigin,
      (told) => {
        if (!told) stale++;
        port1.postMessage(told);
      },
    );
    wires.add(wire);
    const end = (orderly: boolean) => {
      if (!wires.delete(wire)) return;
      wire.send({ type: "ended", orderly });
      port1.close();
    };
    ends.set(worker, end);
    gone.register(worker, end);
    port1.addEventListener("message", ({ data }) => {
      if (data === null || data === false) {
        // The task that closes goes on to its end, and may send.
        scheduler.postTask(() => end(data === null), { delay: GRACE_MS });
      } else if (data === true) {
        stale--;
      } else if (typeof data === "number") {
        if (timeOrigin === 0 && Math.abs(data - Date.now()) < LONGEST_LIFE_MS) timeOrigin = data;
        wire.wake();
      } else if (Array.isArray(data)) {
        const batch = acceptable(data[0], data[1], data[2], data[3]);
        // Packed for readers of the time before the cut.
        if (batch && stale <= 0) wire.send(batch);
      }
    });
    port1.start();
  });
  return wires;
}
