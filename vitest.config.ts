// All tests, in projects by what they need: plain Node here, workerd in vitest.*.config.ts. Files that drive a browser
// or the whole program run one after another: two at once on two cores measure each other.
import { defineConfig } from "vitest/config";

/** Some of them start programs or go through years of days: seconds, and more where other work runs beside. */
const BUSY_MACHINE_TEST_MS_MAX = 30_000;
const CHROMIUM_TEST_MS_MAX = 60_000;
const CONTRACTS_AT_ONCE = 5;
/** Each has a workerd, a browser and a twin of its own. */
const SIDE_BY_SIDE = ["test/browser/contract-*.test.ts", "test/browser/*-quirks.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["objects/domain/**/*.test.ts", "test/{laws,cli,local,fakes,bench}/**/*.test.ts"],
          testTimeout: BUSY_MACHINE_TEST_MS_MAX,
          sequence: { groupOrder: 0 },
        },
      },
      "vitest.*.config.ts",
      {
        test: {
          name: "contract",
          include: SIDE_BY_SIDE,
          // Mostly waiting for pages that are late on purpose: side by side they take as long as the slowest.
          maxWorkers: CONTRACTS_AT_ONCE,
          testTimeout: CHROMIUM_TEST_MS_MAX,
          hookTimeout: CHROMIUM_TEST_MS_MAX,
          sequence: { groupOrder: 8 },
        },
      },
      {
        test: {
          name: "chromium",
          include: ["test/{browser,web,e2e,faults}/**/*.test.{ts,tsx}"],
          exclude: SIDE_BY_SIDE,
          fileParallelism: false,
          testTimeout: CHROMIUM_TEST_MS_MAX,
          hookTimeout: CHROMIUM_TEST_MS_MAX,
          sequence: { groupOrder: 9 },
        },
      },
    ],
  },
});
