import { useRef } from "preact/hooks";
import { useRemembered } from "../../parts/remembered";
import { Splitter } from "../../parts/splitter";
import { useThrottled } from "../../parts/throttled";
import { useBox } from "../../parts/use-box";
import { useTicking } from "../../parts/use-ticking";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { NoRooms } from "./empty";
import type { Group } from "./lines";
import { RoomDetails } from "./room-details";
import { RoomGrid } from "./room-grid";
import { SessionHeading } from "./session-heading";
import type { RoomsState } from "./state";
import { useGroups } from "./use-groups";

/** Figures may lag this much: nobody reads them faster. */
const LAG = 300;
/** A forgotten room is told by time passing as well. */
const TICK = 1000;
/** Below this height details stand beside the list, where it is wide enough for both. */
const LOW = 380;
const WIDE = 640;
/** What the list keeps, and below which there is no room for details. */
const LEAST = { width: 300, height: 132 };
const LEAST_DETAILS = 60;
const FIRST = { width: 460, height: 260 };

/** Without a selection: the session of which most can be told. */
function mostEventful(groups: readonly Group[]): Group | undefined {
  let best: Group | undefined;
  for (const group of groups) {
    if (!best || group.rooms.events.length > best.rooms.events.length) best = group;
  }
  return best;
}

interface Props {
  store: Store;
  going: Going;
  state: RoomsState;
}

/** The rooms of the sessions in sight, and what happened in them. */
export function RoomsView({ store, going, state }: Props) {
  useThrottled(store.version, LAG).value;
  const { lines, groups, total, stale } = useGroups(store, state);
  useTicking(
    TICK,
    stale ||
      groups.some(({ session }) =>
        session.sockets.some((socket) => socket.state === "open" && !socket.imported),
      ),
  );
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const [width, setWidth] = useRemembered("rooms.width", FIRST.width);
  const [height, setHeight] = useRemembered("rooms.height", FIRST.height);
  const beside = box.height < LOW && box.width >= WIDE;
  const most = beside ? box.width - LEAST.width : box.height - LEAST.height;
  const least = Math.min(beside ? LEAST.width : LEAST.height, most);
  const roomy = most >= LEAST_DETAILS;
  const size = Math.max(least, Math.min(most, beside ? width : height));
  const selected = state.selected.value;
  const group = groups.find(({ session }) => session.id === selected?.session) ?? mostEventful(groups);
  const only = groups.length === 1 ? groups[0] : undefined;
  const sought = state.sought.value;

  return (
    <div class={`rooms-area ${beside ? "beside" : "below"}`} ref={area}>
      <div class="rooms">
        <div class="rooms-line">
          {only && <SessionHeading session={only.session} />}
          <span class="rooms-count">
            {counted(total, "room")}
            {groups.length > 1 && ` in ${counted(groups.length, "session")}`}
          </span>
          <input
            type="search"
            class="room-search"
            aria-label="Find rooms"
            placeholder="Find rooms"
            autocomplete="off"
            spellcheck={false}
            value={sought}
            onInput={(event) => {
              state.sought.value = event.currentTarget.value;
            }}
          />
        </div>
        <div class="rooms-list">
          <RoomGrid lines={lines} state={state} going={going} />
          {total === 0 && <NoRooms store={store} understood={!store.understanding.behind} />}
          {total > 0 && lines.length === 0 && (
            <div class="view-empty">
              <p class="empty-title">No room has this in its name.</p>
            </div>
          )}
        </div>
      </div>
      {group && roomy && (
        <>
          <Splitter
            name="Resize room details"
            orientation={beside ? "vertical" : "horizontal"}
            behind
            size={size}
            min={least}
            max={most}
            initial={beside ? FIRST.width : FIRST.height}
            onSize={beside ? setWidth : setHeight}
          />
          <div class="rooms-pane" style={beside ? { width: `${size}px` } : { height: `${size}px` }}>
            <RoomDetails store={store} state={state} going={going} group={group} />
          </div>
        </>
      )}
    </div>
  );
}
