import type { Dialect, DialectId } from "./dialect";
import type { Frame } from "./frame";

/** What a stretch of frames has said for one dialect. */
export interface Score {
  weight: number;
  /** Frames that fit. */
  frames: number;
  /** How often each reason was given. */
  reasons: Map<string, number>;
}

/** Reasons kept for a dialect: some name what they saw. */
const MOST_REASONS = 20;
/** What it counts that the other direction speaks the dialect: it decides between equals. */
const LEANING = 0.5;

/** What a stretch of one direction's frames says for each dialect. */
export class Tally {
  frames = 0;
  readonly scores = new Map<DialectId, Score>();

  constructor(readonly dialects: readonly Dialect[]) {}

  /** Adds a frame. Says which dialect it fits best on its own, undefined where it fits none. */
  add(frame: Frame, leaning: DialectId | undefined): DialectId | undefined {
    this.frames += 1;
    let best: DialectId | undefined;
    let most = 0;
    for (const { id, fits } of this.dialects) {
      const evidence = fits(frame);
      if (!evidence) continue;
      this.#count(id, evidence.weight, evidence.reason);
      const weight = id === leaning ? evidence.weight + LEANING : evidence.weight;
      if (weight <= most) continue;
      most = weight;
      best = id;
    }
    return best;
  }

  /** The dialect with the most weight, the earlier one among equals; undefined where nothing fitted. */
  best(leaning: DialectId | undefined, extra: ReadonlyMap<DialectId, number>): DialectId | undefined {
    let best: DialectId | undefined;
    let most = 0;
    for (const { id } of this.dialects) {
      const own = this.weight(id, extra);
      const weight = id === leaning && own > 0 ? own + LEANING : own;
      if (weight <= most) continue;
      most = weight;
      best = id;
    }
    return best;
  }

  /** The weight of a dialect with what was known before any frame. */
  weight(id: DialectId, extra: ReadonlyMap<DialectId, number>): number {
    return (this.scores.get(id)?.weight ?? 0) + (extra.get(id) ?? 0);
  }

  #count(id: DialectId, weight: number, reason: string): void {
    let score = this.scores.get(id);
    if (!score) {
      score = { weight: 0, frames: 0, reasons: new Map() };
      this.scores.set(id, score);
    }
    score.weight += weight;
    score.frames += 1;
    const { reasons } = score;
    if (reasons.has(reason) || reasons.size < MOST_REASONS)
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
}
