import { Footprints, type IconNode, Pause, Play, Square, StepForward } from "lucide";
import { Icon } from "../../parts/icon";
import { useThrottled } from "../../parts/throttled";
import type { Scripting } from "../../store/script/scripting";
import { socketLabel, type TargetId, targetsOf, whyNotPlayed } from "../../store/script/targets";
import type { Store } from "../../store/store";
import { NextFailure } from "./next-failure";
import { RunState } from "./run-state";
import { Timing } from "./timing";
import { useRun } from "./use-run";

const LAG = 300;

function TargetChoice({ store, scripting: { runner } }: { store: Store; scripting: Scripting }) {
  useRun(runner);
  useThrottled(store.version, LAG).value;
  const chosen = runner.target.value;
  const nameOf = (id: TargetId) => {
    const socket = id === "client" ? undefined : store.capture.sockets[id - 1];
    return socket ? socketLabel(socket) : "Replay client";
  };
  return (
    <label class="run-on">
      Run on
      <select
        aria-label="Run on"
        value={String(chosen)}
        disabled={runner.active}
        onChange={({ currentTarget: { value } }) => {
          runner.target.value = value === "client" ? value : Number(value);
        }}
      >
        {targetsOf(store, chosen).map(({ id, why }) => (
          <option key={id} value={String(id)}>
            {nameOf(id)}
            {why && (id === "client" ? " (not connected)" : " (not open)")}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RunButtonProps {
  name: string;
  tip?: string;
  icon: IconNode;
  possible: boolean;
  onClick: () => void;
}

/** Where there is little room its word is not shown. */
function RunButton({ name, tip = name, icon, possible, onClick }: RunButtonProps) {
  return (
    <button
      type="button"
      class="plain-button"
      aria-label={name}
      title={tip}
      disabled={!possible}
      onClick={onClick}
    >
      <Icon of={icon} size={12} />
      <span class="run-word">{name}</span>
    </button>
  );
}

/** Where, how fast and how often a script is played, and what its run is doing. */
export function RunBar({ store, scripting }: { store: Store; scripting: Scripting }) {
  useThrottled(store.version, LAG).value;
  const { runner, draft } = scripting;
  useRun(runner);
  const script = draft.script.value;
  const { active, state } = runner;
  const why = active ? "" : whyNotPlayed(store, runner.target.value, script);
  const ready = !active && why === "" && script.steps.length > 0;
  const going = active && state !== "paused";
  return (
    <div class="run-bar">
      <TargetChoice store={store} scripting={scripting} />
      <Timing runner={runner} />
      <label class="checkbox">
        <input
          type="checkbox"
          checked={runner.looping.value}
          onChange={({ currentTarget }) => {
            runner.looping.value = currentTarget.checked;
          }}
        />
        Loop
      </label>
      <span class="run-buttons">
        <RunButton name="Run" icon={Play} possible={ready} onClick={() => runner.start(script)} />
        <RunButton name="Pause" icon={Pause} possible={going} onClick={() => runner.pause()} />
        <RunButton
          name="Resume"
          icon={StepForward}
          possible={state === "paused"}
          onClick={() => runner.resume()}
        />
        <RunButton
          name="Step"
          tip="Does one step, without pauses"
          icon={Footprints}
          possible={ready || state === "paused"}
          onClick={() => (active ? runner.step() : runner.start(script, true))}
        />
        <RunButton name="Stop" icon={Square} possible={active} onClick={() => runner.stop()} />
      </span>
      <NextFailure scripting={scripting} />
      <RunState runner={runner} script={script} why={script.steps.length > 0 ? why : ""} />
    </div>
  );
}
