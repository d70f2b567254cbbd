import { useState } from "preact/hooks";
import { scrollable } from "../../parts/roles";
import { useThrottled } from "../../parts/throttled";
import { useTicking } from "../../parts/use-ticking";
import { counted, grouped } from "../../parts/words/count";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { NoHeartbeats } from "./empty";
import { SocketHeartbeat } from "./socket-heartbeat";
import { type Candidates, candidates } from "./sockets-with-frames";

/** Figures may lag this much: nobody reads them faster. */
const LAG = 400;
/** A beat is missed because time passes. */
const TICK = 1000;
/** Sockets that are shown at once. */
const PAGE = 20;

function leftOut({ silent, eventSources }: Candidates): string {
  const parts = [];
  if (silent > 0) parts.push(`${counted(silent, "socket")} without frames`);
  if (eventSources > 0) parts.push(`${counted(eventSources, "EventSource")}, which cannot send`);
  return parts.length === 0 ? "" : `Left out: ${parts.join("; ")}.`;
}

/** The heartbeats of the sockets in sight, newest first. */
export function HeartbeatView({ store, going }: { store: Store; going: Going }) {
  useThrottled(store.version, LAG).value;
  const [most, setMost] = useState(PAGE);
  const all = candidates(store);
  const shown = all.shown.slice(0, most);
  useTicking(
    TICK,
    shown.some((socket) => socket.state === "open" && !socket.imported),
  );
  const left = leftOut(all);
  const rest = all.shown.length - shown.length;
  return (
    <div class="heartbeats" {...scrollable("Heartbeats")}>
      {shown.length > 0 && store.understanding.behind && (
        <p class="quiet-note">Reading the frames{"\u2026"} What is said here may change.</p>
      )}
      {shown.map((socket) => (
        <SocketHeartbeat key={socket.number} store={store} going={going} socket={socket} />
      ))}
      {rest > 0 && (
        <button type="button" class="plain-button more" onClick={() => setMost(most + PAGE)}>
          Show {grouped(Math.min(PAGE, rest))} more of {grouped(rest)}
        </button>
      )}
      {shown.length > 0 && left !== "" && <p class="quiet-note">{left}</p>}
      {shown.length === 0 && <NoHeartbeats store={store} left={left} />}
    </div>
  );
}
