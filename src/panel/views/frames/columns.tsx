import type { TargetedPointerEvent } from "preact";
import { useRef } from "preact/hooks";
import { useRemembered } from "../../parts/remembered";
import { columnHeader, headerRow } from "../../parts/roles";

const COLUMNS = [
  { name: "Time", label: "Time", width: 92 },
  { name: "Direction", label: "Dir", width: 34 },
  { name: "Name", label: "Name", width: 136 },
  { name: "Room", label: "Room", width: 96 },
  { name: "Size", label: "Size", width: 62 },
] as const;
const LEAST = 30;

type Column = (typeof COLUMNS)[number];

function ColumnHeader({
  column,
  width,
  onWidth,
}: {
  column: Column;
  width: number;
  onWidth: (width: number) => void;
}) {
  const grip = useRef({ x: 0, width: 0 });
  const grab = (event: TargetedPointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const drag = (event: TargetedPointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onWidth(Math.max(LEAST, grip.current.width + event.clientX - grip.current.x));
  };
  return (
    <span {...columnHeader(column.name)} class={`cell-${column.name.toLowerCase()}`} title={column.name}>
      {column.label}
      <span
        class="column-grip"
        aria-hidden="true"
        onPointerDown={grab}
        onPointerMove={drag}
        onDblClick={() => onWidth(column.width)}
      />
    </span>
  );
}

/** The line of headers, and what makes its widths those of all rows: custom properties for the grid. */
export function useColumns() {
  const columns = COLUMNS.map((column) => {
    const [width, setWidth] = useRemembered(`column.${column.name.toLowerCase()}`, column.width);
    return { column, width, setWidth };
  });
  const style = Object.fromEntries(
    columns.map(({ column, width }) => [`--width-${column.name.toLowerCase()}`, `${width}px`]),
  );
  const header = (
    <div {...headerRow} class="frame-header">
      {columns.map(({ column, width, setWidth }) => (
        <ColumnHeader key={column.name} column={column} width={width} onWidth={setWidth} />
      ))}
      <span {...columnHeader("Preview")} class="cell-preview">
        Preview
      </span>
    </div>
  );
  return { style, header };
}
