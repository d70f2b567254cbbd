import { useMemo, useState } from "preact/hooks";
import { reportMarkdown } from "../../../model/outage/report-markdown";
import { useThrottled } from "../../parts/throttled";
import { useTicking } from "../../parts/use-ticking";
import type { Outage } from "../../store/replay/outages";
import type { Store } from "../../store/store";
import { CopyReport } from "./copy-report";
import { isOpenEnded, reportOn, waitOf } from "./outage-of";
import { outageText } from "./outage-text";
import { SessionOutage } from "./session-outage";

/** Reading all rows once a second costs little; at every paint it would not. */
const EVERY_MS = 1000;

function listOf(store: Store): string {
  const { capture, understanding } = store;
  return [capture.start, understanding.rereads, ...store.sockets().map(({ number }) => number)].join();
}

interface Props {
  store: Store;
  outage: Outage;
  /** Another kind of offline came right after it. */
  followed: boolean;
}

/** What an outage did, kept up to date as long as that can change. */
export function OutageBody({ store, outage, followed }: Props) {
  const [waitOver, setWaitOver] = useState(false);
  const now = store.replay.conditions.now();
  useTicking(EVERY_MS, isOpenEnded(outage, now));
  const version = useThrottled(store.version, EVERY_MS).value;
  const isOver = !isOpenEnded(outage, now) && !store.understanding.behind;
  // All rows are gone through: once it is over, only for what is in the list, and how it is read.
  const report = useMemo(
    () => reportOn(store, outage),
    [store, outage, isOver ? `${listOf(store)} over` : `${version} ${now}`],
  );
  const { sessions } = report;
  return (
    <>
      <div class="outage-head">
        <p>
          {outageText(outage, now)}
          {followed && " Another kind of offline followed at once."}
        </p>
        <CopyReport markdown={() => reportMarkdown(reportOn(store, outage))} />
      </div>
      {sessions.length === 0 && (
        <p class="options-note">No session of the page in the list was there during it, or came after it.</p>
      )}
      {sessions.map((session, at) => (
        <SessionOutage
          // Two sessions may have the same address, and their order stays.
          key={at}
          session={session}
          report={report}
          waitMs={waitOver ? 0 : waitOf(session, outage, now)}
          onNow={() => setWaitOver(true)}
        />
      ))}
    </>
  );
}
