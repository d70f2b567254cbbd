import { memo } from "../../parts/memo";
import { counted, grouped } from "../../parts/words/count";
import { FindingsBadge } from "../session/findings-badge";
import type { Tally } from "../session/tally";

interface Props {
  number: number;
  symbol: string;
  state: string;
  tone: string;
  replay: boolean;
  query: string;
  frames: number;
  findings: number;
  severity: Tally["severity"];
}

/** What a socket's line shows. All plain values, so that only lines that changed are rendered again. */
export const SocketItem = memo(
  ({ number, symbol, state, tone, replay, query, frames, findings, severity }: Props) => (
    <>
      <span class={`state-symbol ${tone}`}>{symbol}</span>
      <span class="socket-number">#{number}</span>
      {replay && <span class="badge replayed">replay</span>}
      <span class="socket-state">{state}</span>
      <span class="socket-query">{query}</span>
      <FindingsBadge count={findings} severity={severity} />
      <span class="socket-count" title={counted(frames, "frame")}>
        {grouped(frames)}
      </span>
    </>
  ),
);
