import type { BeatPoint, HeartbeatSummary } from "../../../model/heartbeat/summary";
import { durationTicks, type Tick, timeTicks } from "../../parts/axis";

/** What a chart's height means: how long answers took, or how long it was since the beat before. */
export type Measure = "rtt" | "gap";

export interface Spot {
  point: BeatPoint;
  x: number;
  y: number;
}

/** A chart in px, from the top left of the part that is drawn in. */
export interface Shape {
  measure: Measure;
  /** The line through what was measured, with a hole where a beat was missed. */
  line: string;
  /** Every beat, oldest first; what has no height stands on the ground. */
  spots: Spot[];
  missed: Spot[];
  late: Spot[];
  /** Where the usual value is; null where nothing was measured. */
  usual: number | null;
  ticks: (Tick & { at: number })[];
  times: (Tick & { at: number })[];
}

/** Px that the labels of a tick need. */
const TICK = { width: 86, height: 28 };

export function measureOf({ rtt, direction, points }: HeartbeatSummary): Measure {
  return rtt !== null || (direction === "page" && points.some(({ missed }) => missed)) ? "rtt" : "gap";
}

/** What the chart says of a beat in ms; null where nothing was measured. */
export function heightOf(point: BeatPoint, measure: Measure): number | null {
  return measure === "rtt" ? point.rtt : point.gap;
}

export function shapeOf(summary: HeartbeatSummary, width: number, height: number): Shape {
  const { points } = summary;
  const measure = measureOf(summary);
  const usually = measure === "rtt" ? (summary.rtt?.median ?? null) : summary.interval;
  let most = usually ?? 0;
  for (const point of points) most = Math.max(most, heightOf(point, measure) ?? 0);
  const ticks = durationTicks(most, Math.max(1, Math.floor(height / TICK.height)));
  const top = ticks.at(-1)?.value ?? 1;
  const from = points[0]?.time ?? 0;
  const to = Math.max(points.at(-1)?.time ?? 0, from + 1);
  const across = (time: number) => (points.length < 2 ? width / 2 : ((time - from) / (to - from)) * width);
  const up = (ms: number) => height - (ms / top) * height;

  let line = "";
  let broken = true;
  const spots = points.map((point): Spot => {
    const value = heightOf(point, measure);
    const spot = { point, x: across(point.time), y: up(value ?? 0) };
    if (value !== null) line += `${broken ? "M" : "L"}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`;
    broken = value === null;
    return spot;
  });
  return {
    measure,
    line,
    spots,
    missed: spots.filter(({ point }) => point.missed),
    late: spots.filter(({ point }) => point.late),
    usual: usually === null ? null : up(usually),
    ticks: ticks.map((tick) => ({ ...tick, at: up(tick.value) })),
    times:
      points.length < 2
        ? []
        : timeTicks(from, to, Math.max(1, width / TICK.width)).map((tick) => ({
            ...tick,
            at: across(tick.value),
          })),
  };
}

/** The beat nearest to a place; null where there is none. */
export function nearest(spots: readonly Spot[], x: number): Spot | null {
  let low = 0;
  let high = spots.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = spots[middle]?.x ?? 0;
    const next = spots[middle + 1]?.x ?? 0;
    if (Math.abs(next - x) <= Math.abs(here - x)) low = middle + 1;
    else high = middle;
  }
  return spots[low] ?? null;
}
