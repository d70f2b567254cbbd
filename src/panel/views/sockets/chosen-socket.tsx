import { Info, X } from "lucide";
import { placeOf } from "../../../model/place";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Popover } from "../../parts/popover";
import { useThrottled } from "../../parts/throttled";
import type { Store } from "../../store/store";
import { SocketFacts } from "./socket-facts";
import { shownQuery, stateSymbol, stateText } from "./socket-words";

const LAG = 150;

/** What is chosen in the tree, beside the tabs: the socket's facts, and the way back to all sockets. */
export function ChosenSocket({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const chosen = store.filtering.chosen.value;
  if (!chosen) return null;
  const socket =
    "socket" in chosen ? store.sockets().find(({ number }) => number === chosen.socket) : undefined;
  const where = socket ? placeOf(socket) + shownQuery(socket) : "place" in chosen ? chosen.place : "";
  return (
    <div class="chosen-socket">
      {socket && (
        <span class="chosen-state">
          {stateSymbol(socket)} #{socket.number} {stateText(socket)}
        </span>
      )}
      <span class="chosen-place" title={where}>
        {where}
      </span>
      {socket && (
        <Popover name={`About socket #${socket.number}`} face={<Icon of={Info} />} align="end">
          <SocketFacts socket={socket} />
        </Popover>
      )}
      <IconButton name="Show all sockets" onClick={() => store.filtering.choose(null)}>
        <Icon of={X} />
      </IconButton>
    </div>
  );
}
