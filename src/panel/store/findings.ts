import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Finding } from "../../model/finding/finding";
import { findingsOf } from "../../model/finding/findings";
import type { SessionFolds } from "../../model/meaning/minds";
import type { Session } from "../../model/session/session";
import { browserScheduler, type Scheduler } from "./scheduler";
import type { Store } from "./store";

/** Findings are worked out at most once in so many ms: each looks at all of a session. */
const EVERY_MS = 1000;
/** How many times as long as that took nothing is worked out again: thousands of sockets shall not take the core. */
const REST = 20;

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
  #waiting = false;
  /** Rows before this one were cleared, which can still be undone. */
  #cleared = 0;

  constructor(
    private readonly store: Store,
    private readonly scheduler: Pick<Scheduler, "after" | "now"> = browserScheduler,
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
    const { understanding } = this.store;
    const seen = this.store.version.peek();
    const begun = this.scheduler.now();
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
        worked.set(session.id, { stamp, found: this.#find(session) });
        changed = true;
      }
    }
    this.#worked = worked;
    if (changed) this.#version.value = this.#version.peek() + 1;
    this.#waiting = true;
    this.scheduler.after(Math.max(EVERY_MS, (this.scheduler.now() - begun) * REST), () => {
      this.#waiting = false;
      if (this.#watchers > 0 && this.store.version.peek() !== seen) this.#work();
    });
  }

  /** Tells whether a session changed; empty where that can't be told, because time alone may change its findings. */
  #stamp(session: Session): string {
    const last = session.sockets[session.sockets.length - 1];
    const over = last?.closedAt !== undefined || last?.imported !== undefined;
    if (!over || this.store.understanding.behind) return "";
    let frames = 0;
    for (const { sent, received, lost } of session.sockets) frames += sent.frames + received.frames + lost;
    return `${session.sockets.length} ${frames} ${last?.state} ${last?.code}`;
  }

  #find(session: Session): readonly Finding[] {
    const { understanding } = this.store;
    const { rooms, suspicions } = understanding.folds(session);
    const last = session.sockets[session.sockets.length - 1];
    const now = last?.imported ? endOf(session, suspicions) : this.scheduler.now();
    if (last) rooms.settle(last, now);
    const heartbeats = new Map(
      session.sockets.map((socket) => [socket.number, understanding.heartbeat(socket).summary(socket, now)]),
    );
    return findingsOf({ session, rooms, heartbeats, suspicions, now });
  }
}

/** The last that is known of a session from a file, ms since 1970: nobody knows what came after. */
function endOf({ sockets }: Session, suspicions: SessionFolds["suspicions"]): number {
  let end = 0;
  for (const { number, createdAt, openedAt, closedAt } of sockets) {
    end = Math.max(end, createdAt, openedAt ?? 0, closedAt ?? 0, suspicions.heard(number)?.time ?? 0);
  }
  return end;
}

/** A finding's kind comes once a session, so a dismissal holds while its figures change. */
function keyOf(session: Session, { id }: Finding): string {
  return `${session.id} ${id}`;
}

/** A finding without the frames that are gone; none where all that showed it are. */
function inSight(finding: Finding, floor: number): Finding[] {
  if (finding.rows.length === 0 || (finding.rows[0] ?? 0) >= floor) return [finding];
  const rows = finding.rows.filter((row) => row >= floor);
  const gone = finding.rows.length - rows.length;
  return finding.count === gone ? [] : [{ ...finding, rows, count: finding.count - gone }];
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
