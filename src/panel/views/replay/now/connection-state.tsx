import { CircleCheck, CircleDashed, CircleSlash, LoaderCircle } from "lucide";
import { Icon } from "../../../parts/icon";
import { useTicking } from "../../../parts/use-ticking";
import type { ReplayClient } from "../../../store/replay/replay-client";
import { useClient } from "../use-client";
import { stateClock, stateDetail } from "./state-words";

const FACES = {
  connected: CircleCheck,
  connecting: LoaderCircle,
  reconnecting: CircleDashed,
  disconnected: CircleSlash,
} as const;
const TICK = 100;

/** Counts while it is in sight; whoever listens is not told of every tick. */
function Clock({ client }: { client: ReplayClient }) {
  useTicking(TICK, client.state.value !== "disconnected");
  const clock = stateClock(client);
  return (
    <span class="state-clock" aria-hidden="true">
      {clock && ` ${clock}`}
    </span>
  );
}

/** What the client is doing, by the name that it has for it. */
export function ConnectionState({ client }: { client: ReplayClient }) {
  const state = client.state.value;
  useClient(client);
  const detail = stateDetail(client);
  return (
    <div class={`connection-state ${state}`}>
      <Icon of={FACES[state]} size={15} />
      <div role="status" aria-label="Connection state">
        <strong>{state}</strong>
        {detail && <span class="state-detail">{`, ${detail}`}</span>}
        <Clock client={client} />
      </div>
    </div>
  );
}
