import type { Script, Step } from "../../../../src/model/script/script";
import { openMemoryScripts } from "../../../../src/panel/store/script/script-disk";
import { ScriptRunner } from "../../../../src/panel/store/script/script-runner";
import { Scripting } from "../../../../src/panel/store/script/scripting";
import { Scripts } from "../../../../src/panel/store/script/scripts";
import { PanelSide } from "../../../support/panel-side";

/** Timers in the hands of the test. */
class Clock {
  time = 0;
  #timers: { at: number; task: () => void }[] = [];

  now = () => this.time;

  after = (ms: number, task: () => void) => {
    const timer = { at: this.time + ms, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.time = Math.max(this.time, due.at);
      this.#timers = this.#timers.filter((each) => each !== due);
      due.task();
    }
    this.time = end;
  }
}

/** A panel with an open socket #1, on which scripts are played. */
export function aScripting(disk = openMemoryScripts(), side = PanelSide.open()) {
  const clock = new Clock();
  const runner = new ScriptRunner(side.store, clock);
  const scripting = new Scripting(side.store, runner, new Scripts(disk));
  runner.target.value = 1;
  const sent = () =>
    side.link.sent.flatMap((each) =>
      each.type === "page" && each.command.type === "send" ? [each.command.data] : [],
    );
  const statuses = () => runner.progress.map(({ status }) => status);
  return { side, clock, runner, scripting, sent, statuses };
}

export function script(...steps: Step[]): Script {
  return { version: 1, name: "test", steps };
}

export const send = (text: string, template = false): Step => ({ kind: "send", text, template });

export const expectName = (name: string, timeout = 1000): Step => ({
  kind: "expect",
  expectation: { direction: "received", name },
  timeout,
});

export const pause = (ms: number): Step => ({ kind: "pause", ms });
