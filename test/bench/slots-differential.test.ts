import { describe, expect, it } from "vitest";
import { CHANGE_DAYS } from "./slots-change-days.ts";
import { compareWithOracle } from "./slots-differential.ts";
import { walkOf } from "./slots-oracle.ts";
import { PLANTS, plantedFind } from "./slots-planted.ts";

/** A share of what `npm run bench:slots -- --differential 20000` compares. */
const SCENARIOS = 400;
const PLANTED_SCENARIOS_MAX = 600;
const TEST_MS_MAX = 60_000;
const MINUTE = 60_000;

describe("the slot engine and the oracle", () => {
  it("[S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12, S13, S16] agree on random scenarios around changes of clocks", {
    timeout: TEST_MS_MAX,
  }, () => {
    const report = compareWithOracle(SCENARIOS, 0);
    expect(report.differences).toEqual([]);
    expect(report.withSlots).toBeGreaterThan(SCENARIOS / 2);
    expect(report.slots).toBeGreaterThan(40 * SCENARIOS);
    expect(report.explained).toBeGreaterThan(2 * SCENARIOS);
  });

  it.each(PLANTS)("[S1] disagree when $name", { timeout: TEST_MS_MAX }, async (plant) => {
    const find = await plantedFind(plant);
    const report = compareWithOracle(PLANTED_SCENARIOS_MAX, plant.seed ?? 0, {
      find,
      differencesMax: 1,
      explains: false,
    });
    expect(report.differences.length).toBe(1);
  });
});

describe("the change days", () => {
  it.each(CHANGE_DAYS)("$zone changes its clock at $atMs", ({ zone, atMs }) => {
    const { walls } = walkOf(zone, [atMs, atMs]);
    const jumps = walls.flatMap((wall, index) => (index > 0 && wall - (walls[index - 1] ?? 0) !== 1 ? [index] : []));
    const { fromMinute } = walkOf(zone, [atMs, atMs]);
    expect(jumps.map((index) => fromMinute + index)).toEqual([atMs / MINUTE]);
  });

  it("lie in at least eight zones and go both ways", () => {
    expect(new Set(CHANGE_DAYS.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(8);
  });
});
