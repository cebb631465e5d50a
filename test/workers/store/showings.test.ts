import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { member, showings } from "#migrations/schema";
import { bookedBefore } from "#workers/store/showings";
import { AGENTS_TRIED_MAX } from "#workers/store/showings-place";
import { db, freshId, makeAgency } from "../api/agency.ts";
import { type Desk, groupOf, MINUTE, makeDesk, NOON, NOW, profile, timeAt, told } from "./showings-desk.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await makeDesk();
});

describe("a booking", () => {
  it("[R10] is confirmed and stands in the agent's day, the agent's own", async () => {
    await profile(desk, desk.maria, { zone: "Pacific/Auckland" });
    const booked = await desk.book({ conversationId: "cv_1" });
    expect(booked).toMatchObject({
      ok: true,
      value: {
        conversationId: "cv_1",
        unitId: desk.unitId,
        agentId: desk.maria,
        status: "confirmed",
        heldUntilMs: null,
        agentDay: "2026-11-26",
        leadName: "Ana Lead",
        sequence: 0,
        leadConfirmedAtMs: null,
      },
    });
    expect(await desk.table()).toEqual(["unit maria 0 confirmed"]);
  });

  it("[H3] of an agent who is somewhere else is refused, in words with what to do", async () => {
    await desk.book({ unitId: desk.otherUnitId, startMs: NOON + 15 * MINUTE });
    expect(await desk.book()).toEqual({
      ok: false,
      error: { code: "TIME_TAKEN", message: "That time is taken.", next: "Choose another time." },
    });
  });

  it("[H3] keeps the agent's way free, of 15 minutes without a profile", async () => {
    await desk.book({ unitId: desk.otherUnitId });
    expect(told(await desk.book({ startMs: NOON + 44 * MINUTE }))).toBe("TIME_TAKEN");
    expect(await desk.book({ startMs: NOON + 45 * MINUTE })).toMatchObject({ ok: true });
    await profile(desk, desk.maria, { bufferMinutes: 30 });
    expect(told(await desk.book({ startMs: NOON - 45 * MINUTE }))).toBe("TIME_TAKEN");
    expect(await desk.book({ startMs: NOON - 60 * MINUTE })).toMatchObject({ ok: true });
  });

  it("[H4] shares a time up to the unit's group size", async () => {
    await groupOf(desk, 2);
    expect(await desk.book()).toMatchObject({ ok: true });
    expect(await desk.book()).toMatchObject({ ok: true });
    expect(told(await desk.book())).toBe("GROUP_FULL");
  });

  it("[H5] on a full day joins what is there, and nothing else", async () => {
    await groupOf(desk, 2);
    await profile(desk, desk.maria, { maxPerDay: 1 });
    await desk.book();
    expect(told(await desk.book({ startMs: NOON + 120 * MINUTE }))).toBe("DAY_FULL");
    expect(await desk.book()).toMatchObject({ ok: true });
  });

  it("[H12] by an admin's word needs no way and knows no maximum, but stays out of others' times", async () => {
    await profile(desk, desk.maria, { maxPerDay: 1 });
    await desk.book({ unitId: desk.otherUnitId });
    const override = { isOverride: true };
    expect(await desk.book({ startMs: NOON + 30 * MINUTE, ...override })).toMatchObject({ ok: true });
    expect(told(await desk.book({ startMs: NOON + 15 * MINUTE, ...override }))).toBe("TIME_TAKEN");
    expect(told(await desk.book({ startMs: NOON + 30 * MINUTE, ...override }))).toBe("GROUP_FULL");
  });

  it("[H11] is refused for a unit or an agent of another organisation", async () => {
    const other = await makeDesk();
    expect(told(await desk.book({ unitId: other.unitId }))).toBe("NOT_FOUND");
    expect(told(await desk.book({ agentIds: [other.maria] }))).toBe("NOT_FOUND");
    await db.delete(member).where(eq(member.userId, desk.maria));
    expect(told(await desk.book())).toBe("NOT_FOUND");
    expect(await desk.table()).toEqual([]);
  });
});

