// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type Outcome, sentence, sum } from "../../scripts/test/summary";

const passing = { status: "passed" };
const failing = { status: "failed" };

function vitest(files: { status: string; assertionResults: { status: string }[] }[], code: number): Outcome {
  const tests = files.flatMap((file) => file.assertionResults);
  const report = {
    numPassedTests: tests.filter((test) => test.status === "passed").length,
    numPendingTests: tests.filter((test) => test.status === "skipped").length,
    numTodoTests: tests.filter((test) => test.status === "todo").length,
    testResults: files,
  };
  return { kind: "vitest", code, report };
}

function playwright(
  stats: Partial<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>,
  code: number,
) {
  const report = {
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
    errors: [] as unknown[],
  };
  return { kind: "playwright" as const, code, report };
}

function says(...outcomes: Outcome[]): string {
  return sentence(sum(outcomes));
}

test("adds up the tests of both runners", () => {
  const unit = vitest([{ ...passing, assertionResults: [passing, passing] }], 0);
  expect(says(unit, playwright({ expected: 3 }, 0))).toBe("5 passed, 0 failed");
});

test("names skipped tests only when there are some", () => {
  const skipped = { status: "skipped" };
  const todo = { status: "todo" };
  const unit = vitest([{ ...passing, assertionResults: [passing, skipped, todo] }], 0);
  expect(says(unit, playwright({ expected: 1, skipped: 2 }, 0))).toBe("2 passed, 0 failed, 4 skipped");
});

test("a failed check is one failure, a passed check is no passed test", () => {
  expect(says({ kind: "check", code: 0 }, { kind: "check", code: 2 })).toBe("0 passed, 1 failed");
});

describe("vitest", () => {
  test("counts failed tests once, not again for the exit code", () => {
    const unit = vitest([{ ...failing, assertionResults: [passing, failing, failing] }], 1);
    expect(says(unit)).toBe("1 passed, 2 failed");
  });

  test("counts a file that could not be loaded", () => {
    const files = [
      { ...failing, assertionResults: [] },
      { ...failing, assertionResults: [failing] },
    ];
    expect(says(vitest(files, 1))).toBe("0 passed, 2 failed");
  });

  test("counts an error outside the tests, which only the exit code tells", () => {
    expect(says(vitest([{ ...passing, assertionResults: [passing] }], 1))).toBe("1 passed, 1 failed");
  });
});

describe("playwright", () => {
  test("counts a test that passed only the second time as failed", () => {
    expect(says(playwright({ expected: 1, unexpected: 1, flaky: 1 }, 1))).toBe("1 passed, 2 failed");
  });

  test("counts errors outside the tests", () => {
    const outcome = playwright({ expected: 1 }, 1);
    outcome.report.errors.push({}, {});
    expect(says(outcome)).toBe("1 passed, 2 failed");
  });
});

describe.each(["vitest", "playwright"] as const)("%s", (kind) => {
  test("without a report has failed, whatever its exit code", () => {
    expect(says({ kind, code: 0, report: undefined })).toBe("0 passed, 1 failed");
    expect(says({ kind, code: 127, report: undefined })).toBe("0 passed, 1 failed");
  });
});

test("a runner that ran nothing has failed", () => {
  expect(says(vitest([], 0), playwright({ skipped: 4 }, 0))).toBe("0 passed, 2 failed, 4 skipped");
});
