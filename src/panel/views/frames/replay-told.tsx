import type { ReadonlySignal } from "@preact/signals";
import { Check, TriangleAlert } from "lucide";
import { Icon } from "../../parts/icon";
import type { Told } from "../../store/replay/replaying";

/** What became of the last replay. It is there while there is nothing to say, so that what it says is announced. */
export function ReplayTold({ told }: { told: ReadonlySignal<Told | null> }) {
  const last = told.value;
  return (
    <div class="replay-told" role="status" aria-label="Replay">
      {last && (
        <p class={last.failed ? "warning" : undefined}>
          <Icon of={last.failed ? TriangleAlert : Check} size={12} />
          {last.text}
        </p>
      )}
    </div>
  );
}
