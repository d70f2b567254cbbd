import { useId } from "preact/hooks";
import type { OfflineKind } from "../../../conditions";
import { OFFLINE_KINDS } from "./offline-kinds";

/** The kinds of offline, each with what the page sees of it. */
export function KindChoice({
  chosen,
  onChoose,
}: {
  chosen: OfflineKind;
  onChoose: (kind: OfflineKind) => void;
}) {
  const id = useId();
  return (
    <div role="radiogroup" aria-label="Kind of offline" class="kind-choice">
      {OFFLINE_KINDS.map(({ kind, label, effect }) => (
        <label key={kind} class="kind">
          <input
            type="radio"
            name={id}
            aria-label={label}
            aria-describedby={`${id}-${kind}`}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
          />
          <span>
            <span class="kind-name">{label}</span>
            <span class="kind-effect" id={`${id}-${kind}`}>
              {effect}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
