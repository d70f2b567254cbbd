import { HeartPulse } from "lucide";
import { Icon } from "../../parts/icon";
import { useThrottled } from "../../parts/throttled";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { hiddenHeartbeats } from "./hidden-heartbeats";

const EVERY_MS = 500;
const COUNT = "hidden-heartbeats";

/** Shows heartbeats in the list, or says how many it hides. */
export function HeartbeatsChip({ store }: { store: Store }) {
  const { heartbeatsHidden } = store.filtering;
  const hidden = heartbeatsHidden.value;
  return (
    <button
      type="button"
      class="chip"
      aria-label="Heartbeats"
      aria-describedby={hidden ? COUNT : undefined}
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
  useThrottled(store.version, EVERY_MS).value;
  return (
    <span id={COUNT} class="chip-count">
      {counted(hiddenHeartbeats(store), "frame")} hidden
    </span>
  );
}
