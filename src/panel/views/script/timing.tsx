import type { RunOptions } from "../../../model/script/run-world";
import type { ScriptRunner } from "../../store/script/script-runner";

const WAYS: readonly { id: RunOptions["timing"]; label: string; tip: string }[] = [
  { id: "original", label: "Original", tip: "Pauses as they are" },
  { id: "factor", label: "Factor", tip: "Pauses so many times as long: 0.5 is twice as fast" },
  { id: "none", label: "No pauses", tip: "Pauses are left out" },
  { id: "step", label: "Step by step", tip: "One step at each press of Step" },
];
const MOST_FACTOR = 1000;

function FactorField({ timing, factor }: Pick<ScriptRunner, "timing" | "factor">) {
  return (
    <input
      type="number"
      class="factor"
      aria-label="Times as long"
      title="Pauses so many times as long: 0.5 is twice as fast"
      min={0}
      max={MOST_FACTOR}
      step="any"
      disabled={timing.value !== "factor"}
      defaultValue={String(factor.peek())}
      onInput={({ currentTarget: { valueAsNumber } }) => {
        factor.value = valueAsNumber >= 0 ? Math.min(MOST_FACTOR, valueAsNumber) : 1;
      }}
    />
  );
}

/** How long a script's pauses are. */
export function Timing({ runner }: { runner: ScriptRunner }) {
  const { timing, factor } = runner;
  return (
    <div class="timing" role="radiogroup" aria-label="Timing">
      {WAYS.map(({ id, label, tip }) => (
        <span key={id} class="timing-way">
          <label class="checkbox" title={tip}>
            <input
              type="radio"
              name="script-timing"
              checked={timing.value === id}
              onChange={() => {
                timing.value = id;
              }}
            />
            {label}
          </label>
          {id === "factor" && <FactorField timing={timing} factor={factor} />}
        </span>
      ))}
    </div>
  );
}
