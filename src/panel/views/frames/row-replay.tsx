import { type ReadonlySignal, useComputed } from "@preact/signals";
import { Repeat2 } from "lucide";
import { Icon } from "../../parts/icon";

interface Props {
  row: number;
  /** The row under the pointer. */
  pointed: ReadonlySignal<number | null>;
  selected: boolean;
}

/** The button of the row at hand. By itself, so that a pointer on its way over the list renders two rows' and no list. */
export function RowReplay({ row, pointed, selected }: Props) {
  const isPointed = useComputed(() => pointed.value === row).value;
  if (!isPointed && !selected) return null;
  // The list hears its click, and R is its key.
  return (
    <button type="button" class="row-replay" aria-label="Replay" title="Replay (R)" tabIndex={-1}>
      <Icon of={Repeat2} size={13} />
    </button>
  );
}
