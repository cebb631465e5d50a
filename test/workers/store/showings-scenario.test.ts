import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { explainInstant } from "#domain/slots/explain";
import { findSlots } from "#domain/slots/offer";
import {
  agentOverrides,
  agentRules,
  assignments,
  member,
  organisationSettings,
  showings,
  units,
  unitWindows,
} from "#migrations/schema";
import { type ScenarioOptions, scenarioFor } from "#workers/store/scenario";
import { makeChance } from "../../faults/chance.ts";
import { assign, db, freshId, makeAgency } from "../api/agency.ts";
import { type Desk, groupOf, MINUTE, makeDesk, NOON, NOW, profile, timeAt } from "./showings-desk.ts";

const HOUR = 60 * MINUTE;
/** Enough to see every kind of refusal; each asks the whole scenario. */
const TRIES = 120;
const TRIES_MS_MAX = 60_000;

let desk: Desk;

beforeEach(async () => {
  desk = await makeDesk();
  await assign(desk.agency, { id: desk.maria, name: "", email: "" }, 20);
  await assign(desk.agency, { id: desk.noah, name: "", email: "" }, 10);
});

async function scenario(options: ScenarioOptions = {}, nowMs = NOW) {
  const found = await scenarioFor(db, desk.agency.id, desk.unitId, nowMs, options);
  if (found === null) throw new Error("no scenario");
  return found;
}

const ofDesk = () => ({ organisationId: desk.agency.id });

async function rule(userId: string, weekday: number, fromMinute: number, toMinute: number) {
  await db.insert(agentRules).values({ id: freshId("ru"), ...ofDesk(), userId, weekday, fromMinute, toMinute });
}

async function override(userId: string, date: string, minutes: readonly [number, number] | null) {
  const [fromMinute, toMinute] = minutes ?? [null, null];
  const row = { id: freshId("ov"), ...ofDesk(), userId, date, isAvailable: minutes !== null, fromMinute, toMinute };
  await db.insert(agentOverrides).values(row);
}

