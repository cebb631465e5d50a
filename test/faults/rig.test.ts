// The rig itself, as short as it can be and still mean something: the real system on all five platforms dies a few times
// in the middle of its work and says everything once; the same system with a planted defect is caught.
import { describe, expect, it } from "vitest";
import { PLATFORMS } from "#domain/platform";
import { isClean } from "./compare.ts";
import { areShowingsClean } from "./compare-showings.ts";
import type { RigOptions } from "./options.ts";
import { runRig } from "./rig.ts";

/** About a minute each when nothing else runs; a busy machine may take its time. */
const RUN_MS_MAX = 480_000;
const KILLS = 3;
/** Kills end the faults long before. */
const SECONDS_MAX = 120;
const INTENDED_MIN = 6;

const SHORT: RigOptions = {
  ...{ seconds: SECONDS_MAX, kills: KILLS, seed: 20_261_124, platforms: PLATFORMS, scenes: 1, only: "kills", runs: 1 },
  ...{ showings: "on", jumpMinutes: 2, isUntilFound: false, isJson: false, plant: null },
};

describe("the running system, killed", () => {
  it(
    "says everything that was meant once, on all five platforms, however often it dies in the middle",
    async () => {
      const lines: string[] = [];
      const outcome = await runRig(SHORT, (line) => lines.push(line));
      const told = lines.join("\n");
      expect(isClean(outcome.verdict), told).toBe(true);
      expect(areShowingsClean(outcome.showings), told).toBe(true);
      expect(outcome.isSettled, told).toBe(true);
      // Worth something only if it really died while something was under way, and if there was something to say.
      expect(outcome.kills).toBe(KILLS);
      expect(outcome.deaths.filter((death) => death.size > 0).length, told).toBeGreaterThanOrEqual(KILLS - 1);
      expect(outcome.verdict.intended, told).toBeGreaterThanOrEqual(INTENDED_MIN);
    },
    RUN_MS_MAX,
  );

  it(
    "is caught when it sends again without looking",
    async () => {
      const lines: string[] = [];
      const platforms = PLATFORMS.slice(0, 2);
      const planted: RigOptions = {
        ...SHORT,
        platforms,
        only: "clicks",
        kills: null,
        isUntilFound: true,
        plant: "resend",
      };
      const { verdict } = await runRig(planted, (line) => lines.push(line));
      expect(verdict.twice, lines.join("\n")).toBeGreaterThan(0);
      expect(isClean(verdict)).toBe(false);
    },
    RUN_MS_MAX,
  );

  it(
    "is caught when a booking that is carried out again is another one",
    async () => {
      const lines: string[] = [];
      const planted: RigOptions = {
        ...SHORT,
        ...{ platforms: ["roomies"], scenes: 2, only: "bookings", showings: "only", kills: 1, plant: "rebook" },
      };
      const { showings } = await runRig(planted, (line) => lines.push(line));
      expect(showings.wished, lines.join("\n")).toBeGreaterThan(0);
      expect(areShowingsClean(showings)).toBe(false);
    },
    RUN_MS_MAX,
  );
});
