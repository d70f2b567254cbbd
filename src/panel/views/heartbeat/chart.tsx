import type { TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { HeartbeatSummary } from "../../../model/heartbeat/summary";
import { useBox } from "../../parts/use-box";
import { clockTime } from "../../parts/words/time";
import type { Going } from "../going";
import { beatText, chartText } from "./beat-words";
import { heightOf, nearest, type Shape, type Spot, shapeOf } from "./chart-shape";

const HEIGHT = 96;
/** Room for the axes, in px. */
const LEFT = 52;
const RIGHT = 14;
const TOP = 8;
const BOTTOM = 18;
/** Px a beat, from which each is a dot. */
const DOTTED = 5;

function Axes({ shape, width }: { shape: Shape; width: number }) {
  return (
    <>
      {shape.ticks.map(({ value, label, at }) => (
        <g key={value}>
          <line class="grid-line" x1={0} x2={width} y1={at} y2={at} />
          <text class="axis" x={-6} y={at + 3.5} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {shape.times.map(({ value, label, at }) => (
        <g key={value}>
          <line class="tick" x1={at} x2={at} y1={HEIGHT} y2={HEIGHT + 4} />
          <text class="axis" x={at + 3} y={HEIGHT + 13}>
            {label}
          </text>
        </g>
      ))}
      {shape.usual !== null && <line class="usual" x1={0} x2={width} y1={shape.usual} y2={shape.usual} />}
    </>
  );
}

/** A missed beat is a cross, a late one a diamond: by form as well as by colour. */
function Marks({ shape, width }: { shape: Shape; width: number }) {
  const dotted = width / Math.max(1, shape.spots.length) >= DOTTED;
  return (
    <>
      <path class="beat-line" d={shape.line} />
      {dotted &&
        shape.spots.map(({ point, x, y }) =>
          point.missed || point.late || heightOf(point, shape.measure) === null ? null : (
            <circle key={point.row} class="beat" cx={x} cy={y} r={2.2} />
          ),
        )}
      {shape.late.map(({ point, x, y }) => (
        <path key={point.row} class="late" d={`M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />
      ))}
      {shape.missed.map(({ point, x }) => (
        <path key={point.row} class="missed" d={`M${x - 3.5} ${HEIGHT - 7}l7 7m0-7l-7 7`} />
      ))}
    </>
  );
}

function Legend({ shape, spot }: { shape: Shape; spot: Spot | null }) {
  return (
    <div class="chart-legend" aria-hidden="true">
      <span>{shape.measure === "rtt" ? "RTT of each beat" : "Time between beats"}</span>
      {shape.missed.length > 0 && <span class="legend-missed">{"\u2715"} missed</span>}
      {shape.late.length > 0 && <span class="legend-late">{"\u25c6"} late</span>}
      {shape.usual !== null && (
        <span class="legend-usual">{shape.measure === "rtt" ? "median" : "interval"}</span>
      )}
      <span class="chart-readout">
        {spot && `${clockTime(spot.point.time)}  ${beatText(spot.point, shape.measure)}`}
      </span>
    </div>
  );
}

/** A beat's height is how long its answer took, or how long it was since the one before. A click shows its frame. */
export function Chart({ summary, going }: { summary: HeartbeatSummary; going: Going }) {
  const root = useRef<HTMLDivElement>(null);
  const width = Math.max(0, useBox(root).width - LEFT - RIGHT);
  const shape = shapeOf(summary, width, HEIGHT);
  const [pointer, setPointer] = useState<number | null>(null);
  const spot = pointer === null ? null : nearest(shape.spots, pointer);
  const follow = (event: TargetedPointerEvent<SVGSVGElement>) =>
    setPointer(event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT);
  return (
    <div class="chart" ref={root}>
      <Legend shape={shape} spot={spot} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table of beats has the same by keyboard */}
      <svg
        role="img"
        aria-label={chartText(summary)}
        width="100%"
        height={HEIGHT + TOP + BOTTOM}
        onPointerMove={follow}
        onPointerLeave={() => setPointer(null)}
        onClick={() => spot && going.toFrame(spot.point.row)}
      >
        {width > 0 && (
          <g transform={`translate(${LEFT} ${TOP})`}>
            <Axes shape={shape} width={width} />
            <Marks shape={shape} width={width} />
            {spot && (
              <>
                <line class="cross-hair" x1={spot.x} x2={spot.x} y1={0} y2={HEIGHT} />
                <circle class="cross-hair-beat" cx={spot.x} cy={spot.y} r={3.5} />
              </>
            )}
          </g>
        )}
      </svg>
    </div>
  );
}
