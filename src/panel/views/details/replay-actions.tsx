import { useComputed } from "@preact/signals";
import { ChevronDown, Repeat2, SquarePen } from "lucide";
import { Icon } from "../../parts/icon";
import { MenuButton } from "../../parts/menu-button";
import { contentOf, type Way, type WayId } from "../../store/replay/ways";
import type { Store } from "../../store/store";

interface Props {
  store: Store;
  row: number;
  onEdit: () => void;
}

/** Why the frame cannot be replayed; empty where it can. */
function refusal(store: Store, row: number): string {
  const found = contentOf(store.capture, row);
  return "why" in found ? found.why : "";
}

function itemOf({ id, label, hint, possible, why }: Way) {
  return { id, label, hint: possible ? hint : why, possible };
}

/** Replays the frame as it is, another way, or edited. */
export function ReplayActions({ store, row, onEdit }: Props) {
  const { frames } = store.replay;
  const held = (at: number) => at >= store.capture.start;
  // Sockets open and close without the row's knowledge.
  useComputed(() => {
    store.version.value;
    if (!held(row)) return "";
    const possible = frames.waysOf(row).map((way) => way.why);
    return `${refusal(store, row)}|${possible.join("|")}`;
  }).value;
  if (!held(row)) return null;
  const why = refusal(store, row);
  const ways = frames.waysOf(row);
  const first = frames.likeliest(row);
  const disabled = why !== "";
  return (
    <>
      <button
        type="button"
        class="icon-button with-text replay-button"
        aria-label="Replay"
        title={why || first?.why || `${first?.label} (R)\n${first?.hint}`}
        disabled={disabled}
        onClick={() => frames.replay(row)}
      >
        <Icon of={Repeat2} />
        <span class="button-text">Replay</span>
      </button>
      <MenuButton
        name="Replay as..."
        face={<Icon of={ChevronDown} size={12} />}
        items={ways.map(itemOf)}
        disabled={disabled}
        onChoose={(id) => frames.replay(row, id as WayId)}
      />
      <button
        type="button"
        class="icon-button with-text edit-button"
        aria-label="Edit and replay"
        title={why || "Change it, then send it (E)"}
        disabled={disabled}
        onClick={onEdit}
      >
        <Icon of={SquarePen} />
        <span class="button-text">Edit and replay</span>
      </button>
      <span class="divider" />
    </>
  );
}
