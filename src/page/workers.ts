import { PortEvent } from "../link/hand-over";
import type { Channel } from "./channel";
import { replace, standIn } from "./disguise";
import { construct, getPrototypeOf, indexOf, reader } from "./natives";
import { call } from "./tap";

const { trustedTypes } = self as { trustedTypes?: object };
const readPolicy = trustedTypes && reader<unknown>(getPrototypeOf(trustedTypes) as object, "defaultPolicy");

/**
 * The tap on dedicated workers made of a Blob: the worker gets a script of the bridge's making, with the tap's program
 * in front of the page's. Every other worker is left alone: nothing can be put in front of a script that is fetched
 * without breaking some of them.
 * @param program the text of this program
 */
export function installWorkers(program: string, channel: Channel): void {
  const Native = Worker;
  let starting = false;

  /** The address to start the worker from instead; undefined where it is to be left alone. */
  function instead(url: unknown): string | undefined {
    // Its options' getters may start others.
    if (starting || typeof url !== "string" || indexOf(url, "blob:") !== 0 || indexOf(url, "\n") > 0)
      return undefined;
    // A default policy would be asked about the other address.
    if (readPolicy && readPolicy(trustedTypes) !== null) return undefined;
    return channel.ask(PortEvent.Script, `${url}\n${program}`) as string | undefined;
  }

  const tapped: typeof Worker = standIn(Native, {
    construct: function trap(target, args: [string, WorkerOptions?], newTarget) {
      const url = instead(args[0]);
      const given = url === undefined ? args : ([url, args[1]] as typeof args);
      const make = () => construct(target, given, newTarget === tapped ? target : newTarget);
      const outer = starting;
      starting = true;
      try {
        const worker: Worker = call(make, undefined, newTarget === tapped ? args : [newTarget], trap);
        if (url !== undefined) channel.tell(PortEvent.Started, worker);
        return worker;
      } finally {
        starting = outer;
      }
    },
  });
  replace(self, "Worker", tapped);
  replace(Native.prototype, "constructor", tapped);

  function terminate(target: () => void, self: Worker, args: []): void {
    call(target, self, args, terminate);
    channel.tell(PortEvent.Terminated, self);
  }
  replace(Native.prototype, "terminate", standIn(Native.prototype.terminate, { apply: terminate }));
}
