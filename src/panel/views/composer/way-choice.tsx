import type { Signal } from "@preact/signals";
import type { Way } from "./types";

/** Where the message goes; what is impossible stands there with its reason. */
export function WayChoice({ ways, chosen }: { ways: readonly Way[]; chosen: Signal<string> }) {
  const way = ways.find(({ id }) => id === chosen.value);
  return (
    <label class="way-choice" title={way?.hint}>
      <span class="way-term">Send to</span>
      <select
        aria-label="Send to"
        value={chosen.value}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value;
        }}
      >
        {!way && <option value={chosen.value}>{"Choose\u2026"}</option>}
        {ways.map(({ id, label, hint, possible, why }) => (
          <option key={id} value={id} disabled={!possible} title={possible ? hint : why}>
            {possible ? label : `${label} (${why})`}
          </option>
        ))}
      </select>
    </label>
  );
}
