import { useState } from "preact/hooks";
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
  useThrottled(store.version, EVERY_MS).value;
  const report = reportOn(store, outage);
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
      {sessions.map((session) => (
        <SessionOutage
          key={session.url}
          session={session}
          report={report}
          waitMs={waitOver ? 0 : waitOf(session, outage, now)}
          onNow={() => setWaitOver(true)}
        />
      ))}
    </>
  );
}
