import type { PolicyFit } from "../../../model/session/policy";
import { counted } from "../../parts/words/count";

/** How the client waits before it connects again, as far as its delays tell. */
export function PolicyLine({ fit, delays }: { fit: PolicyFit | null; delays: number }) {
  const sentence = fit
    ? fit.sentence
    : delays < 3
      ? `can't be told from ${counted(delays, "delay")}; that takes 3`
      : `none of the usual ones explains its ${counted(delays, "delay")}`;
  return (
    <p class="policy-line">
      <span class="quiet">Backoff:</span> {sentence}
      {fit && <span class="badge">inferred</span>}
    </p>
  );
}
