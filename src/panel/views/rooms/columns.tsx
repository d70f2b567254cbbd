import { ChevronDown, ChevronUp } from "lucide";
import { Icon } from "../../parts/icon";
import { columnHeader, headerRow } from "../../parts/roles";
import type { ColumnName, Sort } from "./state";

const COLUMNS: readonly { name: ColumnName; tip: string; figure: boolean }[] = [
  { name: "Room", tip: "Room, channel, topic or subscription", figure: false },
  { name: "State", tip: "Where the page stands with it", figure: false },
  { name: "Members", tip: "Who is in, where the server tells", figure: true },
  { name: "Sent", tip: "Frames that the page sent to it", figure: true },
  { name: "Received", tip: "Frames that came from it", figure: true },
  { name: "Joins", tip: "How often the page asked to join, on all sockets of the session", figure: true },
];

/** Figures begin with the largest, words with the first; the third time gives the order back. */
function next(sort: Sort | null, column: ColumnName, figure: boolean): Sort | null {
  if (sort?.column !== column) return { column, descending: figure };
  return sort.descending === figure ? { column, descending: !figure } : null;
}

function sortableHeader(name: string, direction: "ascending" | "descending" | "none") {
  return { ...columnHeader(name), "aria-sort": direction };
}

/** The line of headers: a click sorts. */
export function RoomHeader({ sort, onSort }: { sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  return (
    <div {...headerRow} class="room-header">
      {COLUMNS.map(({ name, tip, figure }) => {
        const chosen = sort?.column === name ? sort : null;
        const direction = chosen ? (chosen.descending ? "descending" : "ascending") : "none";
        return (
          <span
            key={name}
            {...sortableHeader(name, direction)}
            class={`room-${name.toLowerCase()}${figure ? " figure" : ""}`}
          >
            <button
              type="button"
              title={`${tip}. Click to sort`}
              onClick={() => onSort(next(sort, name, figure))}
            >
              {name}
              {chosen && <Icon of={chosen.descending ? ChevronDown : ChevronUp} size={11} />}
            </button>
          </span>
        );
      })}
    </div>
  );
}
