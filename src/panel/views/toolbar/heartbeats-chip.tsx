import { HeartPulse } from "lucide";
import { Icon } from "../../parts/icon";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";

/** Shows heartbeats in the list, or says how many it hides. */
export function HeartbeatsChip({ store }: { store: Store }) {
  const { heartbeatsHidden } = store.filtering;
  const hidden = heartbeatsHidden.value;
  return (
    <button
      type="button"
      class="chip"
      aria-label="Heartbeats"
      aria-pressed={!hidden}
      title={hidden ? "Show heartbeats" : "Hide heartbeats"}
      onClick={() => {
        heartbeatsHidden.value = !hidden;
      }}
    >
      <Icon of={HeartPulse} size={12} />
      Heartbeats
      {hidden && <Hidden store={store} />}
    </button>
  );
}

function Hidden({ store }: { store: Store }) {
  store.version.value;
  const count = store.heartbeats();
  return <span class="chip-count">{counted(count, "frame")} hidden</span>;
}
