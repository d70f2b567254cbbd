// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayBefore } from "../../src/client/backoff";
import { plainOptions } from "../../src/client/options";
import { delaysOf, preset } from "./support/client";

const NEARLY_ONE = 1 - Number.EPSILON / 2;

describe("the delays of the presets", () => {
  test("P05 P06 P25 G06 G07 C15: 1 s doubling, then 30 s", () => {
    const documented = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000];
    expect(delaysOf(preset("philjs"), 10)).toEqual(documented);
    expect(delaysOf(preset("guide"), 10)).toEqual(documented);
  });

  test("W03 W04 W26 W27: full jitter below 500, 1000, 2000, 4000, 8000, 16000, 20000, 20000", () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (n) => delayBefore(n, preset("warpkit"), () => 0.5).ceiling,
    );
    expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    expect(delaysOf(preset("warpkit"), 3, () => 0)).toEqual([0, 0, 0]);
    expect(delaysOf(preset("warpkit"), 3, () => NEARLY_ONE)).toEqual([499, 999, 1999]);
  });

  test("K10 K11 K30 C13: five attempts after 1, 2, 4, 8 and 16 s, when reconnect is switched on", () => {
    expect(delaysOf({ ...preset("recker"), reconnect: true }, 9)).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  test("R-K3: proportional jitter of ± 20 %, never above the cap", () => {
    const measured = {
      ...plainOptions,
      delay: 300,
      backoff: "proportional-jitter",
      proportion: 0.2,
    } as const;
    expect(delayBefore(1, measured, () => 0)).toMatchObject({ floor: 240, ceiling: 360, chosen: 240 });
    expect(delayBefore(1, measured, () => NEARLY_ONE).chosen).toBe(359);
    expect(delayBefore(20, measured, () => NEARLY_ONE)).toMatchObject({ ceiling: 30_000, chosen: 30_000 });
  });

  test("R-W5: at least the smallest delay, plus a random part", () => {
    const measured = { ...preset("warpkit"), backoff: "min-plus-random" } as const;
    expect(delayBefore(1, measured, () => 0)).toMatchObject({ floor: 500, ceiling: 1000, chosen: 500 });
    expect(delayBefore(1, measured, () => NEARLY_ONE).chosen).toBe(999);
    expect(delayBefore(9, measured, () => NEARLY_ONE).chosen).toBe(20_000);
  });

  test("reconnecting 7: 50, 100, 200, 400, 500, 500 for 50 to 500 with factor 2", () => {
    expect(delaysOf({ delay: 50, cap: 500 }, 6)).toEqual([50, 100, 200, 400, 500, 500]);
  });

  test("field D: partysocket grows by 1.3 to 10 s, phoenix and SignalR have lists, SignalR stops", () => {
    expect(delaysOf(preset("partysocket"), 6)).toEqual([3000, 3900, 5070, 6591, 8568, 10_000]);
    expect(delaysOf(preset("phoenix"), 12)).toEqual([
      10, 50, 100, 150, 200, 250, 500, 1000, 2000, 5000, 5000, 5000,
    ]);
    expect(delaysOf(preset("signalr"), 9)).toEqual([0, 2000, 10_000, 30_000]);
  });

  test("field D: graphql-ws adds 0.3 to 3 s and stops after 5, Socket.IO jitters by half, centrifuge adds", () => {
    expect(delaysOf(preset("graphql-ws"), 9)).toEqual([1300, 2300, 4300, 8300, 16_300]);
    expect(delayBefore(1, preset("graphql-ws"), () => NEARLY_ONE)).toMatchObject({
      chosen: 3999,
      floor: 1300,
      ceiling: 4000,
    });
    expect(delayBefore(1, preset("socket.io"), () => 0)).toMatchObject({ floor: 500, ceiling: 1500 });
    expect(delayBefore(1, preset("centrifuge"), () => 0)).toMatchObject({ floor: 500, ceiling: 1000 });
  });
});

test("backoff none: always the same delay", () => {
  expect(delaysOf({ backoff: "none", delay: 250 }, 4)).toEqual([250, 250, 250, 250]);
});

test("without a cap a delay never exceeds what timers of browsers can hold", () => {
  expect(delayBefore(40, preset("recker"), () => 0).chosen).toBe(2 ** 31 - 1);
});

test("an empty list falls back on the first delay", () => {
  expect(delaysOf({ backoff: "list", delays: [], delay: 70 }, 2)).toEqual([70, 70]);
});

test("W26 C15: whatever the options, the chosen delay lies between floor and ceiling", () => {
  const settings = fc.record({
    backoff: fc.constantFrom(
      "none",
      "exponential",
      "full-jitter",
      "proportional-jitter",
      "min-plus-random",
      "list",
    ),
    delay: fc.nat(60_000),
    cap: fc.option(fc.nat(120_000)),
    factor: fc.double({ min: 1, max: 4, noNaN: true }),
    proportion: fc.double({ min: 0, max: 1, noNaN: true }),
    delays: fc.array(fc.nat(60_000), { maxLength: 5 }),
    extraMin: fc.nat(1000),
    extraMax: fc.nat(5000),
  } as const);
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(settings, fc.integer({ min: 1, max: 60 }), chance, (options, attempt, random) => {
      const { floor, chosen, ceiling } = delayBefore(attempt, options as never, () => random);
      expect(Number.isInteger(chosen)).toBe(true);
      expect(floor).toBeLessThanOrEqual(chosen);
      expect(chosen).toBeLessThanOrEqual(ceiling);
    }),
    { numRuns: 300 },
  );
});
