// Tests of the actors, inside workerd on real SQLite, with evictions.
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Actors are evicted and raced: seconds where other work runs beside. */
const BUSY_MACHINE_TEST_MS_MAX = 30_000;
const TEST_KEY = Buffer.from("0123456789abcdef0123456789abcdef").toString("base64");
/** Races of takeover against the assistant: enough to see both sides win; `npm run races` plays 10,000. */
const RACE_ROUNDS = process.env["RACE_ROUNDS"] ?? "1000";

export default defineConfig({
  plugins: [
    cloudflareTest({
      remoteBindings: false,
      wrangler: { configPath: "./test/objects/wrangler.toml" },
      miniflare: { bindings: { STORAGE_STATE_KEY: TEST_KEY, RACE_ROUNDS } },
    }),
  ],
  test: {
    name: "objects",
    testTimeout: BUSY_MACHINE_TEST_MS_MAX,
    include: ["test/objects/**/*.test.ts"],
    sequence: { groupOrder: 1 },
  },
});
