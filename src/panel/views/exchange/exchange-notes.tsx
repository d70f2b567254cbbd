import { CircleCheck, CircleX, TriangleAlert, X } from "lucide";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { counted } from "../../parts/words/count";
import type { Exchange, ImportReport } from "../../store/exchange";
import { summary } from "./report-words";

function Note({ report, exchange }: { report: ImportReport; exchange: Exchange }) {
  const nothing = report.sockets === 0;
  const troubled = nothing || report.problems.length > 0;
  return (
    <div
      class={`note ${nothing ? "refused" : troubled ? "partly" : "done"}`}
      role={troubled ? "alert" : "status"}
    >
      <Icon of={nothing ? CircleX : troubled ? TriangleAlert : CircleCheck} size={13} />
      <div class="note-text">
        <p>{summary(report)}</p>
        {report.problems.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <ul tabIndex={0} aria-label="Problems">
            {report.problems.map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
            {report.more > 0 && <li>and {counted(report.more, "more problem")}</li>}
          </ul>
        )}
      </div>
      <IconButton name="Dismiss" onClick={() => exchange.dismiss(report.id)}>
        <Icon of={X} size={12} />
      </IconButton>
    </div>
  );
}

/** What is under way, and what became of imports: below the toolbar, where the user looks. */
export function ExchangeNotes({ exchange }: { exchange: Exchange }) {
  const work = exchange.work.value;
  return (
    <>
      {work && (
        <div class="note working">
          <progress aria-label={work.text} max={1} value={work.share} />
          <div class="note-text">{work.text}</div>
          <button type="button" class="link-button" onClick={() => exchange.stop()}>
            Stop
          </button>
        </div>
      )}
      {exchange.reports.value.map((report) => (
        <Note key={report.id} report={report} exchange={exchange} />
      ))}
    </>
  );
}
