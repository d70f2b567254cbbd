import type { ReplayClient } from "../../../store/replay/replay-client";
import { DelayChart } from "./delay-chart";
import { DelayTable } from "./delay-table";

/** How long was waited before each attempt, against what was planned. */
export function Delays({ client }: { client: ReplayClient }) {
  const attempts = client.log.attempts.list;
  if (attempts.length === 0) return null;
  return (
    <section class="delays" aria-label="Delays before attempts">
      <h2>Delays before attempts</h2>
      <DelayChart attempts={attempts} />
      <DelayTable attempts={attempts} />
    </section>
  );
}
