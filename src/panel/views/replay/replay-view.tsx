import { useEffect } from "preact/hooks";
import { useThrottled } from "../../parts/throttled";
import type { Store } from "../../store/store";
import { Form } from "./form/form";
import { ReplayComposer } from "./replay-composer";
import { Happenings, StateBar } from "./run";
import type { ReplayState } from "./state";

/** Which sockets there are may lag this much. */
const LAG = 400;

interface Props {
  store: Store;
  state: ReplayState;
  /** Out of sight only the composer stays, with what is written in it. */
  shown: boolean;
  showFrames: () => void;
}

/** Offers the address of the page's newest open socket, where none is entered. */
function offerUrl(store: Store): void {
  const { client } = store.replay;
  client.lookAtPage();
  if (client.url.peek() !== "") return;
  const open = store
    .sockets()
    .findLast((socket) => socket.state === "open" && socket.transport === "WebSocket" && !socket.replay);
  if (!open) return;
  client.url.value = open.url;
  client.protocols.value = open.asked.join(", ");
}

/** A reconnecting client of the panel's own: how it shall be, what it does and why, and what it sends. */
export function ReplayView({ store, state, shown, showFrames }: Props) {
  const version = useThrottled(store.version, LAG).value;
  useEffect(() => {
    if (shown) offerUrl(store);
  }, [store, shown]);
  useEffect(() => {
    if (shown) store.replay.client.lookAtPage();
  }, [store, shown, version]);
  return (
    <div class="replay" hidden={!shown}>
      {shown && <StateBar store={store} state={state} showFrames={showFrames} />}
      <div class="replay-body">
        {shown && <Form store={store} state={state} />}
        <div class="replay-run">
          {shown && <Happenings store={store} state={state} />}
          <div class="replay-composer">
            <ReplayComposer store={store} state={state} />
          </div>
        </div>
      </div>
    </div>
  );
}
