import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { columnHeader, grid, headerRow } from "../../parts/roles";
import { useVirtualRows } from "../../parts/use-virtual-rows";
import { VirtualList } from "../../parts/virtual-list";
import { grouped } from "../../parts/words/count";
import type { Scripting } from "../../store/script/scripting";
import { listMove } from "../frames/grid-keys";
import { StepRow } from "./step-row";
import { statusOf } from "./step-words";
import { useRun } from "./use-run";

const ROW_HEIGHT = 21;
const COLUMNS = ["Number", "Step", "Summary", "Status"] as const;

/** The steps of the script, and how they fared. */
export function StepGrid({ scripting: { draft, runner } }: { scripting: Scripting }) {
  useRun(runner);
  const id = useId();
  const script = draft.script.value;
  const { steps } = script;
  const selected = draft.selected.value;
  const list = useVirtualRows({ count: steps.length, rowHeight: ROW_HEIGHT });
  const { active, at } = runner;
  const progress = runner.played(script) ? runner.progress : [];
  const indices = Array.from({ length: list.last - list.first }, (_, i) => list.first + i);

  const reveal = useRef(list.reveal);
  reveal.current = list.reveal;
  useEffect(() => {
    if (selected >= 0) reveal.current(selected);
  }, [selected]);
  // The step whose turn it is stays in sight, unless somebody looks elsewhere.
  const before = useRef(0);
  useLayoutEffect(() => {
    const followed = before.current >= list.top && before.current <= list.top + list.fitting;
    before.current = at;
    if (active && followed) list.reveal(Math.min(at, steps.length - 1));
  }, [active, at]);

  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    const up = key === "ArrowUp";
    if (event.altKey) {
      if (active || !(up || key === "ArrowDown")) return;
      draft.move(up ? -1 : 1);
    } else if (key === "Delete") {
      if (!active) draft.remove();
    } else {
      const move = listMove(key, selected, steps.length, list.fitting - 1);
      if (move === null) return;
      draft.select(move);
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below
    <div
      class="step-grid"
      {...grid(
        "Steps",
        steps.length,
        selected >= list.first && selected < list.last ? `${id}-${selected}` : undefined,
      )}
      style={{ "--digits": Math.max(3, grouped(steps.length).length) }}
      onKeyDown={press}
      onClick={(event) => {
        const line = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
        if (line) draft.select(Number(line.dataset.index));
      }}
    >
      <div {...headerRow} class="step-header">
        {COLUMNS.map((name) => (
          <span
            key={name}
            {...columnHeader(name)}
            class={`step-${name === "Step" ? "kind" : name.toLowerCase()}`}
          >
            {name === "Number" ? "#" : name}
          </span>
        ))}
      </div>
      <VirtualList list={list} class="step-scroller">
        {indices.map((index) => {
          const step = steps[index];
          if (!step) return null;
          const status = statusOf(step, progress[index], active && index === at);
          return (
            <StepRow
              key={index}
              id={`${id}-${index}`}
              step={step}
              index={index}
              selected={index === selected}
              word={status?.word ?? ""}
              tone={status?.tone ?? ""}
              icon={status?.icon ?? null}
            />
          );
        })}
      </VirtualList>
    </div>
  );
}
