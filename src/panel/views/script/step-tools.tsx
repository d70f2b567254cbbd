import { ArrowDown, ArrowUp, ChevronDown, Copy, Plus, Trash2 } from "lucide";
import type { Step } from "../../../model/script/script";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { MenuButton } from "../../parts/menu-button";
import { counted } from "../../parts/words/count";
import type { Scripting } from "../../store/script/scripting";
import { useRun } from "./use-run";

const NEW: Record<Step["kind"], () => Step> = {
  send: () => ({ kind: "send", text: "", template: false }),
  expect: () => ({ kind: "expect", expectation: { direction: "received" }, timeout: 5000 }),
  pause: () => ({ kind: "pause", ms: 1000 }),
};

const ITEMS = [
  { id: "send", label: "Send", hint: "Sends a frame", possible: true },
  { id: "expect", label: "Expect", hint: "Waits for a frame to come", possible: true },
  { id: "pause", label: "Pause", hint: "Waits for some time", possible: true },
];

/** Adds, moves, copies and deletes steps. */
export function StepTools({ scripting: { draft, runner } }: { scripting: Scripting }) {
  useRun(runner);
  const count = draft.script.value.steps.length;
  const at = draft.selected.value;
  const fixed = runner.active;
  return (
    <div class="step-tools">
      <MenuButton
        name="Add step"
        face={
          <>
            <Icon of={Plus} size={13} />
            <Icon of={ChevronDown} size={11} />
          </>
        }
        items={ITEMS}
        disabled={fixed}
        onChoose={(id) => draft.add(NEW[id as Step["kind"]]())}
      />
      <IconButton
        name="Move step up"
        tip="Move step up (Alt+Up)"
        disabled={fixed || at <= 0}
        onClick={() => draft.move(-1)}
      >
        <Icon of={ArrowUp} />
      </IconButton>
      <IconButton
        name="Move step down"
        tip="Move step down (Alt+Down)"
        disabled={fixed || at < 0 || at >= count - 1}
        onClick={() => draft.move(1)}
      >
        <Icon of={ArrowDown} />
      </IconButton>
      <IconButton name="Duplicate step" disabled={fixed || at < 0} onClick={() => draft.duplicate()}>
        <Icon of={Copy} size={13} />
      </IconButton>
      <IconButton
        name="Delete step"
        tip="Delete step (Delete)"
        disabled={fixed || at < 0}
        onClick={() => draft.remove()}
      >
        <Icon of={Trash2} size={13} />
      </IconButton>
      <span class="muted step-count">{counted(count, "step")}</span>
    </div>
  );
}
