// The budget of a day on the real D1, with consumers side by side.
import { beforeEach, describe, expect, it } from "vitest";
import { countFallback, modelDayOf, reserveTokens, settleTokens } from "#workers/store/model-usage";
import { type Agency, db, makeAgency } from "../api/agency.ts";

const DAY = "2026-11-25";
let agency: Agency;

beforeEach(async () => {
  agency = await makeAgency();
});

describe("the tokens of a day", () => {
  it("[M16] are never promised above the limit, with a hundred consumers at once", async () => {
    const won = await Promise.all(Array.from({ length: 100 }, () => reserveTokens(db, agency.id, DAY, 700, 10_000)));
    expect(won.filter(Boolean)).toHaveLength(14);
    expect(await modelDayOf(db, agency.id, DAY)).toMatchObject({ calls: 14, reserved: 9_800 });
  });

  it("[M16] are not exceeded while calls of every size come, cost and fail at once", async () => {
    const limit = 20_000;
    let highest = 0;
    let spent = 0;
    let kept = 0;
    await Promise.all(
      Array.from({ length: 120 }, async (_, at) => {
        const tokens = 300 + ((at * 131) % 1_400);
        if (!(await reserveTokens(db, agency.id, DAY, tokens, limit))) return;
        const usage = await modelDayOf(db, agency.id, DAY);
        highest = Math.max(highest, usage.tokensIn + usage.tokensOut + usage.reserved);
        const cost = at % 5 === 0 ? null : { tokensIn: Math.floor(tokens / 3), tokensOut: 20 };
        if (cost === null) kept += tokens;
        else spent += cost.tokensIn + cost.tokensOut;
        await settleTokens(db, agency.id, DAY, tokens, cost);
      }),
    );
    const usage = await modelDayOf(db, agency.id, DAY);
    expect(highest).toBeLessThanOrEqual(limit);
    expect(usage.tokensIn + usage.tokensOut).toBe(spent);
    expect(usage.reserved).toBe(kept);
  });

  it("[M14] that nobody settled stay counted, as those of a process that died", async () => {
    expect(await reserveTokens(db, agency.id, DAY, 600, 1_000)).toBe(true);
    expect(await reserveTokens(db, agency.id, DAY, 600, 1_000)).toBe(false);
    await settleTokens(db, agency.id, DAY, 600, { tokensIn: 100, tokensOut: 20 });
    expect(await reserveTokens(db, agency.id, DAY, 600, 1_000)).toBe(true);
  });

  it("[M15] of another day, and of another organisation, are others", async () => {
    const other = await makeAgency();
    expect(await reserveTokens(db, agency.id, DAY, 1_000, 1_000)).toBe(true);
    expect(await reserveTokens(db, agency.id, "2026-11-26", 1_000, 1_000)).toBe(true);
    expect(await reserveTokens(db, other.id, DAY, 1_000, 1_000)).toBe(true);
    expect(await reserveTokens(db, agency.id, DAY, 1, 1_000)).toBe(false);
  });

  it("are refused outright where one call costs more than a day may", async () => {
    expect(await reserveTokens(db, agency.id, DAY, 1_001, 1_000)).toBe(false);
    expect(await modelDayOf(db, agency.id, DAY)).toMatchObject({ calls: 0, reserved: 0 });
  });

  it("come with the reasons why no model decided, counted at once", async () => {
    await Promise.all(Array.from({ length: 30 }, () => countFallback(db, agency.id, DAY, "timeout")));
    await countFallback(db, agency.id, DAY, "refused");
    expect((await modelDayOf(db, agency.id, DAY)).fallbacks).toEqual([
      { code: "refused", times: 1 },
      { code: "timeout", times: 30 },
    ]);
  });
});
