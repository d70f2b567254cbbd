import type { ReplayClient } from "../../../store/replay/replay-client";
import type { ReplayState } from "../state";
import { CloseChoice, closeProblem } from "./close-choice";

interface PressProps {
  name: string;
  strong?: boolean;
  tip?: string;
  /** Why it does nothing now; empty where it does. */
  why: string;
  onPress: () => void;
}

/** It stays focusable when it does nothing, so that whoever pressed it by key is not lost. */
function Press({ name, strong = false, tip, why, onPress }: PressProps) {
  return (
    <button
      type="button"
      class={strong ? "plain-button strong" : "plain-button"}
      aria-disabled={why !== ""}
      title={why || tip}
      onClick={() => why === "" && onPress()}
    >
      {name}
    </button>
  );
}

/** What can be done with the connection. */
export function ConnectionButtons({ client, state }: { client: ReplayClient; state: ReplayState }) {
  const is = client.state.value;
  const off = is === "disconnected";
  const closing = closeProblem(state);
  const disconnect = () => {
    const code = state.closeCode.peek().trim();
    client.disconnect(code === "" ? undefined : Number(code), state.closeReason.peek() || undefined);
  };
  return (
    <div class="connection-buttons">
      <Press
        name="Connect"
        strong={off}
        why={off ? client.problem.value : "Disconnect first"}
        onPress={() => client.connect()}
      />
      <Press name="Disconnect" why={off ? "There is no connection" : closing} onPress={disconnect} />
      {is === "reconnecting" && <Press name="Reconnect now" why="" onPress={() => client.reconnect()} />}
      {client.askable && (
        <Press
          name="Ask the server why"
          tip="Of a failed handshake a browser does not tell why: sends one ordinary GET to the address, without credentials"
          why=""
          onPress={() => void client.ask()}
        />
      )}
      <CloseChoice state={state} />
    </div>
  );
}
