import type { MatchedFrame } from "../match/expectation";
import { matches } from "../match/matches";
import { Countdown } from "./countdown";
import { Heard } from "./heard";
import { type StepProgress, type StepStatus, untouched } from "./progress";
import type { RunOptions, RunState, RunWorld } from "./run-world";
import { MOST, type Script, type Step } from "./script";
import { sendStep } from "./send-step";

/** Steps done in one go; then others have their turn. */
const SLICE = 100;

/** What the countdown is for. `gap`: a send would come too soon. `breath`: for nothing, others have their turn. */
type Wait = "pause" | "expect" | "gap" | "breath";

/**
 * Plays a script: a state machine, moved by its methods and by the timers of its world. It never hangs, because every
 * expectation has a timeout, and sends nothing twice. A failed expectation does not end the run; a failed send does.
 */
export class ScriptRun {
  /** By step, of this round. */
  progress: StepProgress[];
  /** The step whose turn it is, from 0; as many as there are steps when all are done. */
  at = 0;
  /** Rounds that came to their end. */
  rounds = 0;
  readonly #countdown: Countdown;
  readonly #heard = new Heard();
  #phase: "idle" | "going" | "held" | "done" | "stopped" = "idle";
  #open: Wait | null = null;
  /** It is held again after one step. */
  #single = false;
  #busy = false;
  #sent = false;
  #began = 0;
  /** When it sent last, by the clock. */
  #sentAt = -Infinity;

