import { useThrottled } from "../../parts/throttled";
import type { ScriptRunner } from "../../store/script/script-runner";

/** A run may be shown this late. */
const LAG = 100;

/** Renders again when a run has come on: what a runner holds is plain data. */
export function useRun(runner: ScriptRunner): void {
  useThrottled(runner.version, LAG).value;
}
