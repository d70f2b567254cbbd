import type { Step } from "../../../model/script/script";
import { grouped } from "../../parts/words/count";
import type { RowsInSight } from "../../store/rows-in-sight";
import type { Scripting } from "../../store/script/scripting";
import type { Going } from "../going";
import { ExpectFields } from "./expect-fields";
import { NumberField } from "./number-field";
import { SendFields } from "./send-fields";
import { StepResult } from "./step-result";
import { KINDS } from "./step-words";
import { useRun } from "./use-run";

interface Props {
  scripting: Scripting;
  step: Step;
  index: number;
  going: Going;
  rows: Pick<RowsInSight, "shows">;
}

/** What the selected step does, to be changed, and how it fared. While a script runs it stays as it is. */
export function StepEditor({ scripting: { draft, runner }, step, index, going, rows }: Props) {
  useRun(runner);
  const progress = runner.played(draft.script.value) ? runner.progress[index] : undefined;
  return (
    <section class="step-editor" aria-label="Step">
      <h2>
        Step {grouped(index + 1)}: {KINDS[step.kind].word}
        {runner.active && <span class="muted"> (can be changed when the run has ended)</span>}
      </h2>
      {progress?.status === "failed" && (
        <StepResult step={step} progress={progress} going={going} rows={rows} />
      )}
      <fieldset disabled={runner.active}>
        {step.kind === "send" && (
          <SendFields
            step={step}
            fill={(text) => runner.fill(text)}
            onChange={(next) => draft.change(next)}
          />
        )}
        {step.kind === "expect" && <ExpectFields step={step} onChange={(next) => draft.change(next)} />}
        {step.kind === "pause" && (
          <NumberField name="Pause in ms" value={step.ms} onValue={(ms) => draft.change({ ...step, ms })} />
        )}
      </fieldset>
    </section>
  );
}
