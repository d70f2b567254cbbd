import type { Socket } from "../../../model/socket";
import type { Store } from "../../store/store";
import { sessionsInSight } from "../scope";

/** The sockets of what is chosen, and why some of them have no heartbeat to show. */
export interface Candidates {
  /** The one that is chosen itself first, then the newest. */
  shown: Socket[];
  silent: number;
  eventSources: number;
}

export function candidates(store: Store): Candidates {
  const inSight = new Set(store.sockets());
  const sockets = sessionsInSight(store)
    .flatMap((session) => session.sockets)
    .filter((socket) => inSight.has(socket));
  const chosen = store.filtering.chosen.value;
  const first = chosen && "socket" in chosen ? chosen.socket : 0;
  const spoken = ({ sent, received }: Socket) => sent.frames + received.frames > 0;
  const webSockets = sockets.filter(({ transport }) => transport === "WebSocket");
  const shown = webSockets.filter(spoken);
  shown.sort((a, b) => Number(b.number === first) - Number(a.number === first) || b.number - a.number);
  return {
    shown,
    silent: webSockets.length - shown.length,
    eventSources: sockets.length - webSockets.length,
  };
}
