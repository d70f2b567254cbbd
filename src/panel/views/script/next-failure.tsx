import type { Scripting } from "../../store/script/scripting";
import { useRun } from "./use-run";

/** Selects the next step that failed, behind the selected one or from the beginning. */
export function NextFailure({ scripting: { runner, draft } }: { scripting: Scripting }) {
  useRun(runner);
  const progress = runner.played(draft.script.value) ? runner.progress : [];
  if (!progress.some(({ status }) => status === "failed")) return null;
  const show = () => {
    const after = progress.findIndex(({ status }, at) => status === "failed" && at > draft.selected.peek());
    draft.select(after < 0 ? progress.findIndex(({ status }) => status === "failed") : after);
  };
  return (
    <button type="button" class="link-button" onClick={show}>
      Next failure
    </button>
  );
}
