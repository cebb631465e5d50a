// Tests of routes, stores, consumers and the board, inside workerd with a real D1 and real Durable Objects. The conversation
// and account actors are small fakes here (test/workers/api/worker-entry.ts), so that a test can make them refuse anything;
// consumers are tested with the real conversation (test/workers/queues/rig.ts).
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** A file migrates a database and signs people in: seconds where other work runs beside. */
const BUSY_MACHINE_TEST_MS_MAX = 30_000;
const TEST_KEY = Buffer.from("0123456789abcdef0123456789abcdef").toString("base64");
/** The race for times: enough to see every kind of refusal; `npm run races:booking` plays 1,000 rounds of 200. */
const BOOKING_RACES =
  process.env["BOOKING_RACES"] ?? JSON.stringify({ rounds: 8, bookers: 30, seed: 1, isPlanted: false });

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: "./test/workers/api/worker-entry.ts",
      remoteBindings: false,
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        // The door for mails to agents, which a deployment may lack.
        email: { send_email: [{ name: "MAIL" }] },
        durableObjects: { REAL_CONVERSATIONS: { className: "RealConversationObject", useSQLite: true } },
        bindings: {
          BOOKING_RACES,
          TEST_MIGRATIONS: await readD1Migrations("./migrations"),
          BETTER_AUTH_SECRET: "a-secret-for-tests-only-0123456789",
          STORAGE_STATE_KEY: TEST_KEY,
          PLATFORM_CREDENTIALS: JSON.stringify({ demo: { username: "demo", password: "demo" } }),
        },
      },
    })),
  ],
  test: {
    name: "workers",
    testTimeout: BUSY_MACHINE_TEST_MS_MAX,
    include: ["test/workers/**/*.test.ts"],
    globalSetup: ["./test/fakes/model/listen.ts"],
    setupFiles: ["./test/workers/api/apply-migrations.ts"],
    sequence: { groupOrder: 1 },
    deps: {
      // Its modules import each other without an extension.
      optimizer: { ssr: { enabled: true, include: ["itty-durable"] } },
    },
  },
});
