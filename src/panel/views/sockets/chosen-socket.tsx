import { Info, X } from "lucide";
import type { Socket } from "../../../model/socket";
import { maskedUrl } from "../../../model/url";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { Popover } from "../../parts/popover";
import { useThrottled } from "../../parts/throttled";
import { counted } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import type { Choice } from "../../store/filtering";
import type { Store } from "../../store/store";
import { SessionButton } from "../session/session-button";
import { SocketFacts } from "./socket-facts";
import { stateSymbol, stateText } from "./socket-words";

const LAG = 150;

/** What is chosen, in words: what it is, and where that goes. */
function named(store: Store, chosen: Choice, socket: Socket | undefined): { what: string; where: string } {
  if ("place" in chosen) return { what: "", where: chosen.place };
  if ("evidence" in chosen) return { what: "Shown:", where: oneLine(chosen.evidence.title, 400) };
  if ("session" in chosen) {
    const session = store.understanding.sessions.all.find(({ id }) => id === chosen.session);
    return {
      what: `session, ${counted(session?.sockets.length ?? 0, "socket")}`,
      where: session?.place ?? "",
    };
  }
  if (socket) {
    const where = maskedUrl(socket.url);
    return { what: `${stateSymbol(socket)} #${socket.number} ${stateText(socket)}`, where };
  }
  const file = "file" in chosen && store.files().find(({ id }) => id === chosen.file);
  return { what: "", where: file ? `${file.file} (imported)` : "" };
}

function tagOf(chosen: Choice, socket: Socket | undefined): string {
  if (socket?.imported) return "imported";
  if (socket?.replay) return "replay";
  return "session" in chosen ? "inferred" : "";
}

function Chosen({ store, chosen }: { store: Store; chosen: Choice }) {
  const socket =
    "socket" in chosen ? store.sockets().find(({ number }) => number === chosen.socket) : undefined;
  const { what, where } = named(store, chosen, socket);
  const tag = tagOf(chosen, socket);
  return (
    <>
      {what && (
        <span class="chosen-state">
          {what}
          {tag && <span class="badge chosen-import">{tag}</span>}
        </span>
      )}
      <span class="chosen-place" title={where}>
        {where}
      </span>
    </>
  );
}

/** What is chosen in the tree, beside the tabs: its facts, what is probably wrong, and the way back to all sockets. */
export function ChosenSocket({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const chosen = store.filtering.chosen.value;
  const socket =
    chosen && "socket" in chosen && store.sockets().find(({ number }) => number === chosen.socket);
  const isEvidence = chosen !== null && "evidence" in chosen;
  return (
    <div class="chosen-socket">
      {chosen && <Chosen store={store} chosen={chosen} />}
      <SessionButton store={store} />
      {socket && (
        <Popover name={`About socket #${socket.number}`} face={<Icon of={Info} />} align="end">
          <SocketFacts socket={socket} />
        </Popover>
      )}
      {chosen && "file" in chosen && (
        <button type="button" class="link-button" onClick={() => store.removeImport(chosen.file)}>
          Remove
        </button>
      )}
      {isEvidence && (
        <button
          type="button"
          class="link-button"
          title="Back to what was shown before"
          onClick={() => store.filtering.back()}
        >
          Back
        </button>
      )}
      {chosen && !isEvidence && (
        <IconButton name="Show all sockets" onClick={() => store.filtering.choose(null)}>
          <Icon of={X} />
        </IconButton>
      )}
    </div>
  );
}
