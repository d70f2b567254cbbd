import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POLICIES, type PolicyName } from "../../../src/model/session/policies";
import { fitPolicy } from "../../../src/model/session/policy";

const inARow = (...delays: number[]) => delays.map((delay, at) => ({ attempt: at + 1, delay }));
const first = (...delays: number[]) => delays.map((delay) => ({ attempt: 1, delay }));

describe("which policy fits", () => {
  test("fewer than three delays tell nothing", () => {
    expect(fitPolicy([])).toBeNull();
    expect(fitPolicy(inARow(1000, 2000))).toBeNull();
  });

  test("P25: 1 s, 2 s, 4 s, 8 s, 16 s, then 30 s", () => {
    const fit = fitPolicy(inARow(1003, 2004, 4001, 8010, 16_002, 30_004));
    expect(fit).toMatchObject({
      name: "exponential",
      base: 1000,
      cap: 30_000,
      explained: 6,
      of: 6,
      share: 1,
    });
    expect(fit?.sentence).toBe("exponential from 1,000 ms up to 30,000 ms: explains 6 of 6 delays");
    expect([1, 2, 5, 6, 99].map((attempt) => fit?.expected(attempt)[1])).toEqual([
      1000, 2000, 16_000, 30_000, 30_000,
    ]);
  });

  test("R-P6: 100, 200, 400, 800, 800, 800 ms", () => {
    expect(fitPolicy(inARow(100, 200, 400, 800, 800, 800))).toMatchObject({
      name: "exponential",
      base: 100,
      cap: 800,
    });
  });

  test("K30: without a cap 1000, 2000, 4000, 8000, 16000", () => {
    const fit = fitPolicy(inARow(1000, 2000, 4000, 8000, 16_000));
    expect(fit).toMatchObject({ name: "exponential", base: 1000, cap: null });
    expect(fit?.sentence).toContain("without a cap seen");
  });

  test("P28: always 5000 ms", () => {
    const fit = fitPolicy(inARow(5001, 5012, 5003));
    expect(fit).toMatchObject({ name: "constant", base: 5000, cap: null });
    expect(fit?.expected(7)).toEqual([5000, 5000]);
    expect(fit?.sentence).toBe("always 5,000 ms: explains 3 of 3 delays");
  });

  test("R-K3: 251, 302, 335, 355, 245 ms are 300 ms, 20 % more or less", () => {
    const fit = fitPolicy(first(251, 302, 335, 355, 245));
    expect(fit).toMatchObject({ name: "proportional-jitter", base: 300, explained: 5 });
    expect(fit?.expected(1)).toEqual([240, 360]);
  });

  test("R-W5: at least 500 ms, doubling by chance", () => {
    const fit = fitPolicy([
      ...first(869, 510, 640, 980),
      { attempt: 2, delay: 1490 },
      { attempt: 3, delay: 2400 },
    ]);
    expect(fit).toMatchObject({ name: "min-random", base: 500, explained: 6 });
    expect(fit?.expected(1)).toEqual([500, 1000]);
  });

  test("W26, W27: full jitter goes down to nothing, below ceilings of 500, 1000, 2000, 4000", () => {
    const fit = fitPolicy([
      ...first(20, 480, 210, 330),
      { attempt: 2, delay: 90 },
      { attempt: 2, delay: 960 },
      { attempt: 3, delay: 1900 },
      { attempt: 4, delay: 3700 },
    ]);
    expect(fit).toMatchObject({ name: "full-jitter", base: 500, explained: 8 });
    expect(fit?.expected(2)).toEqual([0, 1000]);
  });

  test("at once", () => {
    expect(fitPolicy(inARow(2, 0, 12, 31))?.sentence).toBe(
      "at once, without waiting: explains 4 of 4 delays",
    );
  });

  test("W30: one in five may have come at once, by `online`", () => {
    const fit = fitPolicy(inARow(1000, 2000, 4000, 8000, 40));
    expect(fit).toMatchObject({ name: "exponential", explained: 4, of: 5, share: 0.8 });
  });

  test("below five delays chance explains nothing: 710, 897, 698 ms are 400 ms and as much again", () => {
    expect(fitPolicy(inARow(710, 897, 698))).toBeNull();
    expect(fitPolicy(first(251, 302, 335, 355))).toBeNull();
  });

  test("delays that follow nothing are explained by nothing", () => {
    expect(fitPolicy(first(20_000, 3000, 9000, 33_000))).toBeNull();
  });
});

const rank = (name: PolicyName) => POLICIES.findIndex((policy) => policy.name === name);
const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const simulated = fc.record({
  policy: fc.constantFrom(...POLICIES),
  base: fc.constantFrom(100, 200, 300, 500, 750, 1000, 2000, 3000, 5000),
  cap: fc.constantFrom(5000, 10_000, 20_000, 30_000),
  tries: fc.array(fc.record({ attempt: fc.integer({ min: 1, max: 8 }), random: chance, late: chance }), {
    minLength: 5,
    maxLength: 30,
  }),
});

test("what a policy does is explained by it, or by a simpler one that explains as much", () => {
  fc.assert(
    fc.property(simulated, ({ policy, base, cap, tries }) => {
      const delays = tries.map(({ attempt, random, late }) => {
        const [low, high] = policy.range({ base, cap }, attempt);
        return { attempt, delay: low + random * (high - low) + late * (policy.name === "at-once" ? 0 : 40) };
      });
      const fit = fitPolicy(delays);
      expect(fit).not.toBeNull();
      if (!fit) return;
      expect(rank(fit.name)).toBeLessThanOrEqual(rank(policy.name));
      // Without chance in it one in five may be missed; else it explains everything, as the true one does.
      if (!POLICIES[rank(fit.name)]?.exact) expect(fit.explained).toBe(fit.of);
      else expect(fit.share).toBeGreaterThanOrEqual(0.8);
      if (policy.exact) expect(fit.explained).toBe(fit.of);
    }),
    { numRuns: 400 },
  );
});

test("any delays: never throws, and a fit explains at least four in five", () => {
  const any = fc.record({
    attempt: fc.oneof(fc.integer(), fc.double()),
    delay: fc.oneof(fc.integer(), fc.double()),
  });
  fc.assert(
    fc.property(fc.array(any), (delays) => {
      const fit = fitPolicy(delays);
      if (!fit) return;
      expect(fit.share).toBeGreaterThanOrEqual(0.8);
      const [low, high] = fit.expected(3);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});
