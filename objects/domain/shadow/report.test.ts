import { describe, expect, it } from "vitest";
import { EVIDENCE_REPLIES_MIN, WRONG_SHARE_MAX } from "./limits.ts";
import { report, type Tally } from "./report.ts";
import type { VerdictName } from "./verdict-names.ts";
import { shareOf } from "./wilson.ts";

function tally(verdict: VerdictName, count: number, more: Partial<Tally> = {}): Tally {
  return {
    ...{ intent: "pricing_question", platform: "spareroom", accountId: "acc_1", verdict, count },
    ...{ distancePercent: null, isProposed: true, isJudged: true, isWrong: false, ...more },
  };
}
const silent = { isProposed: false } as const;
const unjudged = { isJudged: false } as const;
const wrong = { isWrong: true } as const;

describe("a share", () => {
  it("[W14] carries Wilson's interval", () => {
    expect(shareOf(0, 0)).toBeNull();
    const half = shareOf(5, 10);
    expect([half?.low.toFixed(4), half?.high.toFixed(4)]).toEqual(["0.2366", "0.7634"]);
    const none = shareOf(0, 10);
    expect([none?.low, none?.high.toFixed(4)]).toEqual([0, "0.2775"]);
    expect(shareOf(10, 10)?.high).toBe(1);
  });
});

describe("a report", () => {
  it("[W14] says per intent what people did, and how often they agreed", () => {
    const { byIntent, total } = report([
      tally("approved", 6),
      tally("edited", 2, { distancePercent: 10 }),
      tally("edited", 1, { distancePercent: 60, ...wrong }),
      tally("rejected", 1, wrong),
      tally("pending", 4, unjudged),
      tally("left_by_itself", 9, unjudged),
      tally("answered_by_person", 3, { intent: "complaint", ...silent }),
      tally("given_back", 1, { intent: "complaint", ...silent }),
    ]);
    expect(byIntent.map(({ intent, decisions, judged }) => [intent, decisions, judged])).toEqual([
      ["pricing_question", 23, 10],
      ["complaint", 4, 4],
    ]);
    expect(byIntent[0]).toMatchObject({ asIs: 6, edited: 3, medianDistance: 0.1, rejected: 1, otherwise: 0 });
    expect(byIntent[0]?.agreement).toMatchObject({ hits: 8, of: 10 });
    expect(byIntent[0]?.wrong).toMatchObject({ hits: 2, of: 10 });
    expect(byIntent[1]).toMatchObject({ handedOverRightly: 3, givenBack: 1, wrong: null });
    expect(byIntent[1]?.agreement).toMatchObject({ hits: 3, of: 4 });
    expect(total.agreement).toMatchObject({ hits: 11, of: 14 });
  });

  it("[W14] says the same per platform and per account, the most judged first", () => {
    const other = { platform: "renthop", accountId: "acc_2" } as const;
    const { byPlatform, byAccount } = report([tally("approved", 1), tally("approved", 2, other)]);
    expect(byPlatform.map(({ platform, judged }) => [platform, judged])).toEqual([
      ["renthop", 2],
      ["spareroom", 1],
    ]);
    expect(byAccount.map(({ accountId, judged }) => [accountId, judged])).toEqual([
      ["acc_2", 2],
      ["acc_1", 1],
    ]);
  });

  it("[W14] is empty without decisions", () => {
    const { total, byIntent } = report([]);
    expect(total).toMatchObject({ decisions: 0, medianDistance: null, agreement: null, wrong: null });
    expect(byIntent).toEqual([]);
  });

  it("[W15] takes as many replies for evidence as Wilson's bound needs, and no fewer", () => {
    expect(shareOf(0, EVIDENCE_REPLIES_MIN)?.high).toBeLessThanOrEqual(WRONG_SHARE_MAX);
    expect(shareOf(0, EVIDENCE_REPLIES_MIN - 1)?.high).toBeGreaterThan(WRONG_SHARE_MAX);
    const advice = (...tallies: readonly Tally[]) => report(tallies).total.advice;
    expect(advice()).toEqual({ say: "too_few", missing: EVIDENCE_REPLIES_MIN });
    expect(advice(tally("approved", 380))).toEqual({ say: "too_few", missing: 1 });
    expect(advice(tally("approved", 381))).toEqual({ say: "enough" });
    expect(advice(tally("approved", 398), tally("rejected", 2, wrong))).toEqual({ say: "not_sure" });
    expect(advice(tally("approved", 40), tally("rejected", 10, wrong))).toEqual({ say: "too_many_wrong" });
    expect(advice(tally("answered_by_person", 1000, silent))).toEqual({
      say: "too_few",
      missing: EVIDENCE_REPLIES_MIN,
    });
  });
});
