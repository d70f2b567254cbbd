import type { RoomEvent } from "../../../model/room/room";
import type { Socket } from "../../../model/socket";
import { Icon } from "../../parts/icon";
import { oneLine } from "../../parts/words/one-line";
import { clockTime } from "../../parts/words/time";
import { marksOf, wordOf } from "./marks";
import { type Span, shows, stretch, styleOf } from "./span";
import { staysIn } from "./stays";
import { EVENTS, eventText, shownName } from "./words";

interface Props {
  name: string;
  events: readonly RoomEvent[];
  sockets: readonly Socket[];
  span: Span;
  now: number;
  /** Px of the part where the marks stand. */
  width: number;
}

/** One room's line: when the page was in it, and what happened. */
export function Lane({ name, events, sockets, span, now, width }: Props) {
  return (
    <div class="lane">
      <span class="lane-name" title={name}>
        {oneLine(shownName(name), 60)}
      </span>
      <div class="lane-track">
        {staysIn(events, sockets, now)
          .filter(({ from, to }) => shows(from, to, span))
          .map(({ from, to, confirmed }) => (
            <span
              key={`${from} ${confirmed}`}
              class={`stay ${confirmed ? "confirmed" : "unconfirmed"}`}
              style={styleOf(stretch(from, to, span))}
            />
          ))}
        {marksOf(
          events.filter(({ time }) => shows(time, time, span)),
          span,
          width,
        ).map((mark) => {
          const { event, left, behind, worded } = mark;
          const { icon, tone } = EVENTS[event.kind];
          const more = behind > 0 ? ` (and ${behind} more here)` : "";
          return (
            <span
              key={`${event.time} ${event.kind}`}
              class={`mark tone-${event.beforeAuth && tone !== "bad" ? "warning" : tone}`}
              style={{ left: `${left}%` }}
              data-row={event.row}
              title={`${clockTime(event.time)} ${eventText(event)}${more}`}
            >
              <span class="mark-symbol">
                <Icon of={icon} size={10} />
              </span>
              {worded && <span class="mark-word">{wordOf(mark)}</span>}
            </span>
          );
        })}
      </div>
    </div>
  );
}
