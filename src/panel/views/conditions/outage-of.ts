import { type Outage as Asked, BEFORE } from "../../../model/outage/facts";
import { factsOf } from "../../../model/outage/facts-of";
import type { OutageReport, SessionReport } from "../../../model/outage/outage-report";
import { outageReport } from "../../../model/outage/report";
import type { Socket } from "../../../model/socket";
import type { Outage } from "../../store/replay/outages";
import type { Store } from "../../store/store";

/** How long a session may take to come back before it counts as not recovered. */
const WAIT_MS = 30_000;

/** What the list tells of an outage; of one that lasts: so far. */
export function reportOn(store: Store, outage: Outage): OutageReport {
  const { began, ended, offline } = outage;
  const asked: Asked = {
    began,
    ended: ended ?? store.replay.conditions.now(),
    kind: offline?.kind ?? "hidden",
    told: offline?.told ?? false,
  };
  const sockets = store.sockets().filter((socket) => isIn(outage, socket));
  return outageReport(factsOf(store.capture, store.understanding, sockets, asked));
}

/** Whether a socket was to believe it. The page holds some of the replay client's. */
function isIn({ onPage, onClient }: Outage, { replay }: Socket): boolean {
  return (onPage && replay !== "extension") || (onClient && replay !== undefined);
}

/** Whether new frames can still change what is told of it: as long as it lasts, and as long after it as before it. */
export function isOpenEnded({ ended }: Outage, now: number): boolean {
  return ended === null || now < ended + BEFORE;
}

/** How long a session that is not back yet is still waited for; 0: no longer. */
export function waitOf(session: SessionReport, { ended }: Outage, now: number): number {
  if (ended === null || !session.connected || session.stayed || session.recovered !== null) return 0;
  return Math.max(0, ended + WAIT_MS - now);
}
