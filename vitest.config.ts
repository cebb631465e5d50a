// All tests, in projects by what they need: plain Node here, workerd in vitest.*.config.ts. Files that drive a browser
// or the whole program run one after another: two at once on two cores measure each other.
import { defineConfig } from "vitest/config";

const CHROMIUM_TEST_MS_MAX = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["objects/domain/**/*.test.ts", "test/{laws,cli,local,fakes}/**/*.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      "vitest.*.config.ts",
      {
        test: {
          name: "chromium",
          include: ["test/{browser,web,e2e,faults}/**/*.test.{ts,tsx}"],
          fileParallelism: false,
          testTimeout: CHROMIUM_TEST_MS_MAX,
          hookTimeout: CHROMIUM_TEST_MS_MAX,
          sequence: { groupOrder: 9 },
        },
      },
    ],
  },
});
