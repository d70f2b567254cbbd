import type { OutageReport, SessionReport } from "../../../model/outage/outage-report";
import { Fact } from "../../parts/fact";
import { counted } from "../../parts/words/count";
import { attemptText, factsOfSession, fewOf } from "./session-facts";

interface Props {
  session: SessionReport;
  report: OutageReport;
  /** Ms for which it is still waited for; 0: no longer. */
  waitMs: number;
  onNow: () => void;
}

/** How a session went through an outage: a sentence, then what it is made of. */
export function SessionOutage({ session, report, waitMs, onNow }: Props) {
  const { label, url, verdict, attempts, gaps, fates } = session;
  const { told, more } = fewOf(attempts);
  return (
    <section class="session-outage" aria-label={label}>
      <h3 title={url}>{label}</h3>
      {waitMs > 0 ? (
        <p class="outage-verdict">
          {`Not open again so far: waiting ${Math.ceil(waitMs / 1000)} s more. `}
          <button type="button" class="link-button" onClick={onNow}>
            Now
          </button>
        </p>
      ) : (
        <p class="outage-verdict">{verdict}</p>
      )}
      <dl class="facts">
        {factsOfSession(session, report).map(([term, value]) => (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ))}
      </dl>
      {told.length > 0 && (
        <ol class="outage-attempts" aria-label="Attempts">
          {told.map((attempt) => (
            <li key={attempt.socket}>{attemptText(attempt)}</li>
          ))}
          {more > 0 && <li>and {counted(more, "more attempt")}</li>}
        </ol>
      )}
      {(gaps.frames > 0 || gaps.uncounted) && (
        <p class="warning">
          {`${gaps.frames > 0 ? counted(gaps.frames, "frame") : "Frames"}${gaps.uncounted ? " or more" : ""} `}
          {"of its sockets never came to the panel: the figures may be wrong by as many."}
        </p>
      )}
      {fates.uncompared > 0 && (
        <p class="options-note">
          {`The content of ${counted(fates.uncompared, "sent frame")} is not in memory: more may have been sent twice.`}
        </p>
      )}
    </section>
  );
}
