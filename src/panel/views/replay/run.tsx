import { scrollable } from "../../parts/roles";
import type { Store } from "../../store/store";
import { Delays } from "./delays/delays";
import { NothingYet } from "./empty";
import { Facts } from "./facts/facts";
import { RoomsFact } from "./facts/rooms-fact";
import { ClientEvents } from "./log/client-events";
import { ConnectionButtons } from "./now/connection-buttons";
import { ConnectionState } from "./now/connection-state";
import { ShownSocket } from "./now/shown-socket";
import { Strip } from "./now/strip";
import type { ReplayState } from "./state";
import { useClient } from "./use-client";

interface Props {
  store: Store;
  state: ReplayState;
  showFrames: () => void;
}

/** What the connection is doing, did, and holds. */
export function StateBar({ store, state, showFrames }: Props) {
  const { client } = store.replay;
  useClient(client);
  const deaf = client.state.value !== "disconnected" && client.opener === "page" && !store.recording.value;
  const wrong = client.state.value === "disconnected" && client.url.value !== "" ? client.problem.value : "";
  const problem = deaf
    ? "Recording is off: what the page's socket receives is not heard. Press Record."
    : wrong;
  return (
    <div class="state-bar">
      <div class="state-line">
        <ConnectionState client={client} />
        <ShownSocket store={store} showFrames={showFrames} />
        <ConnectionButtons client={client} state={state} />
      </div>
      {problem && <p class="form-note problem">{problem}</p>}
      <Strip client={client} />
    </div>
  );
}

/** The log, and beside it what the client holds. */
export function Happenings({ store, state }: Omit<Props, "showFrames">) {
  const { client } = store.replay;
  useClient(client);
  const fromPage = client.opener === "page";
  return (
    <div class="happenings">
      <div class="log-side">
        {client.client === null && <NothingYet />}
        <ClientEvents log={client.log} />
      </div>
      <div class="facts-side" {...scrollable("Facts of the client")}>
        <RoomsFact client={client} room={state.room} />
        <Facts client={client} fromPage={fromPage} />
        <Delays client={client} />
      </div>
    </div>
  );
}
