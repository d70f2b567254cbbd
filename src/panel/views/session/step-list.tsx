import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { GapItem } from "./gap-item";
import { SocketStep } from "./socket-step";
import type { Step } from "./steps";

interface Props {
  store: Store;
  steps: readonly Step[];
  /** The socket whose frames are shown; 0 for all of the session. */
  current: number;
  /** Sockets before the first step. */
  earlier: number;
  onEarlier: () => void;
}

/** The sockets of a session one after the other, with what happened between them: all that the strip shows, and more. */
export function StepList({ store, steps, current, earlier, onEarlier }: Props) {
  return (
    <section class="reconnects" aria-label="Sockets of the session">
      <h3>{steps.length === 1 ? "Socket" : "Sockets"}</h3>
      {earlier > 0 && (
        <button type="button" class="link-button" onClick={onEarlier}>
          Show earlier ({counted(earlier, "socket")})
        </button>
      )}
      <ol class="steps">
        {steps.map((step, index) => [
          index > 0 && <GapItem key={`before ${step.socket.number}`} step={step} store={store} />,
          <SocketStep
            key={step.socket.number}
            step={step}
            store={store}
            current={step.socket.number === current}
          />,
        ])}
      </ol>
    </section>
  );
}
