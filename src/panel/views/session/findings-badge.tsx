import { grouped } from "../../parts/words/count";
import { SeverityIcon } from "./severity";
import type { Tally } from "./tally";

/** How many findings there are; nothing where there are none. What it belongs to says it in words. */
export function FindingsBadge({ count, severity }: Tally) {
  if (count === 0) return null;
  return (
    <span class="findings-badge" aria-hidden="true">
      <SeverityIcon of={severity} size={11} />
      {grouped(count)}
    </span>
  );
}
