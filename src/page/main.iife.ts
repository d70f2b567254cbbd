import type { Replayed } from "../link/hand-over";
import type { Watching } from "../protocol";
import { Channel } from "./channel";
import { installEventSource } from "./event-source";
import { installInWorker, WorkerChannel } from "./in-worker";
import { Log } from "./log";
import { addEventListener } from "./natives";
import { Readers } from "./readers";
import { Records, type SocketRecord } from "./record";
import { Recorder } from "./recorder";
import { replay } from "./replay";
import { installStandIns } from "./stand-ins";
import { install } from "./tap";
import { installWorkers } from "./workers";

/**
 * The tap: runs in the page's world, in every frame, before the page's first script. It never touches the
 * extension's API, adds nothing the page could see, and throws nothing the page could catch.
 */
// @ts-expect-error: the build makes a function of this module; a worker's script calls it with its address
// biome-ignore lint/complexity/noArguments: there is no parameter to name
const program: { 0?: string; callee: unknown } = arguments;
const script = program[0];
const channel = script === undefined ? Channel.open() : new WorkerChannel(script);
if (channel) {
  const records = new Records();
  const log = new Log();
  const readers = new Readers(log, records, (batch) => channel.send(batch));
  const recorder = new Recorder(log, records, (units, time) => readers.noted(units, time));
  let show: ((record: SocketRecord) => void) | undefined;
  const leave = () => readers.hurry(true);
  const comeBack = () => readers.hurry(false);
  const constructed = (record: SocketRecord) => {
    channel.wake();
    show?.(record);
    // Again for each socket: `document.open()` removes every listener of the window.
    addEventListener(self, "pagehide", leave);
    addEventListener(self, "pageshow", comeBack);
  };
  const open = install(recorder, constructed);
  channel.receive(
    (handed) => {
      const reader = handed[0];
      if (reader === 0) replay(handed[1] as Replayed, records, recorder, open);
      else readers.command(reader, handed[1] as Watching);
    },
    () => readers.removeAll(),
  );
  installEventSource(recorder, constructed);
  if (channel instanceof WorkerChannel) {
    installInWorker(channel, () => {
      leave();
      return !readers.behind;
    });
  } else {
    show = installStandIns(channel, log, records, recorder);
    installWorkers(`${program.callee}`, channel);
  }
}
