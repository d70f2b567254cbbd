import type { Socket } from "../../../model/socket";
import { timeTicks } from "../../parts/axis";
import { isTroubled, stateText } from "../sockets/socket-words";
import { percent, type Span, shows, stretch, styleOf } from "./span";

/** Px that a tick's label needs, with air and without, and a socket's number. */
const TICK = 92;
const LABEL = 66;
const NUMBER = 22;

/** The lifetimes of a session's sockets, behind the lanes. */
export function Bands({
  sockets,
  span,
  now,
  width,
}: {
  sockets: readonly Socket[];
  span: Span;
  now: number;
  width: number;
}) {
  return (
    <div class="bands">
      {sockets
        .filter(({ createdAt, closedAt }) => shows(createdAt, closedAt ?? now, span))
        .map((socket) => {
          const place = stretch(socket.createdAt, socket.closedAt ?? now, span);
          const title = `#${socket.number} ${stateText(socket)}`;
          return (
            <span
              key={socket.number}
              class={`band${isTroubled(socket) ? " troubled" : ""}${socket.openedAt === undefined ? " unopened" : ""}`}
              style={styleOf(place)}
              title={title}
            >
              {(place.width / 100) * width >= NUMBER && (
                <span class="band-number">
                  #{socket.number}
                  {(place.width / 100) * width >= 90 && <span class="band-state"> {stateText(socket)}</span>}
                </span>
              )}
            </span>
          );
        })}
    </div>
  );
}

/** The times under the lanes. */
export function TimeScale({ span, width }: { span: Span; width: number }) {
  return (
    <div class="time-scale">
      {timeTicks(span.from, span.to, Math.max(1, width / TICK))
        .map((tick) => ({ ...tick, left: percent(tick.value, span) }))
        .filter(({ left }) => width === 0 || (1 - left / 100) * width > LABEL)
        .map(({ value, label, left }) => (
          <span key={value} class="time-tick" style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
    </div>
  );
}
