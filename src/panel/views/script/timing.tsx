import type { RunOptions } from "../../../model/script/run-world";
import type { ScriptRunner } from "../../store/script/script-runner";

const WAYS: readonly { id: RunOptions["timing"]; label: string; tip: string }[] = [
  { id: "original", label: "Original", tip: "Pauses as they are" },
  { id: "factor", label: "Factor", tip: "Pauses so many times as long: 0.5 is twice as fast" },
  { id: "none", label: "No pauses", tip: "Pauses are left out" },
  { id: "step", label: "Step by step", tip: "One step at each press of Step" },
];
const MOST_FACTOR = 1000;
const MOST_A_SECOND = 1000;

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

function RateField({ perSecond }: Pick<ScriptRunner, "perSecond">) {
  return (
    <label class="rate" title="The least time between two sends; empty: none">
      At most
      <input
        type="number"
        class="factor"
        aria-label="Most frames a second"
        placeholder={"\u221e"}
        min={0}
        max={MOST_A_SECOND}
        step="any"
        defaultValue={String(perSecond.peek() || "")}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          perSecond.value = valueAsNumber > 0 ? Math.min(MOST_A_SECOND, valueAsNumber) : 0;
        }}
      />
      a second
    </label>
  );
}

/** How long a script's pauses are, and how fast it sends at most. */
export function Timing({ runner }: { runner: ScriptRunner }) {
  const { timing, factor, perSecond } = runner;
  return (
    <>
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
      <RateField perSecond={perSecond} />
    </>
  );
}
