import type { Handed } from "../link/hand-over";
import type { Batch } from "../protocol";
import { replace, standIn } from "./disguise";
import {
  addEventListener,
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  readData,
  reader,
  timeOrigin,
} from "./natives";
import { call } from "./tap";

const { postMessage, start } = MessagePort.prototype;
const { removeEventListener } = EventTarget.prototype;
const { stopImmediatePropagation } = Event.prototype;
const readPorts = reader<readonly MessagePort[]>(MessageEvent.prototype, "ports");

/** A worker's way to the bridge: a port of its own, which comes as its first message and which nobody else sees. */
export class WorkerChannel {
  #port: MessagePort | null = null;
  #awake = false;

  /** @param script the address that the page gave its worker; the message with the port repeats it */
  constructor(readonly script: string) {}

  wake(): void {
    this.#awake = true;
    this.#post(timeOrigin);
  }

  send(batch: Batch): void {
    this.#post(batch);
  }

  /** The worker ends itself. `all`: whether all was told by then. */
  leave(all: boolean): void {
    this.#post(all ? null : false);
  }

  receive(command: (handed: Handed) => void, cut: () => void): void {
    const onFirst = (event: Event): void => {
      const port = readPorts(event)[0];
      if (!event.isTrusted || readData(event) !== this.script || !port) return;
      apply(removeEventListener, self, ["message", onFirst]);
      apply(stopImmediatePropagation, event, []);
      addEventListener(port, "message", (message) => {
        const said = readData(message) as Handed | null;
        if (said) command(said);
        else {
          cut();
          this.#post(true);
        }
      });
      apply(start, port, []);
      this.#port = port;
      if (this.#awake) this.wake();
    };
    addEventListener(self, "message", onFirst);
  }

  #post(message: number | Batch | boolean | null): void {
    if (this.#port) apply(postMessage as (message: unknown) => void, this.#port, [message]);
  }
}

/**
 * What has to be different in a worker: its location says what the page gave it, and nothing may wait when it closes.
 * @param leave called when the worker ends itself
 */
export function installInWorker(channel: WorkerChannel, leave: () => boolean): void {
  const { href: script, pathname: scriptPath } = new URL(channel.script);
  const prototype = getPrototypeOf(location) as object;
  const { href, pathname } = location;
  function disguise(name: string, key: "get" | "value"): void {
    const native = getOwnPropertyDescriptor(prototype, name)?.[key];
    function trap(target: () => string, self: unknown, args: []): string {
      const said = call(target, self, args, trap);
      return said === href ? script : said === pathname ? scriptPath : said;
    }
    replace(prototype, name, standIn(native, { apply: trap }), key);
  }
  disguise("href", "get");
  disguise("pathname", "get");
  disguise("toString", "value");

  function close(target: () => void, self: unknown, args: []): void {
    call(target, self, args, close);
    channel.leave(leave());
  }
  replace(self, "close", standIn(self.close, { apply: close as never }));
}
