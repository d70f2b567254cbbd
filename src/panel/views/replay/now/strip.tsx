import { useTicking } from "../../../parts/use-ticking";
import { clockTime, duration } from "../../../parts/words/time";
import type { ReplayClient } from "../../../store/replay/replay-client";
import { useClient } from "../use-client";
import { type Span, spansOf } from "./spans";

const TICK = 500;
const HEIGHT = 10;
/** Least width in px: what was short is seen too. */
const LEAST = 2;

/** Each state has a height of its own as well as a colour. */
const TALL = { connected: 1, connecting: 0.7, reconnecting: 0.45, disconnected: 0.2 } as const;

function inWords(spans: readonly Span[]): string {
  const last = spans.slice(-12).map(({ state, lasted }) => `${state} ${duration(lasted)}`);
  return `States, oldest first: ${last.join(", ")}`;
}

/** The states of the last minutes as a strip. */
export function Strip({ client }: { client: ReplayClient }) {
  const { states } = client.log;
  useClient(client);
  useTicking(TICK, client.state.value !== "disconnected");
  const end = client.state.value === "disconnected" ? (states.at(-1)?.since ?? 0) : client.now();
  const spans = spansOf(states, end).filter(({ state }) => states.length > 1 || state !== "disconnected");
  if (spans.length === 0) return null;
  return (
    <svg class="state-strip" role="img" aria-label={inWords(spans)} width="100%" height={HEIGHT}>
      {spans.map(({ state, since, lasted, from, width }) => (
        <rect
          key={since + state}
          class={state}
          x={`${from * 100}%`}
          style={{ width: `max(${LEAST}px, ${width * 100}%)` }}
          y={HEIGHT * (1 - TALL[state])}
          height={HEIGHT * TALL[state]}
        >
          <title>{`${state} since ${clockTime(since)}, ${duration(lasted)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
