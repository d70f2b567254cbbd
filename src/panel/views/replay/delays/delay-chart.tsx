import { useRef } from "preact/hooks";
import { useBox } from "../../../parts/use-box";
import type { Attempt } from "../../../store/replay/attempts";
import { attemptText, chartText, ms } from "./delay-words";
import { scaleOf } from "./scale";

const HEIGHT = 84;
const LEFT = 56;
const TOP = 8;
const BOTTOM = 16;
const WIDEST = 34;

interface ColumnProps {
  attempt: Attempt;
  x: number;
  width: number;
  y: (ms: number) => number;
}

/** The range of the formula as a bar, the plan as a line across it, what came as a diamond. */
function Column({ attempt, x, width, y }: ColumnProps) {
  const { floor, ceiling, planned, actual, outcome } = attempt;
  const middle = x + width / 2;
  const bar = Math.max(2, width - 8);
  return (
    <g class={outcome}>
      <title>{attemptText(attempt)}</title>
      <rect class="hit" x={x} width={width} y={0} height={HEIGHT} />
      <rect
        class="range"
        x={middle - bar / 2}
        width={bar}
        y={y(ceiling) - 1}
        height={Math.max(2, y(floor) - y(ceiling) + 1)}
      />
      <line
        class="planned"
        x1={middle - bar / 2 - 2}
        x2={middle + bar / 2 + 2}
        y1={y(planned)}
        y2={y(planned)}
      />
      {actual !== null && <path class="actual" d={`M${middle} ${y(actual) - 4}l4 4-4 4-4-4z`} />}
      <text class="axis" x={middle} y={HEIGHT + 12} text-anchor="middle">
        {attempt.attempt}
      </text>
    </g>
  );
}

/** Planned against actual delays, one column an attempt. */
export function DelayChart({ attempts: all }: { attempts: readonly Attempt[] }) {
  const root = useRef<HTMLDivElement>(null);
  const space = Math.max(0, useBox(root).width - LEFT - 6);
  const { attempts, top } = scaleOf(all);
  const width = Math.min(WIDEST, space / attempts.length);
  const y = (value: number) => HEIGHT * (1 - value / top);
  return (
    <div class="chart delay-chart" ref={root}>
      <svg role="img" aria-label={chartText(attempts)} width="100%" height={HEIGHT + TOP + BOTTOM}>
        <g transform={`translate(${LEFT} ${TOP})`}>
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line class="grid-line" x1={0} x2={space} y1={y(value)} y2={y(value)} />
              <text class="axis" x={-6} y={y(value) + 3.5} text-anchor="end">
                {ms(value)}
              </text>
            </g>
          ))}
          {attempts.map((attempt, at) => (
            <Column key={attempt.number} attempt={attempt} x={at * width} width={width} y={y} />
          ))}
        </g>
      </svg>
      <div class="chart-legend" aria-hidden="true">
        <span class="legend-range">range of the formula</span>
        <span class="legend-planned">planned</span>
        <span>{"\u25c6"} actual</span>
      </div>
    </div>
  );
}
