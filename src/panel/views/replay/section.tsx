import type { ComponentChildren } from "preact";
import { type ReplayState, setOpen } from "./state";

interface Props {
  state: ReplayState;
  name: string;
  /** What is worth knowing while it is folded. */
  brief?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of the view that folds. */
export function Section({ state, name, brief, children }: Props) {
  const open = state.open.value.has(name);
  return (
    <details
      class="replay-section"
      open={open}
      onToggle={({ currentTarget }) => setOpen(state, name, currentTarget.open)}
    >
      <summary>
        <span class="section-name">{name}</span>
        {brief && <span class="section-brief">{brief}</span>}
      </summary>
      {open && <div class="section-content">{children}</div>}
    </details>
  );
}
