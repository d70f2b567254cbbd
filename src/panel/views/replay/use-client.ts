import { useThrottled } from "../../parts/throttled";
import type { ReplayClient } from "../../store/replay/replay-client";

/** Events come by the thousand, and nobody reads them faster. In ms. */
export const LAG = 120;

/** Renders again as the client moves: what it holds is plain data. */
export function useClient(client: ReplayClient): void {
  useThrottled(client.version, LAG).value;
}
