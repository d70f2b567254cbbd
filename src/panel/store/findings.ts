import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { counted } from "../../model/amounts";
import type { Finding } from "../../model/finding/finding";
import { findingsOf } from "../../model/finding/findings";
import type { Heartbeat } from "../../model/heartbeat/heartbeat";
import type { HeartbeatSummary } from "../../model/heartbeat/summary";
import type { Session } from "../../model/session/session";
import type { Socket } from "../../model/socket";
import { browserScheduler, type Scheduler } from "./scheduler";
import type { Store } from "./store";
import { timeFor } from "./time-for";

/** Findings are worked out at most once in so many ms: each looks at all of a session. */
const EVERY_MS = 1000;
/** How many times as long as that took nothing is worked out again: thousands of sockets shall not take the core. */
const REST = 20;
/** Ms of work in one go. */
const SLICE = 10;
/** While frames are still being read this is looked again after so many ms. */
const AGAIN = 50;

/** What a session's findings were worked out from; where it is the same, so are they. */
interface Worked {
  readonly stamp: string;
  readonly found: readonly Finding[];
}

/** A session in sight, with what is probably wrong with it. */
export interface SessionFindings {
  readonly session: Session;
  /** Worst first, without what was dismissed. */
  readonly open: readonly Finding[];
  readonly dismissed: readonly Finding[];
}

const NOTHING: readonly Finding[] = [];

/** What is probably wrong with the sessions in sight: worked out only while somebody watches. */
export class Findings {
  #worked = new Map<number, Worked>();
  /** Moves when findings were worked out again. */
  #version = signal(0);
  #dismissed = signal<ReadonlySet<string>>(new Set());
  #watchers = 0;
  #stop: () => void = () => {};
  /** Work is under way, or is not to be begun yet. */
  #waiting = false;
  #summaries = new WeakMap<Heartbeat, { stamp: string; summary: HeartbeatSummary }>();
  /** Rows before this one were cleared, which can still be undone. */
  #cleared = 0;

  constructor(
    private readonly store: Store,
    private readonly scheduler: Pick<Scheduler, "after" | "now" | "soon"> = browserScheduler,
  ) {
    effect(() => {
      this.#cleared = store.cleared.value ? store.capture.end : 0;
    });
  }

  /** Keeps the findings up to date until what it returns is called. */
  watch(): () => void {
    if (this.#watchers++ === 0) {
      this.#stop = effect(() => {
        this.store.version.value;
        if (!this.#waiting) this.#work();
      });
    }
    return () => {
      if (--this.#watchers === 0) this.#stop();
    };
  }

  /** Moves when there may be other findings. */
  get version(): ReadonlySignal<number> {
    return this.#version;
  }

