import type { Step } from "../../../model/script/script";
import { Icon } from "../../parts/icon";
import { memo } from "../../parts/memo";
import { cell, row as rowAttributes } from "../../parts/roles";
import { grouped } from "../../parts/words/count";
import { KINDS, type statusOf, summaryOf } from "./step-words";

type Status = NonNullable<ReturnType<typeof statusOf>>;

interface Props {
  id: string;
  step: Step;
  index: number;
  selected: boolean;
  /** Plain values: a status is made anew for each render. */
  word: string;
  tone: Status["tone"] | "";
  icon: Status["icon"] | null;
}

/** A step's line: rendered again only when something of it changed. */
export const StepRow = memo(({ id, step, index, selected, word, tone, icon }: Props) => {
  const kind = KINDS[step.kind];
  const summary = summaryOf(step);
  return (
    <div
      id={id}
      class={tone === "now" ? "step-row now" : "step-row"}
      {...rowAttributes(index, selected)}
      data-index={index}
    >
      <span {...cell} class="step-number">
        {grouped(index + 1)}
      </span>
      <span {...cell} class={`step-kind ${step.kind}`}>
        <Icon of={kind.icon} size={12} />
        <span class="kind-word">{kind.word}</span>
      </span>
      <span {...cell} class="step-summary" title={summary}>
        {step.kind === "send" && step.template && <span class="step-mark">template</span>}
        {summary}
      </span>
      <span {...cell} class={`step-status ${tone}`}>
        {icon && <Icon of={icon} size={12} />}
        {word}
      </span>
    </div>
  );
});
