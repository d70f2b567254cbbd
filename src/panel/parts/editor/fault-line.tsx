import { CircleX } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "../icon";
import type { Fault } from "./fault";

interface Props {
  /** The line's accessible name. */
  label: string;
  fault: Fault | null;
  /** Where the fault is, in words. */
  place: string;
  onGo: () => void;
  /** What stands there when nothing is wrong. */
  children?: ComponentChildren;
}

/** The line under an editor. It is always there, so that nothing jumps when something is wrong. */
export function FaultLine({ label, fault, place, onGo, children }: Props) {
  return (
    <div class={`fault-line${fault ? " wrong" : ""}`}>
      <div role="status" aria-label={label}>
        {fault && (
          <>
            <Icon of={CircleX} size={12} />
            <button type="button" class="link-button" title="Go there" onClick={onGo}>
              {place}
            </button>
            <span class="fault-message">{fault.message}</span>
          </>
        )}
      </div>
      {!fault && children}
    </div>
  );
}
