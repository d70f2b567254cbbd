import { counted } from "../../parts/words/count";
import { clockTime, fullDate } from "../../parts/words/time";
import type { Store } from "../../store/store";
import { stateSymbol, toneOf } from "../sockets/socket-words";
import { CloseText } from "./close-text";
import { ShowButton } from "./show-button";
import { lifeText } from "./step-words";
import type { Step } from "./steps";

interface Props {
  step: Step;
  store: Store;
  /** It is the one whose frames are shown. */
  current: boolean;
}

function Missing({ step, store }: { step: Step; store: Store }) {
  const { missing, socket } = step;
  if (!missing) return null;
  const sockets = [socket.number];
  const { unsent, unsentCount, losses, lostCount } = missing;
  const unsentTitle = `Given to send() when #${socket.number} was closing or closed`;
  const lostTitle = `Missing on #${socket.number}: Sockeye never got them`;
  return (
    <>
      {unsentCount > 0 && (
        <p class="gap-note lost">
          <span aria-hidden="true">{"\u2715 "}</span>
          {counted(unsentCount, "frame")} never went out: sent when it was closing or closed.{" "}
          <ShowButton
            store={store}
            evidence={{ title: unsentTitle, rows: unsent, count: unsentCount, sockets }}
          />
        </p>
      )}
      {lostCount > 0 && (
        <p class="gap-note lost">
          <span aria-hidden="true">{"\u2715 "}</span>
          {counted(lostCount, "frame")} missing here: Sockeye never got {lostCount === 1 ? "it" : "them"}.{" "}
          <ShowButton
            store={store}
            label="Show where"
            evidence={{ title: lostTitle, rows: losses, count: losses.length, sockets }}
          />
        </p>
      )}
    </>
  );
}

/** A socket of the session: how long it lived, how it ended, what never went out. */
export function SocketStep({ step, store, current }: Props) {
  const { socket, close } = step;
  return (
    <li class={`step of-socket${current ? " current" : ""}`}>
      <span class={`step-mark state-symbol ${toneOf(socket)}`} aria-hidden="true">
        {stateSymbol(socket)}
      </span>
      <div class="step-text">
        <p>
          <time class="step-time" title={fullDate(socket.createdAt)}>
            {clockTime(socket.createdAt)}
          </time>
          <button
            type="button"
            class="link-button"
            aria-current={current}
            title={`Show the frames of #${socket.number}`}
            onClick={() => store.filtering.choose({ socket: socket.number })}
          >
            #{socket.number}
          </button>{" "}
          {lifeText(step)}
          {socket.openedAt !== undefined && `, ${counted(store.framesOf(socket), "frame")}`}
        </p>
        {close && (
          <p class="step-close">
            <CloseText socket={socket} close={close} short={step.repeated} />
          </p>
        )}
        <Missing step={step} store={store} />
      </div>
    </li>
  );
}
