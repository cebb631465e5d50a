// How many tests passed and failed, from vitest's JSON report. A suite that did not load counts as a failure, and so
// does a run that found no test or that failed for another reason (an error outside of any test).

export type TestCount = { readonly passed: number; readonly failed: number };

/** The part of vitest's report that is read. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    /** The file's absolute path. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

/** `report` is null when vitest wrote none. */
export function countTests(report: VitestReport | null, exitCode: number): TestCount {
  if (report === null) return { passed: 0, failed: 1 };
  const suites = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + suites.length;
  return failed === 0 && (exitCode !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

/** The last line of `npm test`. */
export function countLine(count: TestCount): string {
  return `${count.passed} passed, ${count.failed} failed`;
}
