import { RotateCw } from "lucide";
import { Icon } from "../../parts/icon";
import { counted } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import type { Store } from "../../store/store";
import { showEvidence } from "./show";
import { delayText, rangeText } from "./step-words";
import type { Step } from "./steps";

/** Rooms that are named; the rest is counted. */
const MOST_ROOMS = 8;
/** Characters of a room's name. */
const LONGEST = 60;

function shown(room: string): string {
  return oneLine(room, LONGEST);
}

function Rejoined({ step, store }: { step: Step; store: Store }) {
  const { rejoined, socket } = step;
  if (rejoined.length === 0) return null;
  const rest = rejoined.length - MOST_ROOMS;
  return (
    <p class="gap-note">
      <span aria-hidden="true">{"\u2713 "}</span>
      Joined again:{" "}
      {rejoined.slice(0, MOST_ROOMS).map(({ room, row }, index) => (
        <span key={row}>
          {index > 0 && ", "}
          <button
            type="button"
            class="link-button"
            title={`Show the frame that joins ${shown(room)} on #${socket.number}`}
            onClick={() => {
              const title = `${shown(room)} joined again on #${socket.number}`;
              showEvidence(store, { title, rows: [row], count: 1, sockets: [socket.number] });
            }}
          >
            {shown(room)}
          </button>
        </span>
      ))}
      {rest > 0 && ` and ${counted(rest, "other")}`}
    </p>
  );
}

function Forgotten({ rooms }: { rooms: readonly string[] }) {
  if (rooms.length === 0) return null;
  const rest = rooms.length - MOST_ROOMS;
  return (
    <p class="gap-note lost">
      <span aria-hidden="true">{"\u2715 "}</span>
      Not joined again: {rooms.slice(0, MOST_ROOMS).map(shown).join(", ")}
      {rest > 0 && ` and ${counted(rest, "other")}`}
    </p>
  );
}

/** Between two sockets: which attempt it was, how long the client waited, what was lost and what came back. */
export function GapItem({ step, store }: { step: Step; store: Store }) {
  const { reconnect, expected } = step;
  if (!reconnect) return null;
  return (
    <li class="step gap">
      <span class="step-mark">
        <Icon of={RotateCw} size={11} />
      </span>
      <div class="step-text">
        <p>
          Attempt {reconnect.attempt} after <strong>{delayText(reconnect.delay)}</strong>
          {expected && (
            <span class={expected.met ? "quiet" : "odd"}>
              {expected.met ? "; as expected: " : "; expected: "}
              {rangeText(expected.range)}
            </span>
          )}
        </p>
        <Rejoined step={step} store={store} />
        <Forgotten rooms={step.forgotten} />
      </div>
    </li>
  );
}
