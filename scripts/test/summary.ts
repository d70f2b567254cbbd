export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** How a step ended. A runner's report is undefined when it wrote none. */
export type Outcome =
  | { kind: "check"; code: number }
  | { kind: "vitest"; code: number; report: VitestReport | undefined }
  | { kind: "playwright"; code: number; report: PlaywrightReport | undefined };

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

export function sum(outcomes: readonly Outcome[]): Tally {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const outcome of outcomes) {
    const { passed, failed, skipped } = tally(outcome);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

export function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function tally(outcome: Outcome): Tally {
  if (outcome.kind === "check") return { passed: 0, failed: outcome.code === 0 ? 0 : 1, skipped: 0 };
  const told = outcome.kind === "vitest" ? ofVitest(outcome.report) : ofPlaywright(outcome.report);
  // A runner that crashed, or ran nothing, has failed even if none of its tests has.
  const unsound = outcome.code !== 0 || told.passed === 0;
  return told.failed === 0 && unsound ? { ...told, failed: 1 } : told;
}

function ofVitest(report: VitestReport | undefined): Tally {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  let failed = 0;
  for (const file of report.testResults) {
    const inFile = file.assertionResults.filter((test) => test.status === "failed").length;
    // A file that could not be loaded, or whose set-up broke, fails without a failed test.
    failed += inFile === 0 && file.status === "failed" ? 1 : inFile;
  }
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

function ofPlaywright(report: PlaywrightReport | undefined): Tally {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}
