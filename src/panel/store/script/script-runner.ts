import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { StepProgress } from "../../../model/script/progress";
import type { RunOptions, RunState, RunWorld } from "../../../model/script/run-world";
import type { Script } from "../../../model/script/script";
import { ScriptRun } from "../../../model/script/script-run";
import { type Templates, templatesOf } from "../replay/template-world";
import type { Store } from "../store";
import { Hearing } from "./hearing";
import { type TargetId, whyNot, whyNotPlayed } from "./targets";

/** Clock and timers of the runs, handed in so that tests decide them. */
type RunClock = Pick<RunWorld, "now" | "after">;

/** Timers of the browser: they go on, more slowly, while the panel is out of sight. */
const BROWSER_CLOCK: RunClock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Plays a script in this panel: one at a time. Where, how fast and how often can be changed before each run. */
export class ScriptRunner {
  /** Moves whenever a run has come on. */
  readonly version = signal(0);
  readonly target: Signal<TargetId> = signal("client");
  readonly timing: Signal<RunOptions["timing"]> = signal("original");
  readonly factor = signal(1);
  readonly looping = signal(false);
  /** Most frames a second; 0: as many as there are. */
  readonly perSecond = signal(0);
  #script: Script | null = null;
  #run: ScriptRun | null = null;
  #hearing: Hearing | null = null;
  #ended = signal("");
  #templates: Templates;

  constructor(
    private readonly store: Store,
    private readonly clock: RunClock = BROWSER_CLOCK,
  ) {
    this.#templates = templatesOf(store);
  }

  get state(): RunState {
    return this.#run?.state ?? "idle";
  }

  /** Whether a run is under way, be it paused. */
  get active(): boolean {
    return this.state === "running" || this.state === "waiting" || this.state === "paused";
  }

  /** The step whose turn it is, from 0. */
  get at(): number {
    return this.#run?.at ?? 0;
  }

  get rounds(): number {
    return this.#run?.rounds ?? 0;
  }

  /** Why the run was ended by what happened to its socket; else empty. */
  get ended(): ReadonlySignal<string> {
    return this.#ended;
  }

  /** How the steps of the last run fared, by place. */
  get progress(): readonly StepProgress[] {
    return this.#run?.progress ?? [];
  }

  /** Plays the script from its beginning; with `single`, up to its second step. */
  start(script: Script, single = false): void {
    const to = this.target.peek();
    if (this.active || script.steps.length === 0 || whyNotPlayed(this.store, to, script) !== "") return;
    this.#hearing?.end();
    this.#ended.value = "";
    this.#script = script;
    const { timing, factor, looping, perSecond } = this;
    let beginning = true;
    // Read anew whenever it is asked: speed and looping can be changed on the way.
    const options: RunOptions = {
      get timing() {
        return beginning ? "step" : timing.peek();
      },
      get factor() {
        return factor.peek();
      },
      get looping() {
        return looping.peek();
      },
      get perSecond() {
        return perSecond.peek();
      },
    };
    const run = new ScriptRun(script, this.#worldOf(to), options);
    this.#run = run;
    this.#hearing = new Hearing(
      this.store,
      to,
      (frame) => run.received(frame),
      () => this.#look(to),
    );
    // Held before its first step, whatever the timing: what is heard by now was before it.
    run.start();
    beginning = false;
    if (single) run.step();
    else if (timing.peek() !== "step") run.resume();
    this.#moved();
  }

  pause(): void {
    this.#run?.pause();
  }

  resume(): void {
    this.#run?.resume();
  }

  /** Does the next step of the run that is paused. */
  step(): void {
    this.#run?.step();
  }

  stop(): void {
    this.#run?.stop();
  }

  /** The script has other steps now: what is known of the last run is of no use any more. */
  forget(): void {
    if (this.active) return;
    this.#run = null;
    this.#script = null;
    this.#ended.value = "";
    this.#moved();
  }

  /** Whether the steps of this run were those of a script, before they were changed perhaps. */
  played(script: Script): boolean {
    return this.#script?.steps.length === script.steps.length;
  }

  /** What a template becomes now. */
  fill(text: string) {
    return this.#templates.fill(text);
  }

  #worldOf(to: TargetId): RunWorld {
    const { capture, replay } = this.store;
    return {
      now: this.clock.now,
      after: (ms, task) =>
        this.clock.after(ms, () => {
          // What came while the panel was out of sight still counts.
          this.#hearing?.listen();
          task();
        }),
      send: (content) => {
        const socket = to === "client" ? null : (capture.sockets[to - 1] ?? null);
        const told = socket ? replay.frames.send(content, "same", socket) : replay.client.send(content);
        if (told.failed) return `refused: ${told.text}`;
        this.#templates.sent(content);
        return told.kept ? "kept" : "sent";
      },
      fill: (text) => this.#templates.fill(text),
      changed: () => this.#moved(),
    };
  }

  /** A socket that is closed never answers: nothing is waited for there. */
  #look(to: TargetId): void {
    if (!this.active) return;
    const why = whyNot(this.store, to);
    if (why === "") return;
    batch(() => {
      this.#ended.value = `Stopped at step ${this.at + 1}: ${why}`;
      this.#run?.stop();
    });
  }

  #moved(): void {
    this.version.value = this.version.peek() + 1;
    if (this.active || !this.#hearing) return;
    this.#hearing.end();
    this.#hearing = null;
  }
}
