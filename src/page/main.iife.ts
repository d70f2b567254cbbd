import { Channel } from "./channel";
import { installEventSource } from "./event-source";
import { Log } from "./log";
import { addEventListener } from "./natives";
import { Readers } from "./readers";
import { Records } from "./record";
import { Recorder } from "./recorder";
import { install } from "./tap";

/**
 * The tap: runs in the page's world, in every frame, before the page's first script. It never touches the
 * extension's API, adds nothing the page could see, and throws nothing the page could catch.
 */
const channel = Channel.open();
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
    addEventListener(window, "pagehide", leave);
    addEventListener(window, "pageshow", comeBack);
  };
  install(recorder, constructed);
  installEventSource(recorder, constructed);
}
