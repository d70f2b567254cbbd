import type { ComponentChildren } from "preact";
import type { HeartbeatSummary } from "../../../model/heartbeat/summary";
import { sized } from "../../parts/words/bytes";
import { counted, grouped } from "../../parts/words/count";
import { preciseDuration } from "../../parts/words/span-of-time";
import { noDrift, noGaps, noInterval, noJitter, noRtt } from "./reasons";

interface FigureProps {
  term: string;
  tip: string;
  /** It takes the room of two. */
  wide?: boolean;
  children: ComponentChildren;
}

function Figure({ term, tip, wide = false, children }: FigureProps) {
  return (
    <div class={wide ? "wide" : undefined}>
      <dt title={tip}>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface MeasuredProps {
  ms: number | null | undefined;
  /** Why there is none. */
  why: string;
  /** The reason is said beside another figure: it is there for whoever asks. */
  known?: boolean;
  sign?: string;
}

/** A measured time; a dash and the reason where there is none. */
function Measured({ ms, why, known = false, sign = "" }: MeasuredProps) {
  if (ms !== null && ms !== undefined) return `${sign}${preciseDuration(ms)}`;
  return (
    <span class="unmeasured" title={why}>
      {"\u2013 "}
      <span class={known ? "unseen" : "unmeasured-why"}>{why}</span>
    </span>
  );
}

function Count({ count, warns }: { count: number; warns: boolean }) {
  return warns && count > 0 ? <span class="warning">{grouped(count)}</span> : grouped(count);
}

/** All that was measured of a heartbeat. */
export function Figures({ summary }: { summary: HeartbeatSummary }) {
  const { style, interval, jitter, drift, rtt, gaps, beats, missed, late, frames, bytes } = summary;
  const why = noRtt(summary);
  const none = beats === 0;
  const driftSign = (drift ?? 0) < 0 ? "\u2212" : "+";
  return (
    <dl class="figures">
      <Figure term="Style" tip="How the two sides tell each other that they live" wide>
        {style}
      </Figure>
      <Figure term="Interval" tip="Median time between beats">
        <Measured ms={interval} why={noInterval(summary)} known={none} />
      </Figure>
      <Figure
        term="RTT median"
        tip="From asking to the answer: half of the beats took less"
        wide={!rtt && !none}
      >
        <Measured ms={rtt?.median} why={why} known={none} />
      </Figure>
      <Figure term="RTT p95" tip="95 of 100 beats took less">
        <Measured ms={rtt?.p95} why={why} known />
      </Figure>
      <Figure term="RTT max" tip="The slowest answer">
        <Measured ms={rtt?.max} why={why} known />
      </Figure>
      <Figure term="Missed" tip="Beats that got no answer before the next, or before the close">
        <Count count={missed} warns />
      </Figure>
      <Figure term="Late" tip="Beats that came later than 1.5 times the interval">
        <Count count={late} warns />
      </Figure>
      <Figure term="Gap max" tip="The longest time without a beat, where the page does not ask">
        <Measured ms={gaps?.max} why={noGaps(summary)} known={none || rtt !== null} />
      </Figure>
      <Figure term="Jitter" tip="How far from the interval 95 of 100 gaps are at most">
        <Measured ms={jitter} why={noJitter(summary)} known={none} sign={"\u00b1"} />
      </Figure>
      <Figure term="Drift" tip="How much the interval grows with each beat">
        {drift === null ? (
          <Measured ms={null} why={noDrift(summary)} known={none} />
        ) : (
          `${driftSign}${preciseDuration(Math.abs(drift))} a beat`
        )}
      </Figure>
      <Figure term="Beats" tip="Signs of life">
        <Count count={beats} warns={false} />
      </Figure>
      <Figure term="Bytes" tip="Spent on heartbeats, answers included" wide>
        {sized(bytes)} in {counted(frames, "frame")}
      </Figure>
    </dl>
  );
}
