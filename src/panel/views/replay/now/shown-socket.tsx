import { useThrottled } from "../../../parts/throttled";
import type { Store } from "../../../store/store";
import { LAG } from "../use-client";

/** The socket of the client's newest connection, and the way to its frames. */
export function ShownSocket({ store, showFrames }: { store: Store; showFrames: () => void }) {
  useThrottled(store.version, LAG).value;
  const { socket } = store.replay.client;
  // A Clear may have taken it away.
  if (!socket || !store.sockets().includes(socket)) return null;
  const show = () => {
    store.filtering.choose({ socket: socket.number });
    showFrames();
  };
  return (
    <button type="button" class="link-button shown-socket" title="Shows them in Frames" onClick={show}>
      Frames of #{socket.number}
    </button>
  );
}
