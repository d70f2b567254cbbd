import type { DialectId } from "./dialect";
import type { Tally } from "./tally";

/** Reasons told; the rest is in the count. */
const TOLD = 2;

/**
 * Why a dialect was decided on, as a sentence: "17 of 20 frames fit: it has string `type` and `payload`."
 * @param clue what the socket's address or subprotocol said
 * @param since frames before those that the tally saw: not 0 where the dialect changed
 */
export function whyBecause(tally: Tally, id: DialectId, clue: string | undefined, since: number): string {
  const parts: string[] = [];
  const score = tally.scores.get(id);
  if (score) {
    const reasons = [...score.reasons].sort(([, a], [, b]) => b - a).slice(0, TOLD);
    const told = reasons.map(([reason, count]) => (count === score.frames ? reason : `${reason} (${count})`));
    const after = since > 0 ? ` after the first ${since}` : "";
    const frames = `${score.frames} of ${tally.frames} ${tally.frames === 1 ? "frame" : "frames"}${after}`;
    parts.push(`${frames} ${score.frames === 1 ? "fits" : "fit"}: ${told.join("; ")}`);
  }
  if (clue) parts.push(clue);
  return parts.length > 0 ? `${parts.join("; ")}.` : "No frame has told yet.";
}
