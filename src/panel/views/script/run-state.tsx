import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleStop,
  CircleX,
  Ear,
  type IconNode,
  Play,
} from "lucide";
import type { Script } from "../../../model/script/script";
import { Icon } from "../../parts/icon";
import { counted, grouped } from "../../parts/words/count";
import type { ScriptRunner } from "../../store/script/script-runner";
import { useRun } from "./use-run";

interface Said {
  icon: IconNode;
  text: string;
  tone: "" | "good" | "bad";
}

function failuresOf(runner: ScriptRunner): number {
  return runner.progress.reduce((sum, { status }) => sum + (status === "failed" ? 1 : 0), 0);
}

function stopped(runner: ScriptRunner): string {
  const at = runner.progress.findIndex(({ status }) => status === "skipped" || status === "failed");
  return runner.ended.value || (at < 0 ? "Stopped" : `Stopped at step ${grouped(at + 1)}`);
}

/** What a run is doing, in words. */
function saidOf(runner: ScriptRunner, script: Script, why: string): Said {
  const { state, rounds } = runner;
  const of = `step ${grouped(Math.min(runner.at + 1, script.steps.length))} of ${grouped(script.steps.length)}`;
  const round = runner.looping.value && runner.active ? `, round ${grouped(rounds + 1)}` : "";
  const failures = failuresOf(runner);
  const failed = failures > 0 ? `, ${grouped(failures)} failed` : "";
  const tone = failures > 0 ? "bad" : "";
  if (state === "running") return { icon: Play, text: `Running: ${of}${round}${failed}`, tone };
  if (state === "waiting") return { icon: Ear, text: `Waiting for a frame: ${of}${round}${failed}`, tone };
  if (state === "paused") return { icon: CirclePause, text: `Paused: ${of}${round}${failed}`, tone };
  if (why && !runner.ended.value) return { icon: CircleX, text: why, tone: "bad" };
  if (state === "stopped") return { icon: CircleStop, text: `${stopped(runner)}${failed}`, tone: "bad" };
  if (state === "idle") return { icon: CircleDashed, text: "Not started", tone: "" };
  const done = counted(script.steps.length, "step");
  return failures > 0
    ? { icon: CircleX, text: `Done: ${done}${failed}`, tone: "bad" }
    : { icon: CircleCheck, text: `Done: ${done}, none failed`, tone: "good" };
}

interface Props {
  runner: ScriptRunner;
  script: Script;
  /** Why it cannot be run; empty where it can. */
  why: string;
}

export function RunState({ runner, script, why }: Props) {
  useRun(runner);
  const { icon, text, tone } = saidOf(runner, script, why);
  return (
    <p class={`run-state ${tone}`} role="status" aria-label="Script state">
      <Icon of={icon} size={13} />
      {text}
    </p>
  );
}
