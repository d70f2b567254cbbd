import { RefreshCcwDot } from "lucide";
import { Icon } from "../../parts/icon";
import { Popover } from "../../parts/popover";
import { counted, grouped } from "../../parts/words/count";
import type { Choice } from "../../store/filtering";
import type { Store } from "../../store/store";
import { sessionsInSight } from "../scope";
import { FindingsBadge } from "./findings-badge";
import { Overview } from "./overview";
import { SessionPanel } from "./session-panel";
import { tallied } from "./tally";
import { useFindings } from "./use-findings";

/** Whether one session is meant by what is chosen. */
function isOne(chosen: Choice | null): boolean {
  return chosen !== null && ("socket" in chosen || "session" in chosen || "evidence" in chosen);
}

/** Beside the tabs: how many findings there are; a click tells them, and how the session of what is chosen went. */
export function SessionButton({ store }: { store: Store }) {
  const findings = useFindings(store);
  const chosen = store.filtering.chosen.value;
  const sessions = sessionsInSight(store);
  const session = isOne(chosen) ? sessions[0] : undefined;
  const found = (session ? [session] : sessions).map((each) => findings.of(each));
  const tally = tallied(found.flatMap(({ open }) => open));
  const worth = found.filter(({ open, dismissed }) => open.length + dismissed.length > 0);
  if (!session && worth.length === 0) return null;
  const count = tally.count === 0 ? "no findings" : counted(tally.count, "finding");
  const name = session
    ? `Session, ${count}`
    : `${count} in ${grouped(worth.length)} ${worth.length === 1 ? "session" : "sessions"}`;
  return (
    <div class="session-popover">
      <Popover
        name={name}
        align="end"
        face={
          <>
            {(session || tally.count === 0) && <Icon of={RefreshCcwDot} size={13} />}
            <FindingsBadge {...tally} />
          </>
        }
      >
        {session ? (
          <SessionPanel
            key={session.id}
            store={store}
            findings={findings}
            session={session}
            current={chosen && "socket" in chosen ? chosen.socket : 0}
          />
        ) : (
          <Overview store={store} findings={findings} found={worth} />
        )}
      </Popover>
    </div>
  );
}
