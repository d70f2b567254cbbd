import { PortEvent } from "../link/hand-over";
import type { Kind } from "../protocol";
import type { Channel } from "./channel";
import { replace, standIn } from "./disguise";
import type { Log } from "./log";
import { construct, getOwnPropertyDescriptor, NativeDOMException, NativeSocket, now } from "./natives";
import type { Records, SocketRecord } from "./record";
import type { Recorder } from "./recorder";
import { Stamp } from "./stamp";
import { call } from "./tap";

type Getter = () => unknown;

const owners = {
  __proto__: null,
  WebSocket: NativeSocket.prototype,
  Navigator: self.Navigator?.prototype,
  Document: self.Document?.prototype,
} as unknown as Record<string, object>;

/**
 * The page's side of pretended conditions, without a notion of what they are: getters, `send` and `close` ask the
 * bridge, which has the sockets in its hands. Without conditions nothing is in the page's way.
 * @returns shows the bridge a socket, as long as conditions are pretended
 */
export function installStandIns(channel: Channel, log: Log, records: Records, recorder: Recorder) {
  let restore = () => {};

  function ask(what: string | Kind, record: SocketRecord | null, value?: unknown): unknown {
    const answer = channel.ask(PortEvent.Ask, [what, record?.number, value, log.head]);
    if (what === "send" && typeof answer === "string")
      throw construct(NativeDOMException, [answer, "InvalidStateError"]);
    return answer;
  }

  function stand(owner: object, name: string): void {
    const native = getOwnPropertyDescriptor(owner, name)?.get;
    if (!native) return;
    function trap(target: Getter, self: unknown, args: []): unknown {
      const said = call(target, self, args, trap);
      // Without what was said: a getter of the page's own may give an object, which runs its code when it is cloned.
      return ask(name, Stamp.read(self)) ?? said;
    }
    const made = standIn(native, { apply: trap });
    replace(owner, name, made, "get");
    const others = restore;
    restore = () => {
      // The page may have put something of its own there.
      if (getOwnPropertyDescriptor(owner, name)?.get === made) replace(owner, name, native, "get");
      others();
    };
  }

  function show(record: SocketRecord): void {
    if (recorder.ask && record.socket) channel.tell(PortEvent.Live, record.socket, record.number);
  }

  // Nothing is read that is not there: it would be asked of the page's `Array.prototype`.
  channel.on<[boolean, ...string[]]>(PortEvent.Stand, (names) => {
    restore();
    restore = () => {};
    for (let i = 1; i < names.length; i += 2)
      stand(owners[names[i] as string] as object, names[i + 1] as string);
    recorder.ask = names[0] ? ask : null;
    for (let record = records.first; record; record = record.next) show(record);
  });

  channel.on<[number, number, unknown]>(PortEvent.Note, (note) => {
    const record = records.find(note[0]);
    if (!record) return;
    recorder.note(record, now(), note[1], note[2]);
    channel.say(PortEvent.Noted, log.head - 1);
  });

  channel.say(PortEvent.Ready, null);
  return show;
}
