import { Info, X } from "lucide";
import { placeOf } from "../../../model/place";
import { maskedQuery, urlParts } from "../../../model/url";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Popover } from "../../parts/popover";
import { useThrottled } from "../../parts/throttled";
import type { Store } from "../../store/store";
import { SocketFacts } from "./socket-facts";
import { stateSymbol, stateText } from "./socket-words";

const LAG = 150;

/** What is chosen in the tree, beside the tabs: the socket's facts, and the way back to all sockets. */
export function ChosenSocket({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const chosen = store.filtering.chosen.value;
  if (!chosen) return null;
  const socket =
    "socket" in chosen ? store.sockets().find(({ number }) => number === chosen.socket) : undefined;
  const file = "file" in chosen ? store.files().find(({ id }) => id === chosen.file) : socket?.imported;
  const place = "place" in chosen ? chosen.place : file ? `${file.file} (imported)` : "";
  const where = socket ? placeOf(socket) + maskedQuery(urlParts(socket.url).query) : place;
  return (
    <div class="chosen-socket">
      {socket && (
        <span class="chosen-state">
          {stateSymbol(socket)} #{socket.number} {stateText(socket)}
          {socket.imported && <span class="badge chosen-import">imported</span>}
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
      {!socket && file && (
        <button type="button" class="link-button" onClick={() => store.removeImport(file.id)}>
          Remove
        </button>
      )}
      <IconButton name="Show all sockets" onClick={() => store.filtering.choose(null)}>
        <Icon of={X} />
      </IconButton>
    </div>
  );
}
