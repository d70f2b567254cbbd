import { memo } from "../../../parts/memo";
import { grouped } from "../../../parts/words/count";
import { oneLine } from "../../../parts/words/one-line";
import { clockTime, fullDate } from "../../../parts/words/time";
import type { LogLine } from "../../../store/replay/client-log";
import { SIGNS, weightOf } from "./line-words";

const PREVIEW = 200;

/** When, what, and why. */
export const LogRow = memo(({ line }: { line: LogLine }) => {
  const weight = weightOf(line.type);
  return (
    <div class={`log-line ${weight}`}>
      <time title={fullDate(line.time)}>{clockTime(line.time)}</time>
      <span class="log-sign" aria-hidden="true">
        {SIGNS[weight]}
      </span>
      <span class="log-type">{line.type}</span>
      <span class="log-text">
        {line.text}
        {line.preview !== "" && <span class="log-preview"> {oneLine(line.preview, PREVIEW)}</span>}
        {line.more > 0 && <span class="log-more"> and {grouped(line.more)} more before it</span>}
      </span>
    </div>
  );
});
