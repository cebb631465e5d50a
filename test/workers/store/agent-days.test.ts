// The days that an agent's showings stand under when their clock becomes another (H17).
import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { AgentProfile } from "#contracts/api/availability";
import { localDateOf } from "#domain/slots/zone";
import { showings } from "#migrations/schema";
import { putProfile } from "#workers/store/availability";
import { db } from "../api/agency.ts";
import { type Desk, MINUTE, makeDesk, NOON, NOW, profile, timeAt, told } from "./showings-desk.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NEW_YORK: AgentProfile = { zone: "America/New_York", bufferMinutes: 15, maxPerDay: null };

let desk: Desk;

beforeEach(async () => {
  desk = await makeDesk();
  await profile(desk, desk.maria, {});
});

const days = async () => {
  const rows = await db
    .select()
    .from(showings)
    .where(eq(showings.organisationId, desk.agency.id))
    .orderBy(asc(showings.startMs), asc(showings.agentId));
  return rows.map(({ agentDay }) => agentDay);
};
const set = (change: Partial<AgentProfile>, nowMs = NOW, userId = desk.maria) =>
  putProfile(db, desk.agency.id, userId, { ...NEW_YORK, ...change }, nowMs);

describe("an agent whose zone becomes another", () => {
  it("[H17] has what is to come under its days, also beyond changes of the clock", async () => {
    const starts = Array.from({ length: 12 }, (_, n) => NOON + n * (31 * DAY + 2.5 * HOUR));
    for (const startMs of starts) await desk.book({ startMs });
    for (const zone of ["Asia/Tokyo", "Europe/London", "Australia/Lord_Howe", "America/Los_Angeles", "Asia/Kolkata"]) {
      await set({ zone });
      expect([zone, await days()]).toEqual([zone, starts.map((startMs) => localDateOf(startMs, zone))]);
    }
  });

  it("[H17] leaves what began, what is over, what is held, and what is a colleague's", async () => {
    const began = await desk.book();
    await desk.book({ startMs: NOON + HOUR });
    await desk.hold("cv_1", { times: [timeAt(NOON + 2 * HOUR, desk.maria)], heldUntilMs: NOON + DAY });
    await desk.book({ startMs: NOON + 3 * HOUR, agentIds: [desk.noah] });
    await db
      .update(showings)
      .set({ status: "cancelled" })
      .where(eq(showings.startMs, NOON + HOUR));
    await desk.book({ startMs: NOON + 4 * HOUR });
    expect(began.ok).toBe(true);
    await set({ zone: "Asia/Tokyo" }, NOON);
    expect(await days()).toEqual(["2026-11-25", "2026-11-25", "2026-11-25", "2026-11-25", "2026-11-26"]);
  });

  it("[H17] keeps every showing of a day that is too full by it, and takes no other start on it", async () => {
    await set({ maxPerDay: 1 });
    const startMs = NOON + 21 * HOUR;
    for (const one of [{}, { startMs }]) expect(await desk.book(one)).toMatchObject({ ok: true });
    expect(await days()).toEqual(["2026-11-25", "2026-11-26"]);
    await set({ zone: "Asia/Tokyo", maxPerDay: 1 });
    expect(await days()).toEqual(["2026-11-26", "2026-11-26"]);
    expect(told(await desk.book({ startMs: NOON + 10 * HOUR }))).toBe("DAY_FULL");
    expect(await desk.book({ startMs: NOON + 30 * HOUR })).toMatchObject({
      ok: true,
      value: { agentDay: "2026-11-27" },
    });
  });

  it("[H17] is changed as a whole or not at all", async () => {
    await desk.book();
    await expect(set({ zone: "Asia/Tokyo", bufferMinutes: 9_999 })).rejects.toThrow();
    expect(await days()).toEqual(["2026-11-25"]);
  });
});
