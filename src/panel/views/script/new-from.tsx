import { ChevronDown } from "lucide";
import { Icon } from "../../parts/icon";
import { MenuButton, type MenuItem } from "../../parts/menu-button";
import { useThrottled } from "../../parts/throttled";
import { counted } from "../../parts/words/count";
import type { Scripting } from "../../store/script/scripting";
import { socketsToOffer, whyNoRange } from "../../store/script/sources";
import type { Store } from "../../store/store";

const LAG = 400;
const MOST_SOCKETS = 5;

function itemsOf(store: Store): MenuItem[] {
  const noRange = whyNoRange(store);
  const shown = store.rows.length;
  const sockets = socketsToOffer(store, MOST_SOCKETS).map((socket) => ({
    id: String(socket.number),
    label: `Whole socket #${socket.number}`,
    hint: `${counted(store.framesOf(socket), "frame")}, whatever the filter hides`,
    possible: true,
  }));
  return [
    {
      id: "range",
      label: "Selected frames",
      hint: noRange || "Those selected together in Frames",
      possible: noRange === "",
    },
    {
      id: "shown",
      label: "Frames shown",
      hint: shown > 0 ? "What the filter lets through, of one socket" : "No frames are shown.",
      possible: shown > 0,
    },
    ...(sockets.length > 0
      ? sockets
      : [{ id: "none", label: "Whole socket", hint: "No socket has frames yet.", possible: false }]),
    { id: "empty", label: "Nothing", hint: "An empty script, to be written by hand", possible: true },
  ];
}

/** Makes a script of captured frames. */
export function NewFrom({ store, scripting }: { store: Store; scripting: Scripting }) {
  useThrottled(store.version, LAG).value;
  const choose = (id: string) => {
    if (id === "empty") scripting.begin();
    else if (id === "range" || id === "shown") void scripting.make({ kind: id });
    else void scripting.make({ kind: "socket", number: Number(id) });
  };
  return (
    <MenuButton
      name="New from"
      face={
        <>
          New from
          <Icon of={ChevronDown} size={12} />
        </>
      }
      items={itemsOf(store)}
      onChoose={choose}
    />
  );
}
