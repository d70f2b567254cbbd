import type { RoomEvent } from "../../../model/room/room";
import type { Socket } from "../../../model/socket";
import type { Span } from "./span";

/** Choices that are offered: the newest. */
const MOST = 8;
/** What follows a socket's beginning without such a pause belongs to it; in ms. */
const PAUSE = 3_000;
const LEAST = 300;

/**
 * The time in which a socket began and the page joined its rooms: from the end of the socket before, if that is not long
 * ago, to the last of the events that came in one go.
 */
export function beginningOf(socket: Socket, before: Socket | undefined, events: readonly RoomEvent[]): Span {
  let last = socket.openedAt ?? socket.createdAt;
  for (const { socket: number, time } of events) {
    if (number === socket.number && time - last <= PAUSE) last = Math.max(last, time);
  }
  const length = Math.max(LEAST, last - socket.createdAt);
  const pause = before?.closedAt === undefined ? 0 : Math.max(0, socket.createdAt - before.closedAt);
  return {
    from: socket.createdAt - Math.min(length * 0.3, Math.max(pause * 1.2, length * 0.1)),
    // The last words need room.
    to: last + length * 0.3,
  };
}

/** The sockets on which something happened to a membership, of the newest. */
export function eventful(sockets: readonly Socket[], events: readonly RoomEvent[]): Socket[] {
  const numbers = new Set(events.map(({ socket }) => socket));
  return sockets.filter(({ number }) => numbers.has(number)).slice(-MOST);
}

interface Props {
  sockets: readonly Socket[];
  /** The number of the socket whose beginning is shown; 0 for all. */
  chosen: number;
  onChoose: (number: number) => void;
}

/** Chooses between the whole session and the beginning of one of its sockets. */
export function Zoom({ sockets, chosen, onChoose }: Props) {
  const choices = [0, ...sockets.map(({ number }) => number)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line
    <div class="zoom" role="group" aria-label="Time shown">
      {choices.map((number) => (
        <button
          key={number}
          type="button"
          class="zoom-choice"
          aria-pressed={number === chosen}
          title={
            number === 0 ? "From the first socket to the last" : `When #${number} opened and joined its rooms`
          }
          onClick={() => onChoose(number)}
        >
          {number === 0 ? "Whole session" : `Start of #${number}`}
        </button>
      ))}
    </div>
  );
}
