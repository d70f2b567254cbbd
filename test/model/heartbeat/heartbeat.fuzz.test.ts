import fc from "fast-check";
import { expect, test } from "vitest";
import { Heartbeat } from "../../../src/model/heartbeat/heartbeat";
import type { Spread } from "../../../src/model/heartbeat/summary";
import { anySaids, anySockets } from "../../support/any-said";

const cases = anySockets(1).chain((sockets) => fc.tuple(fc.constant(sockets), anySaids(sockets)));

function inOrder(spread: Spread | null): void {
  if (spread === null) return;
  expect(spread.median).toBeGreaterThanOrEqual(0);
  expect(spread.p95).toBeGreaterThanOrEqual(spread.median);
  expect(spread.max).toBeGreaterThanOrEqual(spread.p95);
}

test("whatever is said, whenever one looks: figures are sane and there is a verdict", () => {
  fc.assert(
    fc.property(cases, fc.double(), ([[socket], saids], now) => {
      if (socket === undefined) return;
      const heartbeat = new Heartbeat();
      saids.forEach((said, row) => {
        heartbeat.frame({ ...said, row });
        if (row % 30 === 0) heartbeat.summary(socket, now);
      });
      const summary = heartbeat.summary(socket, now);
      inOrder(summary.rtt);
      inOrder(summary.gaps);
      const { points, beats, missed, late, frames, bytes, interval, jitter, drift } = summary;
      const told = saids.filter(({ unsent, envelope }) => !unsent && envelope?.beat !== undefined);
      expect(frames).toBe(told.length);
      expect(bytes).toBe(told.reduce((sum, { size }) => sum + size, 0));
      expect(points.length).toBe(beats);
      expect(missed).toBe(points.filter((point) => point.missed).length);
      expect(late).toBe(points.filter((point) => point.late).length);
      for (const figure of [interval, jitter, ...points.flatMap(({ gap, rtt }) => [gap, rtt])]) {
        expect(figure === null || (figure >= 0 && figure < Infinity)).toBe(true);
      }
      expect(drift === null || Number.isFinite(drift)).toBe(true);
      for (const { missed, rtt } of points) expect(missed && rtt !== null).toBe(false);
      expect(summary.verdict.length).toBeGreaterThan(0);
      for (const sentence of summary.verdict) expect(sentence).not.toMatch(/NaN|undefined|Infinity|-\d/);
      expect(heartbeat.summary(socket, now)).toEqual(summary);
    }),
    { numRuns: 400 },
  );
});
