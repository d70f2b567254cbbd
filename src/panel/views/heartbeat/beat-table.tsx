import { useState } from "preact/hooks";
import type { HeartbeatSummary } from "../../../model/heartbeat/summary";
import { grouped } from "../../parts/words/count";
import { clockTime, fullDate } from "../../parts/words/time";
import type { Going } from "../going";
import { beatText } from "./beat-words";
import { measureOf } from "./chart-shape";

/** Beats that are listed. */
const MOST = 100;

/** The chart as a list, newest first, for whoever does not see it or has no pointer; there only when opened. */
export function BeatTable({ summary, going }: { summary: HeartbeatSummary; going: Going }) {
  const [open, setOpen] = useState(false);
  const { points, beats } = summary;
  const measure = measureOf(summary);
  return (
    <div class="beats">
      <button type="button" class="disclosure" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? "\u25be" : "\u25b8"}</span>
        {points.length > MOST ? `Last ${MOST} beats` : "Beats"}
      </button>
      {open && (
        <ol aria-label="Beats, newest first">
          {points
            .slice(-MOST)
            .reverse()
            .map((point, at) => (
              <li key={point.row}>
                <button
                  type="button"
                  class="event-line"
                  title={`Show its frame (${fullDate(point.time)})`}
                  onClick={() => going.toFrame(point.row)}
                >
                  <span class="beat-number">{grouped(beats - at)}</span>
                  <span class="event-time">{clockTime(point.time)}</span>
                  <span class={point.missed || point.late ? "warning" : ""}>{beatText(point, measure)}</span>
                  <span class="event-frame">frame</span>
                </button>
              </li>
            ))}
        </ol>
      )}
    </div>
  );
}
