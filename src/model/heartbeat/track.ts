import type { Said } from "../meaning/said";
import { median } from "./statistics";
import type { BeatPoint } from "./summary";

const KEPT = 2_000;
/** Fewer gaps than this don't tell what is usual. */
const FEWEST_GAPS = 3;
/** A beat is late when it comes after more than this many usual intervals. */
export const LATE = 1.5;

/** The gaps between beats that are known, in ms, oldest first. */
export function gapsOf(points: readonly BeatPoint[]): number[] {
  const gaps: number[] = [];
  for (const { gap } of points) if (gap !== null) gaps.push(gap);
  return gaps;
}

/** The beats that one side starts. */
export class Track {
  #points: BeatPoint[] = [];
  /** The beat that has no answer yet, and the id that an answer would name. */
  #open: BeatPoint | null = null;
  #openId: string | undefined;
  beats = 0;
  /** Beats that want an answer, and those that got one. */
  asks = 0;
  answered = 0;
  missed = 0;
  /** Late ones among the points that are no longer kept. */
  #lateBefore = 0;

  /** The beat that waits for an answer. */
  get open(): BeatPoint | null {
    return this.#open;
  }

  get last(): BeatPoint | undefined {
    return this.#points[this.#points.length - 1];
  }

  /** A beat of this side. */
  beat({ row, time, envelope }: Said): void {
    const gap = this.last === undefined ? null : forward(time - this.last.time);
    if (this.#points.length === 2 * KEPT) {
      this.#lateBefore += markLate(this.#points)
        .slice(0, KEPT)
        .filter(({ late }) => late).length;
      this.#points = this.#points.slice(KEPT);
    }
    const point: BeatPoint = { time, row, rtt: null, gap, missed: false, late: false };
    this.#points.push(point);
    this.beats++;
    if (envelope?.beat === "sign") return;
    this.miss();
    this.asks++;
    this.#open = point;
    this.#openId = envelope?.id;
  }

  /**
   * The other side answers. Where both name an id they must be the same: what comes late answers an earlier beat, and
   * not the one that waits. `timed`: whether the time that it took is to be told.
   */
  answer(time: number, id: string | undefined, timed: boolean): void {
    const open = this.#open;
    if (open === null || (id !== undefined && this.#openId !== undefined && id !== this.#openId)) return;
    if (timed) open.rtt = forward(time - open.time);
    this.answered++;
    this.#open = null;
  }

  /** No answer will come to the beat that waits, if one does. */
  miss(): void {
    if (this.#open === null) return;
    this.#open.missed = true;
    this.missed++;
    this.#open = null;
  }

  /** The newest points, oldest first, the late ones marked; and how many beats were late in all. */
  read(): { points: readonly BeatPoint[]; late: number } {
    const points = markLate(this.#points);
    const late = this.#lateBefore + points.filter((point) => point.late).length;
    return { points: points.slice(-KEPT), late };
  }
}

/** A duration; null where the clock was put back in between. */
function forward(ms: number): number | null {
  return ms >= 0 && ms < Infinity ? ms : null;
}

function markLate(points: BeatPoint[]): BeatPoint[] {
  const gaps = gapsOf(points);
  const interval = median(gaps);
  const limit = interval === null || gaps.length < FEWEST_GAPS ? Infinity : interval * LATE;
  for (const point of points) point.late = point.gap !== null && point.gap > limit;
  return points;
}
