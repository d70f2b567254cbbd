import { byteLength } from "./bytes";
import type { ClientEvent, EventDetails, EventName } from "./events";
import { counted, digits } from "./words";

type Words = { [Name in EventName]: (details: EventDetails[Name]) => string };

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sized(data: string | Uint8Array): string {
  return counted(byteLength(data), "byte");
}

function ended({ code, reason, clean, by }: EventDetails["close"]): string {
  const text = reason === "" ? "" : ` “${reason}”`;
  const cleanly = by === "client" || clean ? "" : ", not cleanly";
  return `Closed by ${by === "client" ? "this client" : "the other side"} with code ${code}${text}${cleanly}`;
}

const words: Words = {
  state: ({ state, previous }) => `${capital(state)} (was ${previous})`,
  open: ({ protocol }) => (protocol === "" ? "Open" : `Open with subprotocol ${protocol}`),
  connected: ({ reconnected }) => (reconnected ? "Connected again" : "Connected"),
  message: ({ data }) => `Received ${sized(data)}`,
  close: ended,
  error: ({ kind, message }) => `Error (${kind}): ${message}`,
  reconnecting: ({ attempt, delay, formula }) => `Attempt ${attempt} in ${digits(delay)} ms: ${formula}`,
  "reconnect-error": ({ attempt, message }) => `Attempt ${attempt} failed: ${message}`,
  "max-attempts": ({ attempts }) => `All attempts are used up: ${attempts}`,
  "gave-up": ({ why }) => `Not reconnecting: ${why}`,
  "heartbeat-timeout": ({ timeout, silent }) =>
    silent
      ? `Nothing received for ${digits(timeout)} ms`
      : `No reply to the heartbeat within ${digits(timeout)} ms`,
  "ping-sent": ({ data }) => `Ping sent: ${data}`,
  answered: ({ data }) => `Ping of the other side answered: ${data}`,
  pong: ({ rtt }) => `Pong after ${digits(rtt)} ms`,
  joined: ({ room, sent }) => (sent ? `Joined ${room}` : `Will join ${room} when open`),
  left: ({ room, why }) => `Left ${room}: ${why}`,
  rejoined: ({ rooms }) => `Joined again: ${rooms.join(", ")}`,
  buffered: ({ data, count }) => `Kept ${sized(data)} until open: ${counted(count, "message")} waiting`,
  dropped: ({ count, bytes, why }) =>
    `Dropped ${counted(count, "message")} of ${counted(bytes, "byte")}: ${why}`,
  flushed: ({ count }) => `Sent ${counted(count, "kept message")}`,
  paused: ({ why, closed }) =>
    why === "hidden"
      ? "Hidden: no attempts until visible"
      : `Offline: ${closed ? "closed, and " : ""}no attempts until online`,
  resumed: ({ why }) => `${capital(why)}: connecting at once`,
  stable: ({ after }) => `Stable after ${digits(after)} ms: attempts count from 0 again`,
};

/** The line of the log for an event: what was decided, why, and with which numbers. */
export function describe(event: ClientEvent): string {
  return (words[event.type] as (details: ClientEvent) => string)(event);
}