describe("the agents of a booking", () => {
  it("[H8] are tried in the order given", async () => {
    await desk.book();
    const agentIds = [desk.maria, "us_nobody", desk.noah];
    expect(await desk.book({ agentIds })).toMatchObject({ ok: true, value: { agentId: desk.noah } });
    expect(told(await desk.book({ agentIds }))).toBe("GROUP_FULL");
    await profile(desk, desk.noah, { maxPerDay: 0 });
    const later = { startMs: NOON + 15 * MINUTE, agentIds };
    expect(told(await desk.book(later))).toBe("TIME_TAKEN");
  });

  it("[H8] begin with the one who is held for the lead, also when the hold has run out", async () => {
    await desk.hold("cv_1", { times: [timeAt(NOON, desk.noah)] });
    const nowMs = NOW + 90 * MINUTE;
    const booked = await desk.book({ conversationId: "cv_1", agentIds: [desk.maria, desk.noah], nowMs });
    expect(booked).toMatchObject({ ok: true, value: { agentId: desk.noah } });
  });

  it("are never more than are tried", async () => {
    const agentIds = [...Array.from({ length: AGENTS_TRIED_MAX }, () => freshId("us")), desk.maria];
    expect(told(await desk.book({ agentIds }))).toBe("NOT_FOUND");
  });
});

describe("the lead's holds", () => {
  it("[H6] give way to their booking, all of them and nobody else's", async () => {
    await desk.hold("cv_1", { times: [timeAt(NOON, desk.maria), timeAt(NOON + 60 * MINUTE, desk.maria)] });
    await desk.hold("cv_2", { times: [timeAt(NOON + 120 * MINUTE, desk.maria)] });
    expect(await desk.book({ conversationId: "cv_1" })).toMatchObject({ ok: true });
    expect(await desk.table()).toEqual(["unit maria 0 confirmed", "unit maria 120 held for cv_2"]);
  });

  it("[H6] do not stand in the way of another time of theirs", async () => {
    await desk.hold("cv_1");
    expect(await desk.book({ conversationId: "cv_1", startMs: NOON + 15 * MINUTE })).toMatchObject({ ok: true });
    expect(await desk.table()).toEqual(["unit maria 15 confirmed"]);
  });

  it("[H6] stay when the booking is refused", async () => {
    await desk.hold("cv_1");
    await desk.hold("cv_2", { times: [timeAt(NOON + 60 * MINUTE, desk.maria)] });
    const before = await desk.table();
    expect(told(await desk.book({ conversationId: "cv_1", startMs: NOON + 60 * MINUTE }))).toBe("GROUP_FULL");
    expect(await desk.table()).toEqual(before);
  });

  it("[H2] keep others out until they run out", async () => {
    await desk.hold("cv_1");
    expect(told(await desk.book({ conversationId: "cv_2" }))).toBe("GROUP_FULL");
    const nowMs = NOW + 60 * MINUTE;
    expect(await desk.book({ conversationId: "cv_2", nowMs })).toMatchObject({ ok: true });
    expect(told(await desk.book({ conversationId: "cv_1", nowMs }))).toBe("GROUP_FULL");
  });
});

describe("a booking's key", () => {
  const wish = { idempotencyKey: "wish_1", conversationId: "cv_1" };

  it("[H7] answers the same showing, whatever became of it, and books once", async () => {
    const first = await desk.book(wish);
    expect(await desk.book({ ...wish, nowMs: NOW + 1 })).toEqual(first);
    await db.update(showings).set({ status: "cancelled" }).where(eq(showings.organisationId, desk.agency.id));
    expect(await desk.book(wish)).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(await desk.table()).toEqual(["unit maria 0 cancelled"]);
  });

  it("[H7] told at once by many books once, also where a group or other agents would have room", async () => {
    await groupOf(desk, 4);
    const same = { ...wish, agentIds: [desk.maria, desk.noah] };
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.book(same)));
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.id : answer.error.code)));
    expect(ids.size).toBe(1);
    expect(await desk.table()).toEqual(["unit maria 0 confirmed"]);
  });

  it("[H7] is refused for anything else, and is free in another organisation", async () => {
    await desk.book(wish);
    for (const change of [{ startMs: NOON + 60 * MINUTE }, { unitId: desk.otherUnitId }, { conversationId: null }]) {
      expect(told(await desk.book({ ...wish, ...change }))).toBe("IDEMPOTENCY_KEY_REUSED");
    }
    const other = await makeDesk();
    expect(await other.book(wish)).toMatchObject({ ok: true });
  });

  it("[H7] tells beforehand what was booked under it", async () => {
    const time = { ...wish, unitId: desk.unitId, startMs: NOON, endMs: NOON + 30 * MINUTE };
    expect(await bookedBefore(db, desk.agency.id, time)).toBeNull();
    const booked = await desk.book(wish);
    expect(await bookedBefore(db, desk.agency.id, time)).toEqual(booked);
    expect(await bookedBefore(db, desk.agency.id, { ...time, endMs: NOON })).toMatchObject({ ok: false });
    expect(await bookedBefore(db, (await makeAgency()).id, time)).toBeNull();
  });
});

describe("what is no refused time", () => {
  it("is thrown, so that the job is tried again", async () => {
    await expect(desk.book({ endMs: NOON })).rejects.toThrow();
  });
});