  /** @param script is not changed, and must not be while it is played */
  constructor(
    private readonly script: Script,
    private readonly world: RunWorld,
    private readonly options: RunOptions,
  ) {
    this.progress = script.steps.map(untouched);
    this.#countdown = new Countdown(
      () => world.now(),
      (ms, task) => world.after(ms, task),
      () => this.#due(),
    );
  }

  get state(): RunState {
    if (this.#phase === "going") return this.#open === "expect" ? "waiting" : "running";
    return this.#phase === "held" ? "paused" : this.#phase;
  }

  /** Begins, also anew after it ended. While it is played, nothing happens. */
  start(): void {
    if (this.#phase === "going" || this.#phase === "held") return;
    this.#heard.clear();
    this.rounds = 0;
    this.#beginRound();
    this.#single = this.options.timing === "step";
    this.#phase = this.#single ? "held" : "going";
    this.#go();
  }

  /** Halts the pause or expectation that is open, and its clock; frames that come count all the same. */
  pause(): void {
    if (this.#phase !== "going") return;
    this.#phase = "held";
    this.#countdown.halt();
    this.#tell();
  }

  /** Goes on after `pause`; by one step where the timing is `step`. */
  resume(): void {
    this.#release(this.options.timing === "step");
  }

  /** Does one step while it is paused. Pauses, also the one that is open, are left out. */
  step(): void {
    if (this.#phase === "held" && this.#open === "pause") this.#finish("skipped");
    this.#release(true);
  }

  /** Ends it: timers are taken back, what was not come to is skipped. */
  stop(): void {
    if (this.#phase === "going" || this.#phase === "held") this.#stop();
    this.#tell();
  }

  /** A frame was received on the run's socket. It counts for the open expectation, or for one further on. */
  received(frame: MatchedFrame): void {
    if (this.#phase !== "going" && this.#phase !== "held") return;
    const step = this.script.steps[this.at];
    if (this.#open === "expect" && step?.kind === "expect" && matches(step.expectation, frame)) {
      this.#countdown.halt();
      this.#finish("passed");
      this.#go();
    } else {
      this.#heard.add(frame);
    }
  }

  #release(single: boolean): void {
    if (this.#phase !== "held") return;
    this.#single = single;
    this.#phase = "going";
    if (this.#open) this.#countdown.resume();
    this.#go();
  }

  /** Does steps up to one that takes time. */
  #go(): void {
    // Whoever is called from here may call back: the loop below sees what that changed.
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let done = 0; this.#phase === "going" && this.#open === null; done++) {
        const step = this.script.steps[this.at];
        if (!step) this.#endRound();
        else if (done >= SLICE) this.#wait("breath", 0);
        else this.#do(step);
      }
    } finally {
      this.#busy = false;
    }
    this.#tell();
  }

  #do(step: Step): void {
    this.#began = this.world.now();
    if (step.kind === "send") this.#send(step);
    else if (step.kind === "pause") this.#pauseFor(step.ms);
    else {
      this.#sent = false;
      if (this.#heard.take(step.expectation)) this.#finish("passed");
      else this.#wait("expect", bounded(step.timeout));
    }
  }

  #send(step: Extract<Step, { kind: "send" }>): void {
    const early = this.#sentAt + this.#gap() - this.world.now();
    if (early > 0) {
      this.#wait("gap", bounded(early));
      return;
    }
    this.#sentAt = this.world.now();
    // Of several sends in a row the answers may come in between.
    if (!this.#sent) this.#heard.clear();
    this.#sent = true;
    const index = this.at;
    const progress = this.progress[index];
    // Before it is sent: whatever comes back at once, it is not sent again.
    this.#finish("done");
    const outcome = sendStep(step, this.world);
    // It may have been started anew meanwhile.
    if (outcome === "sent" || !progress || this.progress[index] !== progress) return;
    if (outcome === "kept") {
      progress.status = "kept";
      return;
    }
    progress.status = "failed";
    progress.message = outcome.failed;
    this.#stop();
  }

  /** Least time between two sends. */
  #gap(): number {
    const { perSecond } = this.options;
    return perSecond > 0 ? 1000 / perSecond : 0;
  }

  #pauseFor(ms: number): void {
    const { timing, factor } = this.options;
    if (timing === "none" || this.#single) this.#finish("skipped");
    else this.#wait("pause", bounded(timing === "factor" && factor >= 0 ? ms * factor : ms));
  }

  #wait(what: Wait, ms: number): void {
    this.#open = what;
    this.#countdown.start(ms);
  }

  /** The time is up. */
  #due(): void {
    if (this.#open === "pause") this.#finish("done");
    else if (this.#open === "expect") this.#fail();
    this.#open = null;
    this.#go();
  }

  #fail(): void {
    const step = this.script.steps[this.at];
    const progress = this.progress[this.at];
    if (step?.kind !== "expect" || !progress) return;
    const nearest = this.#heard.nearest(step.expectation);
    const what = nearest ? "Nothing that fits came" : "Nothing came";
    progress.message = `${what} within ${bounded(step.timeout)} ms.`;
    if (nearest) Object.assign(progress, nearest);
    this.#finish("failed");
  }

  /** The step whose turn it is, is over. */
  #finish(status: StepStatus): void {
    const progress = this.progress[this.at];
    const kind = this.script.steps[this.at]?.kind;
    if (progress) {
      progress.status = status;
      progress.took = Math.max(0, this.world.now() - this.#began);
    }
    this.#open = null;
    this.at++;
    const last = this.at >= this.script.steps.length;
    if (this.#single && kind !== "pause" && !last && this.#phase === "going") this.#phase = "held";
  }

  #endRound(): void {
    this.rounds++;
    if (!this.options.looping || this.script.steps.length === 0) {
      this.#phase = "done";
      return;
    }
    this.#beginRound();
    if (this.#single) this.#phase = "held";
    else this.#wait("breath", 0);
  }

  #beginRound(): void {
    this.progress = this.script.steps.map(untouched);
    this.at = 0;
    this.#open = null;
    this.#sent = false;
  }

  #stop(): void {
    this.#countdown.halt();
    this.#open = null;
    this.#phase = "stopped";
    for (let index = this.at; index < this.progress.length; index++) {
      const progress = this.progress[index];
      if (progress?.status === "waiting") progress.status = "skipped";
    }
  }

  #tell(): void {
    this.world.changed?.();
  }
}

/** Ms that can be waited for; what is no number counts as nothing. */
function bounded(ms: number): number {
  return ms >= 0 ? Math.min(ms, MOST.wait) : 0;
}
