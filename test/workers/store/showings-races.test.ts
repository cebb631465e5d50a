// Many leads for one time, at once, on a real D1: double bookings 0, lost bookings 0. The same race without the triggers finds
// double bookings, so that it is known to be one; `npm run races:booking` plays 1,000 rounds of 200.
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { type Round as Judged, judge, type Standing, type Told } from "./booking-judge.ts";
import { race, type Tally, withoutTriggers } from "./booking-race.ts";
import { MINUTE_MS, type Wish } from "./booking-round.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      /** JSON: what `npm run races:booking` asks for. */
      BOOKING_RACES: string;
    }
  }
}

const asked: { rounds: number; bookers: number; seed: number; isPlanted: boolean } = JSON.parse(env.BOOKING_RACES);
const RACE_MS_MAX = 4 * 3_600_000;
const PLANTED = { rounds: 2, bookers: 20, seed: 1 };
const FAULTS_SHOWN_MAX = 10;

/** For a reader: what happened, and the first faults. */
function summary(tally: Tally, startedAtMs: number): string {
  const { rounds, calls, repeated, booked, refused, promised, doubleBookings, lostBookings } = tally;
  return [
    `${rounds} rounds, ${calls} bookings at once in all (${repeated} told again under a key), seed ${asked.seed}`,
    `booked ${booked}, refused ${JSON.stringify(refused)}, held before a round ${promised}`,
    `double bookings ${doubleBookings.length}, lost bookings ${lostBookings.length}`,
    ...[...doubleBookings, ...lostBookings].slice(0, FAULTS_SHOWN_MAX),
    `${((Date.now() - startedAtMs) / 1_000).toFixed(1)} s`,
  ].join("\n");
}

describe("the race for times", () => {
  it("[H13] double-books nobody and loses nobody", { timeout: RACE_MS_MAX }, async () => {
    const startedAtMs = Date.now();
    const tally = asked.isPlanted ? await withoutTriggers(() => race(asked)) : await race(asked);
    console.log(summary(tally, startedAtMs));
    expect({ double: tally.doubleBookings.length, lost: tally.lostBookings.length }).toEqual({ double: 0, lost: 0 });
    expect(tally.calls).toBe(asked.rounds * asked.bookers);
    expect(tally.booked).toBeGreaterThanOrEqual(asked.rounds);
    for (const happened of [tally.repeated, tally.promised]) expect(happened).toBeGreaterThan(0);
  });

  it("[H13] is lost without the triggers", async () => {
    const tally = await withoutTriggers(() => race(PLANTED));
    expect(tally.doubleBookings.length).toBeGreaterThan(0);
  });
});

describe("the judge", () => {
  const wish = (key: string, change: Partial<Wish> = {}): Wish => ({
    key,
    conversationId: `cv.${key}`,
    unitId: "pair",
    agentIds: ["maria"],
    startMs: 0,
    endMs: 30 * MINUTE_MS,
    ...change,
  });
  const row = (key: string, change: Partial<Standing> = {}): Standing => {
    const { agentIds: _, ...time } = wish(key);
    return { ...time, id: `sh.${key}`, agentId: "maria", ...change };
  };
  const yes = (key: string, change: Partial<Wish> = {}): Told => ({
    wish: wish(key, change),
    showing: { id: `sh.${key}`, agentId: "maria" },
  });
  const no = (key: string, change: Partial<Wish> = {}): Told => ({ wish: wish(key, change), showing: null });
  const faults = (told: readonly Told[], table: readonly Standing[], change: Partial<Judged> = {}) => {
    const units = [
      { id: "pair", groupSize: 2 },
      { id: "one", groupSize: 1 },
    ];
    const verdict = judge({ told, table, promised: new Set(), units, bounded: [], ...change });
    return [verdict.doubleBookings.length, verdict.lostBookings.length];
  };

  it("[H13] has nothing to say of what is right", () => {
    expect(faults([yes("a"), yes("b"), no("c")], [row("a"), row("b")])).toEqual([0, 0]);
  });

  it("[H13] finds an agent in two places, a group or a day beyond its size, and a key booked twice", () => {
    const near = { unitId: "one", startMs: 44 * MINUTE_MS, endMs: 74 * MINUTE_MS };
    expect(faults([yes("a"), yes("b", near)], [row("a"), row("b", near)])).toEqual([1, 0]);
    expect(faults([yes("a"), yes("b"), yes("c")], [row("a"), row("b"), row("c")])).toEqual([1, 0]);
    expect(faults([yes("a")], [row("a"), row("a", { id: "sh.twin" })])).toEqual([1, 0]);
    const hours = [0, 1, 2].map((hour) => ({ startMs: hour * 60 * MINUTE_MS, endMs: (hour * 60 + 30) * MINUTE_MS }));
    const told = hours.map((time, n) => yes(`h${n}`, time));
    const table = hours.map((time, n) => row(`h${n}`, time));
    expect(faults(told, table)).toEqual([0, 0]);
    expect(faults(told, table, { bounded: ["maria"] })).toEqual([1, 0]);
  });

  it("[H13] finds who was told yes and is not there, or no and is, or no with a place free, or of whom nobody heard", () => {
    expect(faults([yes("a")], [])).toEqual([0, 1]);
    expect(faults([yes("a")], [row("a", { agentId: "noah" })])).toEqual([0, 1]);
    expect(faults([no("a"), yes("b")], [row("a"), row("b")])).toEqual([0, 1]);
    expect(faults([no("a")], [])).toEqual([0, 1]);
    expect(faults([], [row("a")])).toEqual([0, 1]);
    expect(faults([yes("a"), yes("b"), no("c")], [row("a"), row("b")], { promised: new Set(["c"]) })).toEqual([0, 1]);
  });
});
