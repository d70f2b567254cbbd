import { useState } from "preact/hooks";
import type { RoomEvent } from "../../../model/room/room";
import { Icon } from "../../parts/icon";
import { grouped } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import { clockTime, fullDate } from "../../parts/words/time";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { EVENTS, eventText, shownName } from "./words";

const PAGE = 100;

/** Whether the event's frame is still where it was. */
function isThere({ row, socket, time }: RoomEvent, { capture }: Store): boolean {
  if (row < capture.start || row >= capture.end) return false;
  return capture.socket(row).number === socket && capture.time(row) === time;
}

function EventText({ event, named }: { event: RoomEvent; named: boolean }) {
  const { icon, tone } = EVENTS[event.kind];
  const shown = event.beforeAuth && tone !== "bad" ? "warning" : tone;
  return (
    <>
      <span class="event-time">{clockTime(event.time)}</span>
      <span class="event-what">
        <span class={`tone-${shown}`}>
          <Icon of={icon} size={12} />
        </span>
        <span class={shown === "bad" || shown === "warning" ? `tone-${shown}` : ""}>
          {named && <span class="event-room">{oneLine(shownName(event.room), 60)} </span>}
          {eventText(event)}
        </span>
      </span>
    </>
  );
}

interface Props {
  store: Store;
  going: Going;
  /** Oldest first. */
  events: readonly RoomEvent[];
  /** Older ones that are not kept. */
  lost: number;
  /** Whether each says its room. */
  named: boolean;
}

/** What happened to memberships, newest first; a click shows the frame. */
export function EventList({ store, going, events, lost, named }: Props) {
  const [most, setMost] = useState(PAGE);
  const shown = events.slice(-most).reverse();
  if (events.length === 0) return <p class="quiet-note">Nothing was seen of joining or leaving.</p>;
  return (
    <>
      <ol class="room-events" aria-label="Membership events">
        {shown.map((event, at) => (
          <li key={`${events.length - at}`} title={`${EVENTS[event.kind].meaning} (${fullDate(event.time)})`}>
            {isThere(event, store) ? (
              <button type="button" class="event-line" onClick={() => going.toFrame(event.row)}>
                <EventText event={event} named={named} />
                <span class="event-frame">frame</span>
              </button>
            ) : (
              <span class="event-line">
                <EventText event={event} named={named} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {events.length > most && (
        <button type="button" class="plain-button more" onClick={() => setMost(most + 5 * PAGE)}>
          Show older ({grouped(events.length - most)})
        </button>
      )}
      {lost > 0 && <p class="quiet-note">{grouped(lost)} older events of this session are not kept.</p>}
    </>
  );
}
