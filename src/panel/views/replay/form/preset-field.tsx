import { presets } from "../../../../client/presets";
import { counted } from "../../../parts/words/count";
import type { ReplayClient } from "../../../store/replay/replay-client";

/** Whose behaviour the client has: as documented, or as measured, where that differs. */
export function PresetField({ client }: { client: ReplayClient }) {
  const chosen = client.preset.value;
  const preset = presets.find(({ id }) => id === chosen);
  const measured = client.measured.value;
  const differences = preset?.measured?.differences ?? [];
  return (
    <div class="form-field">
      <label for="replay-preset">Preset</label>
      <select
        id="replay-preset"
        aria-describedby="replay-preset-about"
        value={chosen}
        onChange={({ currentTarget }) => client.choose(currentTarget.value)}
      >
        {presets.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <p class="form-note" id="replay-preset-about">
        {preset?.about}
      </p>
      {differences.length > 0 && (
        <>
          <label class="checkbox" title="Take over what the real library does where that can be set">
            <input
              type="checkbox"
              checked={measured}
              onChange={({ currentTarget }) => client.choose(chosen, currentTarget.checked)}
            />
            As measured
          </label>
          <details class="form-note">
            <summary>{counted(differences.length, "measured difference")}</summary>
            <ul class="differences" aria-label="What was measured to differ from the documentation">
              {differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}
