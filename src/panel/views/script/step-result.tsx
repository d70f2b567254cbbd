import { CircleX } from "lucide";
import type { Difference } from "../../../model/match/difference";
import type { StepProgress } from "../../../model/script/progress";
import type { Step } from "../../../model/script/script";
import { Icon } from "../../parts/icon";
import { counted } from "../../parts/words/count";
import { cut, oneLine } from "../../parts/words/one-line";
import type { RowsInSight } from "../../store/rows-in-sight";
import { rowOf } from "../../store/script/hearing";
import type { Going } from "../going";
import { summaryOf } from "./step-words";

const LONGEST = 300;
const LISTED = 20;

function shown(value: unknown): string {
  if (value === undefined) return "(missing)";
  return oneLine(cut(JSON.stringify(value) ?? "", LONGEST + 1), LONGEST);
}

function Differences({ of }: { of: readonly Difference[] }) {
  return (
    <table class="differences" aria-label="Differences">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Expected</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {of.slice(0, LISTED).map(({ path, expected, actual }) => (
          <tr key={path}>
            <td>{oneLine(path || "(whole)", LONGEST)}</td>
            <td class="expected">{shown(expected)}</td>
            <td class="came">{shown(actual)}</td>
          </tr>
        ))}
        {of.length > LISTED && (
          <tr>
            <td colSpan={3}>and {counted(of.length - LISTED, "more difference")}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface Props {
  step: Step;
  progress: StepProgress;
  going: Going;
  rows: Pick<RowsInSight, "shows">;
}

/** Why a step failed: what was waited for, and what came instead. */
export function StepResult({ step, progress, going, rows }: Props) {
  const { message, nearest, differences } = progress;
  const row = nearest ? rowOf(nearest) : null;
  return (
    <section class="step-result" aria-label="Why it failed">
      <p class="result-title">
        <Icon of={CircleX} size={13} />
        {message}
      </p>
      {step.kind === "expect" && <p>Waited for: {summaryOf(step)}</p>}
      {nearest && (
        <>
          <p>
            Came nearest: {nearest.name || "a frame without a name"}
            {nearest.rooms.length > 0 && ` in ${oneLine(nearest.rooms.join(", "), LONGEST)}`}
            {nearest.text !== null && (
              <>
                {" "}
                <code>{oneLine(nearest.text, LONGEST)}</code>
              </>
            )}{" "}
            {row !== null && (
              <button
                type="button"
                class="link-button"
                disabled={!rows.shows(row)}
                title={rows.shows(row) ? "Shows it in Frames" : "It was cleared"}
                onClick={() => going.toFrame(row)}
              >
                Show frame
              </button>
            )}
          </p>
          <Differences of={differences} />
        </>
      )}
    </section>
  );
}
