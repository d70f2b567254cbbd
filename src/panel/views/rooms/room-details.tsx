import { ListFilter, X } from "lucide";
import type { RoomEvent } from "../../../model/room/room";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { counted } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { nowOf } from "../scope";
import { EventList } from "./event-list";
import type { Group } from "./lines";
import { MemberList } from "./member-list";
import { SessionHeading } from "./session-heading";
import type { RoomsState } from "./state";
import { Timeline } from "./timeline";
import { STATES, shownName } from "./words";

/** Lanes where no room is selected. */
const LANES = 8;

interface Props {
  store: Store;
  state: RoomsState;
  going: Going;
  /** The session of the selected room, or the one to show where none is. */
  group: Group;
}

/** That a room was forgotten is told later than it happened. */
function inTime(events: readonly RoomEvent[]): readonly RoomEvent[] {
  return events.toSorted((a, b) => a.time - b.time);
}

/** The rooms of which most happened, in the order in which it began: only another event can change them. */
function busiest(events: readonly RoomEvent[]): string[] {
  const counts = new Map<string, number>();
  for (const { room } of events) counts.set(room, (counts.get(room) ?? 0) + 1);
  const names = [...counts.keys()];
  if (names.length <= LANES) return names;
  const top = new Set(names.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, LANES));
  return [...counts.keys()].filter((name) => top.has(name));
}

/** The selected room: what happened, and who is in. Without one, what happened to the session's rooms. */
export function RoomDetails({ store, state, going, group: { session, rooms } }: Props) {
  const selected = state.selected.value;
  const room = selected?.session === session.id ? rooms.rooms.get(selected.room) : undefined;
  const all = inTime(rooms.events);
  const names = room ? [room.name] : busiest(all);
  const events = room ? all.filter((event) => event.room === room.name) : all;
  const newest = session.sockets.at(-1);
  const now = newest ? nowOf(newest, store) : 0;
  const saying = room && STATES[room.state];
  return (
    <section class="room-details" aria-label="Room details">
      <div class="room-title">
        {room ? (
          <span class="room-title-name" title={room.name}>
            {oneLine(shownName(room.name), 200)}
          </span>
        ) : (
          <>
            <span class="room-title-all">All rooms</span>
            <SessionHeading session={session} />
          </>
        )}
        {saying && (
          <span class={`room-title-state tone-${saying.tone}`} title={saying.meaning}>
            <Icon of={saying.icon} size={12} />
            {saying.word}
          </span>
        )}
        <span class="room-title-actions">
          {room && (
            <>
              <button
                type="button"
                class="icon-button"
                title="Show its frames (Enter)"
                onClick={() => going.toRoom(room.name)}
              >
                <Icon of={ListFilter} size={12} />
                <span class="action-word">Show frames</span>
              </button>
              <IconButton
                name="Show all rooms"
                tip="Show all rooms (Esc)"
                onClick={() => {
                  state.selected.value = null;
                }}
              >
                <Icon of={X} />
              </IconButton>
            </>
          )}
        </span>
      </div>
      <div class="room-story">
        {names.length > 0 && (
          <Timeline
            key={`${session.id} ${room?.name}`}
            session={session}
            names={names}
            events={events}
            now={now}
            going={going}
          />
        )}
        {!room && names.length === LANES && (
          <p class="quiet-note">The {LANES} rooms of which most happened.</p>
        )}
        <div class="room-columns">
          <div>
            <h3>Events</h3>
            <EventList
              key={`${session.id} ${room?.name}`}
              store={store}
              going={going}
              events={events}
              lost={rooms.eventsLost}
              named={!room}
            />
          </div>
          {room && (
            <div>
              <h3>{room.members ? counted(room.members.size, "member") : "Members"}</h3>
              <MemberList room={room} />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
