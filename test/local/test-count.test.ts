import { describe, expect, it } from "vitest";
import { countLine, countTests, type VitestReport } from "./test-count.ts";

const suite = (status: string, ...tests: string[]) => ({
  name: "/a.test.ts",
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (
  passed: number,
  failed: number,
  ...testResults: VitestReport["testResults"][number][]
): VitestReport => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});

describe("the count of tests", () => {
  it("is vitest's own when all passed or some failed", () => {
    expect(countTests(report(3, 0, suite("passed", "passed")), 0)).toEqual({ passed: 3, failed: 0 });
    expect(countTests(report(3, 2, suite("failed", "failed", "failed")), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it("counts a suite that did not load as a failure", () => {
    expect(countTests(report(3, 1, suite("failed"), suite("failed", "failed")), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it("counts a hook that failed after its tests as a failure", () => {
    expect(countTests(report(1, 0, suite("failed", "passed")), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it("is a failure when nothing ran, nothing was reported, or vitest failed outside of a test", () => {
    expect(countTests(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(report(3, 0, suite("passed", "passed")), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it("is one plain line", () => {
    expect(countLine({ passed: 12, failed: 0 })).toBe("12 passed, 0 failed");
  });
});