describe("the scenario of a unit", () => {
  it("[H15] is what the tables hold, the defaults where they hold nothing", async () => {
    expect(await scenario()).toEqual({
      nowMs: NOW,
      horizonDays: 14,
      slotMinutes: 30,
      stepMinutes: 30,
      minNoticeMinutes: 120,
      unit: { id: desk.unitId, zone: "America/New_York", windows: null, groupSize: 1 },
      agents: [desk.noah, desk.maria].map((id) => ({
        id,
        zone: "America/New_York",
        priority: id === desk.noah ? 10 : 20,
        maxPerDay: null,
        bufferMinutes: 15,
        weekly: [],
        overrides: [],
      })),
      bookings: [],
    });
  });

  it("[H15] has the settings, windows, profiles, weekly times and overrides", async () => {
    const lengths = { slotMinutes: 20, slotStepMinutes: 10, minNoticeMinutes: 60, horizonDays: 7 };
    await db.insert(organisationSettings).values({ ...ofDesk(), ...lengths });
    await groupOf(desk, 3);
    await db.update(units).set({ isWindowBound: true }).where(eq(units.id, desk.unitId));
    const window = (startMs: number, endMs: number) => ({
      id: freshId("wi"),
      ...ofDesk(),
      unitId: desk.unitId,
      startMs,
      endMs,
    });
    await db.insert(unitWindows).values([window(NOON, NOON + HOUR), window(NOW - HOUR, NOW)]);
    await profile(desk, desk.maria, { zone: "Europe/London", bufferMinutes: 5, maxPerDay: 2 });
    await rule(desk.maria, 3, 600, 700);
    await rule(desk.maria, 1, 540, 720);
    await override(desk.maria, "2026-11-26", null);
    await override(desk.maria, "2026-11-27", [60, 120]);
    await override(desk.maria, "2026-11-20", [60, 120]);
    const found = await scenario();
    expect(found).toMatchObject({ slotMinutes: 20, stepMinutes: 10, minNoticeMinutes: 60, horizonDays: 7 });
    expect(found.unit).toEqual({
      id: desk.unitId,
      zone: "America/New_York",
      windows: [{ startMs: NOON, endMs: NOON + HOUR }],
      groupSize: 3,
    });
    expect(found.agents[1]).toEqual({
      id: desk.maria,
      zone: "Europe/London",
      priority: 20,
      maxPerDay: 2,
      bufferMinutes: 5,
      weekly: [
        { weekday: 1, fromMinute: 540, toMinute: 720 },
        { weekday: 3, fromMinute: 600, toMinute: 700 },
      ],
      overrides: [
        { date: "2026-11-26", isAvailable: false },
        { date: "2026-11-27", isAvailable: true, fromMinute: 60, toMinute: 120 },
      ],
    });
  });

  it("[H15] has present members with an active assignment, and one alone when one is asked for", async () => {
    expect((await scenario({ onlyAgentId: desk.maria })).agents.map(({ id }) => id)).toEqual([desk.maria]);
    await db.update(assignments).set({ isActive: false }).where(eq(assignments.userId, desk.noah));
    await db.delete(member).where(eq(member.userId, desk.maria));
    expect((await scenario()).agents).toEqual([]);
  });

  it("[H15] has what blocks its agents at any unit, but no hold that ran out and none of the lead's own", async () => {
    await desk.book({ unitId: desk.otherUnitId });
    await desk.book({ agentIds: [(await makeDesk()).maria] });
    const cancelled = await desk.book({ startMs: NOON + 2 * HOUR });
    if (cancelled.ok) {
      await db.update(showings).set({ status: "cancelled" }).where(eq(showings.id, cancelled.value.id));
    }
    await desk.hold("cv_1", { times: [timeAt(NOON + 3 * HOUR, desk.maria)] });
    await desk.hold("cv_2", { times: [timeAt(NOON + 4 * HOUR, desk.maria)] });
    await desk.hold("cv_3", { times: [timeAt(NOON + 5 * HOUR, desk.maria)], heldUntilMs: NOW + 1 });
    const hours = async (options: ScenarioOptions, nowMs?: number) =>
      (await scenario(options, nowMs)).bookings.map(({ startMs }) => (startMs - NOON) / HOUR).sort();
    expect(await hours({})).toEqual([0, 3, 4, 5]);
    expect(await hours({ exceptConversationId: "cv_1" }, NOW + 1)).toEqual([0, 4]);
    expect(await hours({}, NOW + HOUR)).toEqual([0]);
    expect(await hours({ onlyAgentId: desk.noah })).toEqual([]);
  });

  it("[H9, H15] can leave out the showing that is to be moved", async () => {
    const booked = await desk.book({ conversationId: "cv_1" });
    const id = booked.ok ? booked.value.id : "";
    expect((await scenario({ exceptConversationId: "cv_1" })).bookings).toHaveLength(1);
    expect((await scenario({ exceptShowingId: id })).bookings).toEqual([]);
  });

  it("[H11] is nobody else's", async () => {
    expect(await scenarioFor(db, (await makeAgency()).id, desk.unitId, NOW)).toBeNull();
  });
});

describe("the engine and the database", () => {
  it("[H3, H4, H5] agree on every time of a day, whatever is booked", { timeout: TRIES_MS_MAX }, async () => {
    const chance = makeChance(7);
    await groupOf(desk, 2);
    await db.delete(assignments).where(and(eq(assignments.userId, desk.noah)));
    await profile(desk, desk.maria, { bufferMinutes: 20, maxPerDay: 5 });
    await db.insert(organisationSettings).values({ ...ofDesk(), slotStepMinutes: 10, minNoticeMinutes: 0 });
    for (let weekday = 1; weekday <= 7; weekday++) await rule(desk.maria, weekday, 0, 1440);
    const fates = new Map<string, number>();
    for (let n = 0; n < TRIES; n++) {
      const startMs = NOON + Math.floor(chance.between(-24, 24)) * 10 * MINUTE;
      const asked = await scenario();
      const isOffered = findSlots(asked).some((slot) => slot.startMs === startMs);
      const unitId = chance.happens(60) ? desk.unitId : desk.otherUnitId;
      if (unitId === desk.otherUnitId) {
        if (chance.happens(30)) await desk.book({ unitId, startMs });
        continue;
      }
      const answer = await desk.book({ startMs });
      const why = explainInstant(asked, startMs).filter(({ effect }) => effect === "removes");
      expect([startMs, answer.ok, answer.ok ? [] : why.length > 0]).toEqual([
        startMs,
        isOffered,
        isOffered ? [] : true,
      ]);
      const fate = answer.ok ? "booked" : answer.error.code;
      fates.set(fate, (fates.get(fate) ?? 0) + 1);
      if (answer.ok && chance.happens(70)) await db.delete(showings).where(eq(showings.id, answer.value.id));
    }
    for (const fate of ["booked", "TIME_TAKEN", "DAY_FULL"])
      expect([fate, fates.get(fate) ?? 0]).not.toEqual([fate, 0]);
  });
});
