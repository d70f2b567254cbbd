import { type ReadonlySignal, useSignal, useSignalEffect } from "@preact/signals";
import type { Told } from "../../store/replay/replaying";
import type { Store } from "../../store/store";

/** What became of the last replay, until another frame is selected. */
export function useTold(store: Store): ReadonlySignal<Told | null> {
  const told = useSignal<Told | null>(null);
  useSignalEffect(() => {
    told.value = store.replay.frames.told.value;
  });
  // Declared behind: what was told before this was there is of no interest any more.
  useSignalEffect(() => {
    store.selected.value;
    told.value = null;
  });
  return told;
}
