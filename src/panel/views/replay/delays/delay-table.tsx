import { clockTime, fullDate } from "../../../parts/words/time";
import type { Attempt } from "../../../store/replay/attempts";
import { outcomeText, plain } from "./delay-words";

/** The chart as a table, newest first. */
export function DelayTable({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <details class="delay-table">
      <summary>As a table</summary>
      <table aria-label="Planned and actual delays, newest first">
        <thead>
          <tr>
            {["Time", "No.", "Range, ms", "Planned, ms", "Actual, ms", "Outcome"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...attempts].reverse().map((attempt) => (
            <tr key={attempt.number} title={attempt.formula}>
              <td title={fullDate(attempt.since)}>{clockTime(attempt.since)}</td>
              <td>{attempt.attempt}</td>
              <td>
                {plain(attempt.floor)}
                {attempt.floor !== attempt.ceiling && `\u2013${plain(attempt.ceiling)}`}
              </td>
              <td>{plain(attempt.planned)}</td>
              <td>{plain(attempt.actual)}</td>
              <td>{outcomeText(attempt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
