import type { RunWorld } from "../../../src/model/script/run-world";

interface Timer {
  at: number;
  task: () => void;
}

/** A world whose clock a test moves. */
export class FakeWorld implements RunWorld {
  clock = 0;
  readonly sent: (string | Uint8Array)[] = [];
  changes = 0;
  /** What `send` says; what happens while it sends. */
  answer: "sent" | "kept" | `refused: ${string}` = "sent";
  onSend: () => void = () => {};
  readonly timers = new Set<Timer>();

  now(): number {
    return this.clock;
  }

  after(ms: number, task: () => void): () => void {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`no time to wait: ${ms}`);
    const timer = { at: this.clock + ms, task };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  send(content: string | Uint8Array) {
    this.sent.push(content);
    this.onSend();
    return this.answer;
  }

  fill(text: string) {
    const problems = text.includes("{{bad}}")
      ? [{ at: 0, length: 7, text: "{{bad}}", message: "Nobody knows it." }]
      : [];
    return { text: text.replaceAll("{{good}}", "better"), problems };
  }

  changed(): void {
    this.changes++;
  }

  /** Lets time pass, and timers fire in their order, at most so many. */
  pass(ms: number, most = Infinity): void {
    const until = this.clock + ms;
    let fired = 0;
    for (let next = this.#next(); next && next.at <= until && fired < most; next = this.#next()) {
      this.clock = Math.max(this.clock, next.at);
      this.timers.delete(next);
      next.task();
      fired++;
    }
    this.clock = until;
  }

  #next(): Timer | undefined {
    return [...this.timers].sort((a, b) => a.at - b.at)[0];
  }
}
