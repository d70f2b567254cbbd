import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";

export function UndoClear({ store }: { store: Store }) {
  const cleared = store.cleared.value;
  return (
    <div class="undo" aria-live="polite">
      {cleared && (
        <>
          Cleared {counted(cleared.frames, "frame")}.{" "}
          <button type="button" class="link-button" title="Undo (Ctrl+Z)" onClick={() => store.undoClear()}>
            Undo
          </button>
        </>
      )}
    </div>
  );
}
