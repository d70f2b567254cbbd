import type { Signal } from "@preact/signals";
import { X } from "lucide";
import { Icon } from "../../../parts/icon";
import { IconButton } from "../../../parts/icon-button";
import { oneLine } from "../../../parts/words/one-line";
import { clockTime } from "../../../parts/words/time";
import type { ReplayClient } from "../../../store/replay/replay-client";
import type { RoomStay } from "../../../store/replay/room-stays";
import { useClient } from "../use-client";

function stayText({ told, times, since }: RoomStay): string {
  if (!told) return times === 0 ? "joined at the next open" : "joined again at the next open";
  return times > 1 ? `joined again, ${times - 1}\u00d7` : `since ${clockTime(since)}`;
}

/** The rooms that the client is in, with the way out of each and into others. */
export function RoomsFact({ client, room }: { client: ReplayClient; room: Signal<string> }) {
  useClient(client);
  const stays = client.rooms.list;
  const name = room.value.trim();
  const why = client.client === null ? "Press Connect first" : name === "" ? "Enter a room" : "";
  const join = () => {
    if (why !== "") return;
    client.join(name);
    room.value = "";
  };
  return (
    <section class="rooms-fact" aria-label="Rooms of the client">
      <h2>Rooms</h2>
      <div class="room-line">
        <input
          type="text"
          class="data"
          aria-label="Room"
          placeholder="Room"
          autocomplete="off"
          spellcheck={false}
          value={room.value}
          onInput={({ currentTarget }) => {
            room.value = currentTarget.value;
          }}
          onKeyDown={({ key }) => key === "Enter" && join()}
        />
        <button
          type="button"
          class="plain-button"
          aria-disabled={why !== ""}
          title={why || undefined}
          onClick={join}
        >
          Join
        </button>
      </div>
      <ul aria-label="Rooms joined">
        {stays.map((stay) => (
          <li key={stay.room} class="room-stay">
            <span class="data">{oneLine(stay.room, 200)}</span>
            <span class={stay.told ? "muted" : "warning"}>{stayText(stay)}</span>
            <IconButton name={`Leave ${stay.room}`} onClick={() => client.leave(stay.room)}>
              <Icon of={X} size={12} />
            </IconButton>
          </li>
        ))}
      </ul>
      {stays.length === 0 && <p class="muted">In no room.</p>}
    </section>
  );
}
