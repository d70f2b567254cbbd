import { useLayoutEffect, useRef } from "preact/hooks";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { isTroubled, stateText, toneOf } from "../sockets/socket-words";
import { delayText, lifeText } from "./step-words";
import type { Step } from "./steps";

/** Widths grow with the logarithm of time: between hours of being open a gap of a second is still seen. */
function weight(ms: number): number {
  return Math.log2(1 + Math.max(0, ms) / 250);
}

function Bar({ step, store, current }: { step: Step; store: Store; current: boolean }) {
  const { socket, end } = step;
  const opened = socket.openedAt;
  const connecting = weight((opened ?? end) - socket.createdAt);
  const open = opened === undefined ? 0 : weight(end - opened);
  const over = socket.closedAt !== undefined;
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`strip-bar ${toneOf(socket)}${current ? " current" : ""}`}
      style={{ flexGrow: Math.max(0.5, connecting + open) }}
      title={`#${socket.number} ${lifeText(step)}${step.close ? `; ${socket.code}, ${step.close.name}` : ""}`}
      onClick={() => store.filtering.choose({ socket: socket.number })}
    >
      <span class="strip-track">
        <span class="strip-connecting" style={{ flexGrow: opened === undefined ? 1 : connecting }} />
        {opened !== undefined && <span class={`strip-open${over ? "" : " on"}`} style={{ flexGrow: open }} />}
        <span class="strip-number">#{socket.number}</span>
      </span>
      <span class="strip-label">
        {isTroubled(socket) && "\u2715 "}
        {over ? (socket.code ?? stateText(socket)) : stateText(socket)}
      </span>
    </button>
  );
}

function Gap({ step }: { step: Step }) {
  const { reconnect, expected, forgotten } = step;
  if (!reconnect) return <span class="strip-gap" />;
  const { delay, attempt } = reconnect;
  return (
    <span
      class={`strip-gap${expected && !expected.met ? " odd" : ""}`}
      style={{ flexGrow: weight(delay) }}
      title={`Attempt ${attempt} after ${delayText(delay)}`}
    >
      <span class="strip-wait">
        {"\u21bb"}
        {attempt}
      </span>
      <span class="strip-label">
        <span class="strip-delay">{delayText(delay)}</span>
        {forgotten.length > 0 && (
          <span class="strip-lost" title={`${counted(forgotten.length, "room")} not joined again`}>
            {` \u2715${forgotten.length}`}
          </span>
        )}
      </span>
    </span>
  );
}

/**
 * The sockets of a session as bars over time, with the gaps between them. It is a picture for those with a pointer and
 * room for it: the list under it says all that it shows.
 */
export function Strip({ steps, store, current }: { steps: readonly Step[]; store: Store; current: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The newest is what one looks for.
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [steps.length]);
  return (
    <div class="strip" aria-hidden="true" ref={scroller} title="Widths grow with the logarithm of time">
      {steps.map((step, index) => (
        <span key={step.socket.number} class="strip-step">
          {index > 0 && <Gap step={step} />}
          <Bar step={step} store={store} current={step.socket.number === current} />
        </span>
      ))}
    </div>
  );
}
