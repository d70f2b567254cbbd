import { Channel } from "./channel";
import { installEventSource } from "./event-source";
import { installInWorker, WorkerChannel } from "./in-worker";
import { Log } from "./log";
import { addEventListener } from "./natives";
import { Readers } from "./readers";
import { Records } from "./record";
import { Recorder } from "./recorder";
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
  channel.receive(
    (reader, command) => readers.command(reader, command),
    () => readers.removeAll(),
  );
  const leave = () => readers.hurry(true);
  const comeBack = () => readers.hurry(false);
  const constructed = () => {
    channel.wake();
    // Again for each socket: `document.open()` removes every listener of the window.
    addEventListener(self, "pagehide", leave);
    addEventListener(self, "pageshow", comeBack);
  };
  install(recorder, constructed);
  installEventSource(recorder, constructed);
  if (channel instanceof WorkerChannel) {
    installInWorker(channel, () => {
      leave();
      return !readers.behind;
    });
  } else {
    installWorkers(`${program.callee}`, channel);
  }
}
