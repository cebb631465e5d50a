// The promise of R4 on a simulated day, with the product's own rules for polls, wakes, gaps and budgets.
import { describe, expect, it } from "vitest";
import { simulateIngest } from "./simulate-ingest.ts";

const DAY = { accounts: 50, seed: 11 } as const;

describe("ingest of 50 accounts on a simulated day", () => {
  it("[A4] [A11] has a p95 of at most a minute at the default pace, without any mail", () => {
    const found = simulateIngest({ ...DAY, pollIntervalMs: 45_000, hasMailDoor: false });
    expect(found.messages).toBeGreaterThan(1_000);
    expect(found.p95Ms).toBeLessThanOrEqual(60_000);
  });

  it("[A5] [A14] has a p95 of at most 5 s from a mail's arrival, at a prudent ten minutes", () => {
    const found = simulateIngest({ ...DAY, pollIntervalMs: 600_000, hasMailDoor: true });
    expect(found.p95Ms).toBeLessThanOrEqual(5_000);
    // It is the mail that does it, not the clock.
    expect(simulateIngest({ ...DAY, pollIntervalMs: 600_000, hasMailDoor: false }).p95Ms).toBeGreaterThan(300_000);
  });
});
