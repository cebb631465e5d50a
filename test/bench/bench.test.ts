// The arithmetic behind the measuring commands: percentiles, tries of a send, and what counts cost.
import { describe, expect, it } from "vitest";
import type { ConversationEvent } from "#domain/conversation/event";
import type { SendEvent } from "#domain/sending/command";
import { billedShare, browserUsd, pollingMonth, usdOf } from "./bill.ts";
import { PRICES } from "./cloudflare-prices.ts";
import { percentile } from "./percentile.ts";
import { attemptsOf } from "./send-attempts.ts";
import { NO_USAGE, per, plus, secondsOf } from "./usage.ts";

describe("percentiles", () => {
  it("are values that were measured, whatever their order", () => {
    const values = [30, 10, 20, 40];
    expect([percentile(values, 0), percentile(values, 0.5), percentile(values, 0.95)]).toEqual([10, 20, 40]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe("tries of a send", () => {
  const event = (sendId: string, of: SendEvent): ConversationEvent => ({ type: "send", sendId, event: of });
  const claimed = (sendId: string) => event(sendId, { happened: "claimed", token: "t", untilMs: 1 });
  const failure = { code: "TIMEOUT", message: "m", next: "n" };

  it("count faults and clicks, and apart from them claims that only found the account in use", () => {
    const events = [
      event("s1", { happened: "approved", by: "u", body: null, basis: null, releaseAtMs: 0 }),
      claimed("s1"),
      event("s1", { happened: "claim_ended", notBeforeMs: 1, failure: null }),
      claimed("s1"),
      event("s1", { happened: "claim_ended", notBeforeMs: 1, failure }),
      claimed("s1"),
      event("s1", { happened: "delivering", atMs: 1, untilMs: 2 }),
      event("s1", { happened: "sent", platformMessageId: null, isHeld: false, seenAtMs: 3 }),
      claimed("s2"),
      event("s2", { happened: "failed", failure }),
      event("s3", { happened: "rejected" }),
    ];
    expect(attemptsOf(events)).toEqual([
      { tries: 2, clicks: 1, givenBack: 1 },
      { tries: 1, clicks: 0, givenBack: 0 },
    ]);
  });
});

describe("a bill", () => {
  it("prices every counter, and nothing costs nothing", () => {
    expect(usdOf(NO_USAGE)).toBe(0);
    for (const name of Object.keys(PRICES)) expect(usdOf({ ...NO_USAGE, [name]: 1 })).toBeGreaterThan(0);
    expect(usdOf({ ...NO_USAGE, queueOperations: 3_000_000 })).toBeCloseTo(1.2, 10);
    expect(usdOf({ ...NO_USAGE, objectActiveMs: 1_000_000_000 })).toBeCloseTo(1.6, 10);
    expect(browserUsd(3_600)).toBeCloseTo(0.09, 10);
  });

  it("adds usage and takes it apart", () => {
    const polls = { ...NO_USAGE, kvReads: 10 };
    const poll = per(polls, 5);
    expect(poll.kvReads).toBe(2);
    expect(plus({ ...NO_USAGE, kvReads: 14 }, poll, -5).kvReads).toBe(4);
    const visit = { accountId: "a", purpose: "poll", beganAtMs: 1_000, endedAtMs: 3_500 } as const;
    expect(secondsOf([visit, visit])).toBe(5);
  });

  it("keeps a browser for the next visitor, and never bills more than all of the time", () => {
    expect(billedShare(600, 3, 30)).toBeCloseTo(0.055, 10);
    expect(billedShare(9, 3, 30)).toBe(1);
    const alone = pollingMonth({
      everySeconds: 600,
      accounts: 1,
      visitSeconds: 6,
      keptSeconds: 30,
      pollUsd: 1,
      minuteUsd: 0,
    });
    expect(alone).toMatchObject({ pollsPerMonth: 4_320, otherUsd: 4_320 });
    expect(alone.browserHoursPerMonth).toBeCloseTo(43.2, 10);
    const five = pollingMonth({
      ...alone,
      everySeconds: 45,
      accounts: 5,
      visitSeconds: 3,
      keptSeconds: 30,
      pollUsd: 0,
      minuteUsd: 0,
    });
    expect(five.browserHoursPerMonth).toBe(720);
  });
});