  /** What is known of a session; nothing before anybody watched. */
  of(session: Session): SessionFindings {
    this.#version.value;
    const dismissed = this.#dismissed.value;
    const floor = Math.max(this.store.capture.start, this.#cleared);
    const found = (this.#worked.get(session.id)?.found ?? NOTHING).flatMap((finding) =>
      inSight(finding, floor),
    );
    const isDismissed = (finding: Finding) => dismissed.has(keyOf(session, finding));
    return {
      session,
      open: found.filter((finding) => !isDismissed(finding)),
      dismissed: found.filter(isDismissed),
    };
  }

  dismiss(session: Session, finding: Finding): void {
    this.#dismissed.value = new Set(this.#dismissed.value).add(keyOf(session, finding));
  }

  restore(session: Session, finding: Finding): void {
    const dismissed = new Set(this.#dismissed.value);
    dismissed.delete(keyOf(session, finding));
    this.#dismissed.value = dismissed;
  }

  #work(): void {
    this.#waiting = true;
    // What is known of the sockets may be ahead of their frames: it would be put together wrongly.
    if (this.store.understanding.behind) {
      this.#after(AGAIN, () => this.#work());
      return;
    }
    const seen = this.store.version.peek();
    this.#go(this.#steps(), 0, (took) => {
      this.#after(Math.max(EVERY_MS, took * REST), () => {
        if (this.store.version.peek() !== seen) this.#work();
      });
    });
  }

  /** Waits, and goes on if somebody watches still. */
  #after(ms: number, then: () => void): void {
    this.scheduler.after(ms, () => {
      this.#waiting = false;
      if (this.#watchers > 0) then();
    });
  }

  /** Goes on with the work in slices, and tells in the end how many ms it took. */
  #go(steps: Iterator<void>, took: number, done: (took: number) => void): void {
    const begun = this.scheduler.now();
    let spent = 0;
    while (spent < SLICE) {
      if (steps.next().done) {
        done(took + this.scheduler.now() - begun);
        return;
      }
      spent = this.scheduler.now() - begun;
    }
    this.scheduler.soon(() => {
      if (this.#watchers === 0) this.#waiting = false;
      else if (this.store.understanding.behind) this.#work();
      else this.#go(steps, took + spent, done);
    });
  }

  *#steps(): Generator<void, void, void> {
    const { understanding } = this.store;
    const sessions = new Set<Session>();
    for (const { number } of this.store.sockets()) {
      const session = understanding.sessions.of(number);
      if (session) sessions.add(session);
    }
    let changed = sessions.size !== this.#worked.size;
    const worked = new Map<number, Worked>();
    for (const session of sessions) {
      const known = this.#worked.get(session.id);
      const stamp = this.#stamp(session);
      if (known && stamp !== "" && known.stamp === stamp) worked.set(session.id, known);
      else {
        worked.set(session.id, { stamp, found: yield* this.#find(session) });
        changed = true;
      }
      yield;
    }
    this.#worked = worked;
    if (changed) this.#version.value = this.#version.peek() + 1;
  }

  /** Tells whether a session changed; empty where that can't be told, because time alone may change its findings. */
  #stamp(session: Session): string {
    const { understanding } = this.store;
    const last = session.sockets[session.sockets.length - 1];
    if (last?.closedAt === undefined && last?.imported === undefined) return "";
    let frames = 0;
    for (const socket of session.sockets) {
      const { sent, received, lost } = socket;
      // A frame may be read long after it came.
      frames += sent.frames + received.frames + lost + understanding.heartbeat(socket).seen;
    }
    return `${session.sockets.length} ${frames} ${last.state} ${last.code} ${understanding.rereads}`;
  }

  *#find(session: Session): Generator<void, readonly Finding[], void> {
    const { understanding, capture } = this.store;
    const last = session.sockets[session.sockets.length - 1];
    const now = last ? timeFor(last, capture, this.scheduler.now()) : this.scheduler.now();
    const heartbeats = new Map<number, HeartbeatSummary>();
    for (const socket of session.sockets) {
      heartbeats.set(socket.number, this.#summary(socket, now));
      yield;
    }
    const { rooms, suspicions } = understanding.folds(session);
    if (last) rooms.settle(last, now);
    return findingsOf({ session, rooms, heartbeats, suspicions, now });
  }

  /** The heartbeat of a socket, worked out again only when something of it changed, or time did. */
  #summary(socket: Socket, now: number): HeartbeatSummary {
    const heartbeat = this.store.understanding.heartbeat(socket);
    const { state, openedAt, closedAt, code, reason, closedByPage, lost } = socket;
    const second = closedAt === undefined ? Math.floor(now / 1000) : 0;
    const facts = `${state} ${openedAt} ${closedAt} ${code} ${closedByPage} ${lost} ${reason}`;
    const stamp = `${heartbeat.seen} ${second} ${facts}`;
    const known = this.#summaries.get(heartbeat);
    if (known?.stamp === stamp) return known.summary;
    const summary = heartbeat.summary(socket, now);
    this.#summaries.set(heartbeat, { stamp, summary });
    return summary;
  }
}

/** A finding's kind comes once a session, so a dismissal holds while its figures change. */
function keyOf(session: Session, { id }: Finding): string {
  return `${session.id} ${id}`;
}

/** A finding without the frames that are gone; none where all that showed it are. */
function inSight(finding: Finding, floor: number): Finding[] {
  const { rows, count, oldest, newest, advice } = finding;
  if (count === 0 || oldest >= floor) return [finding];
  if (newest < floor) return [];
  const left = rows.filter((row) => row >= floor);
  // Not all rows are known of a finding with many.
  const all = count === rows.length;
  const gone = all ? counted(rows.length - left.length, "frame") : "Some frames";
  const were = gone === "1 frame" ? "was" : "were";
  const note = `${gone} of it ${were} cleared; the figures above count ${were === "was" ? "it" : "them"} still.`;
  return [{ ...finding, rows: left, count: all ? left.length : count, advice: `${advice} ${note}` }];
}

const findings = new WeakMap<Store, Findings>();

/** The findings of a panel's store: the same for all who ask. */
export function findingsIn(store: Store): Findings {
  let known = findings.get(store);
  if (!known) {
    known = new Findings(store);
    findings.set(store, known);
  }
  return known;
}
