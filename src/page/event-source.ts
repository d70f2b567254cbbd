import { Kind } from "../protocol";
import { replace, standIn, withoutTrace } from "./disguise";
import {
  addEventListener,
  apply,
  construct,
  getPrototypeOf,
  now,
  readData,
  reader,
  readTimeStamp,
} from "./natives";
import type { SocketRecord } from "./record";
import type { Recorder } from "./recorder";
import { Stamp } from "./stamp";
import { call } from "./tap";

const { prototype: messageEvent } = MessageEvent;
const readType = reader<string>(Event.prototype, "type");
const readLastEventId = reader<string>(messageEvent, "lastEventId");
const CLOSED = 2;

/**
 * The tap on server-sent events. They have names of the server's choice, and only who listens to a name is told of
 * an event. So the tap listens to what the page listens to, a moment before it does; to know that, it stands in for
 * `addEventListener`, from the first EventSource on, so that pages without one have nothing between them and theirs.
 * @param constructed called after each new EventSource
 */
export function installEventSource(recorder: Recorder, constructed: (record: SocketRecord) => void): void {
  const Native = globalThis.EventSource;
  if (!Native) return;
  const readUrl = reader<string>(Native.prototype, "url");
  const readReadyState = reader<number>(Native.prototype, "readyState");
  let listening = false;

  function onEvent(this: EventSource, event: Event): void {
    const record = Stamp.read(this);
    if (!record || !event.isTrusted) return;
    const time = readTimeStamp(event);
    // A server may call an event "open" or "error" as well; only those it sends have data.
    if (getPrototypeOf(event) === messageEvent) {
      recorder.happened(record, time, readType(event), readLastEventId(event), readData(event) as string);
    } else if (readType(event) === "open") {
      recorder.fact(Kind.Opened, record, time, { protocol: "", extensions: "" });
    } else if (readReadyState(this) === CLOSED) {
      recorder.fact(Kind.Failed, record, time, {});
      recorder.fact(Kind.Closed, record, time, { code: 0, reason: "", clean: false });
    } else {
      recorder.fact(Kind.Retrying, record, time, {});
    }
  }

  function listenToo(
    target: typeof EventTarget.prototype.addEventListener,
    self: EventTarget,
    args: [string, null],
  ): void {
    const type: unknown = args[0];
    const record = Stamp.read(self);
    if (record?.transport === "EventSource" && typeof type === "string")
      addEventListener(self, type, onEvent);
    try {
      apply(target, self, args);
    } catch (error) {
      throw withoutTrace(error, listenToo);
    }
  }

  function watch(source: EventSource, record: SocketRecord): void {
    new Stamp(source, record);
    addEventListener(source, "open", onEvent);
    addEventListener(source, "error", onEvent);
    addEventListener(source, "message", onEvent);
    if (listening) return;
    listening = true;
    replace(
      EventTarget.prototype,
      "addEventListener",
      standIn(EventTarget.prototype.addEventListener, { apply: listenToo }),
    );
  }

  const tapped: typeof EventSource = standIn(Native, {
    construct: function trap(target, args: [string], newTarget) {
      const make = () => construct(target, args, newTarget === tapped ? target : newTarget);
      const source: EventSource = call(make, undefined, newTarget === tapped ? args : [newTarget], trap);
      const facts = { transport: "EventSource", url: readUrl(source), asked: "" } as const;
      const record = recorder.created(facts, now());
      watch(source, record);
      constructed(record);
      return source;
    },
  });
  replace(self, "EventSource", tapped);
  replace(Native.prototype, "constructor", tapped);

  function close(target: () => void, self: EventSource, args: []): void {
    const record = Stamp.read(self);
    const open = record !== null && readReadyState(self) !== CLOSED;
    call(target, self, args, close);
    if (record && open) recorder.fact(Kind.Closed, record, now(), { code: 0, reason: "", clean: true });
  }
  replace(Native.prototype, "close", standIn(Native.prototype.close, { apply: close }));
}
