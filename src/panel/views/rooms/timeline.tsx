import type { TargetedMouseEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { RoomEvent } from "../../../model/room/room";
import type { Session } from "../../../model/session/session";
import { useBox } from "../../parts/use-box";
import { counted } from "../../parts/words/count";
import type { Going } from "../going";
import { Bands, TimeScale } from "./bands";
import { Lane } from "./lane";
import { socketsText } from "./session-heading";
import { spanOf } from "./span";
import { beginningOf, eventful, Zoom } from "./zoom";

/** Sockets that are drawn: a storm of retries has thousands. */
const MOST_SOCKETS = 300;

interface Props {
  session: Session;
  /** Names of the rooms that have a lane. */
  names: readonly string[];
  /** Of these rooms, oldest first. */
  events: readonly RoomEvent[];
  now: number;
  going: Going;
}

/** Memberships over a session's sockets. A picture: whoever does not see it has the list of events beside it. */
export function Timeline({ session, names, events, now, going }: Props) {
  const plot = useRef<HTMLDivElement>(null);
  const { width } = useBox(plot);
  const sockets = session.sockets.slice(-MOST_SOCKETS);
  const since = sockets[0]?.createdAt ?? 0;
  const drawn = session.sockets.length > MOST_SOCKETS ? events.filter(({ time }) => time >= since) : events;
  const [zoomed, setZoomed] = useState(0);
  const choices = eventful(sockets, drawn);
  const at = choices.some(({ number }) => number === zoomed)
    ? sockets.findIndex(({ number }) => number === zoomed)
    : -1;
  const socket = sockets[at];
  const span = socket ? beginningOf(socket, sockets[at - 1], drawn) : spanOf(sockets, drawn, now);
  const props = { sockets, span, now, width };
  const what = names.length === 1 ? `room ${names[0]}` : counted(names.length, "room");
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset.row ?? "-1";
    if (Number(row) >= 0) going.toFrame(Number(row));
  };
  return (
    <>
      <Zoom sockets={choices} chosen={socket ? zoomed : 0} onChoose={setZoomed} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of events has the same by keyboard */}
      <div
        class="timeline"
        role="img"
        aria-label={`Membership of ${what} over ${socketsText(session)}: ${counted(events.length, "event")}, listed below`}
        onClick={click}
      >
        <div class="timeline-back">
          <div class="timeline-plot" ref={plot}>
            <Bands {...props} />
          </div>
        </div>
        {names.map((name) => (
          <Lane key={name} name={name} events={drawn.filter(({ room }) => room === name)} {...props} />
        ))}
        <TimeScale span={span} width={width} />
      </div>
    </>
  );
}
