import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mayBecome, SHOWING_STATUSES } from "#domain/showing/status";
import { showingMoves, showings } from "#migrations/schema";
import { hasMoved, type MoveWish, reschedule } from "#workers/store/showings-move";
import { changeStatus, confirmByLead } from "#workers/store/showings-status";
import { db, freshId } from "../api/agency.ts";
import { type Desk, MINUTE, makeDesk, NOON, NOW, profile, timeAt, told } from "./showings-desk.ts";

let desk: Desk;
let id: string;

beforeEach(async () => {
  desk = await makeDesk();
  id = await booked({ conversationId: "cv_1" });
});

async function booked(change: Parameters<Desk["book"]>[0] = {}): Promise<string> {
  const answer = await desk.book(change);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.id;
}

const move = (minutes: number, change: Partial<MoveWish> = {}, showingId = id) =>
  reschedule(db, desk.agency.id, showingId, {
    idempotencyKey: freshId("move"),
    startMs: NOON + minutes * MINUTE,
    endMs: NOON + (minutes + 30) * MINUTE,
    agentIds: [desk.maria],
    nowMs: NOW + 1,
    ...change,
  });
const become = (to: (typeof SHOWING_STATUSES)[number], showingId = id, nowMs = NOW + 1) =>
  changeStatus(db, desk.agency.id, showingId, to, nowMs);

describe("a showing that moves", () => {
  it("[H9] frees the old time and takes the new, confirmed by us and not by the lead", async () => {
    await confirmByLead(db, desk.agency.id, id, NOW);
    expect(await move(60)).toMatchObject({
      ok: true,
      value: { id, startMs: NOON + 60 * MINUTE, status: "confirmed", sequence: 1, leadConfirmedAtMs: null },
    });
    expect(await desk.table()).toEqual(["unit maria 60 confirmed"]);
    expect(await desk.book()).toMatchObject({ ok: true });
    const [noted] = await db.select().from(showingMoves).where(eq(showingMoves.showingId, id));
    expect(noted).toMatchObject({ fromAgentId: desk.maria, fromStartMs: NOON, fromEndMs: NOON + 30 * MINUTE });
  });

  it("[H9] may overlap the time it leaves", async () => {
    expect(await move(15)).toMatchObject({ ok: true });
    expect(await desk.table()).toEqual(["unit maria 15 confirmed"]);
  });

  it("[H9] stands where it was when the new time is taken, and the lead's holds stay too", async () => {
    await booked({ unitId: desk.otherUnitId, startMs: NOON + 60 * MINUTE });
    await desk.hold("cv_1", { times: [timeAt(NOON + 180 * MINUTE, desk.maria)] });
    const before = await desk.table();
    expect(told(await move(60, { idempotencyKey: "move_1" }))).toBe("TIME_TAKEN");
    expect(await desk.table()).toEqual(before);
    expect(await hasMoved(db, desk.agency.id, "move_1")).toBe(false);
  });

  it("[H6, H8] takes over the lead's hold with the agent who was held, and lets the others go", async () => {
    const times = [timeAt(NOON + 60 * MINUTE, desk.noah), timeAt(NOON + 120 * MINUTE, desk.maria)];
    await desk.hold("cv_1", { times });
    await desk.hold("cv_2", { times: [timeAt(NOON + 240 * MINUTE, desk.maria)] });
    const moved = await move(60, { agentIds: [desk.maria, desk.noah] });
    expect(moved).toMatchObject({ ok: true, value: { agentId: desk.noah } });
    expect(await desk.table()).toEqual(["unit noah 60 confirmed", "unit maria 240 held for cv_2"]);
  });

  it("[H8] goes to the next agent, and then it is refused for what the agents have in common", async () => {
    await profile(desk, desk.noah, { zone: "Asia/Tokyo" });
    await booked({ startMs: NOON + 60 * MINUTE });
    const agentIds = [desk.maria, desk.noah];
    expect(await move(60, { agentIds })).toMatchObject({
      ok: true,
      value: { agentId: desk.noah, agentDay: "2026-11-26" },
    });
    expect(told(await move(60, { agentIds: [desk.maria] }))).toBe("GROUP_FULL");
    expect(told(await move(60, { agentIds: ["us_nobody"] }))).toBe("NOT_FOUND");
  });

  it("[H5] counts only the other showings of the day", async () => {
    await profile(desk, desk.maria, { maxPerDay: 1 });
    expect(await move(60)).toMatchObject({ ok: true });
  });

  it("[H9] moves once under a key, and a late repetition of an older move changes nothing", async () => {
    const first = { idempotencyKey: "move_1" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => move(60, first)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { sequence: 1 } });
    await move(120);
    expect(await move(60, first)).toMatchObject({ ok: true, value: { startMs: NOON + 120 * MINUTE, sequence: 2 } });
    expect(told(await move(180, first))).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await desk.table()).toEqual(["unit maria 120 confirmed"]);
  });

  it("[H9] does not move once it is over, nor as a hold", async () => {
    await become("no_show", id, NOON);
    expect(await move(60)).toEqual({
      ok: false,
      error: {
        code: "NOT_NOW",
        message: "A showing that is no show cannot be moved.",
        next: "Book a new showing instead.",
      },
    });
    const [hold = ""] = await desk.hold("cv_2");
    expect(told(await move(60, {}, hold))).toBe("NOT_FOUND");
  });

  it("[H12] by an admin's word needs no way and knows no maximum", async () => {
    await booked({ unitId: desk.otherUnitId, startMs: NOON + 60 * MINUTE });
    expect(told(await move(90))).toBe("TIME_TAKEN");
    expect(await move(90, { isOverride: true })).toMatchObject({ ok: true });
  });

  it("[H11] is nobody else's", async () => {
    const other = await makeDesk();
    const wish = { idempotencyKey: "k", startMs: NOON, endMs: NOON + 1, agentIds: [other.maria], nowMs: NOW };
    expect(told(await reschedule(db, other.agency.id, id, wish))).toBe("NOT_FOUND");
    expect(told(await changeStatus(db, other.agency.id, id, "cancelled", NOW))).toBe("NOT_FOUND");
    expect(told(await confirmByLead(db, other.agency.id, id, NOW))).toBe("NOT_FOUND");
    expect(await desk.table()).toEqual(["unit maria 0 confirmed"]);
  });
});

describe("a showing's status", () => {
  it("[H1, R11] takes every step of the table and no other", async () => {
    for (const from of SHOWING_STATUSES) {
      for (const to of SHOWING_STATUSES) {
        const one = await booked({ agentIds: [desk.noah] });
        await db.update(showings).set({ status: "reschedule_requested" }).where(eq(showings.id, one));
        if (from === "completed") await db.update(showings).set({ status: "confirmed" }).where(eq(showings.id, one));
        await db.update(showings).set({ status: from }).where(eq(showings.id, one));
        const answer = await become(to, one, NOON);
        const expected = from === to || mayBecome(from, to) ? to : "NOT_NOW";
        expect([from, to, answer.ok ? answer.value.status : answer.error.code]).toEqual([from, to, expected]);
        if (answer.ok) expect(answer.value.sequence).toBe(from === to ? 0 : 1);
        await db.delete(showings).where(eq(showings.id, one));
      }
    }
  });

  it("[H1] is refused with what it can still become", async () => {
    await become("reschedule_requested");
    expect(await become("completed")).toMatchObject({
      error: { next: "It can still become pending, confirmed, cancelled, no show." },
    });
  });

  it("[H16] is not told how it went before it begins", async () => {
    for (const to of ["completed", "no_show"] as const) {
      expect(told(await become(to, id, NOON - 1))).toBe("NOT_STARTED");
    }
    await become("reschedule_requested");
    expect(told(await become("completed"))).toBe("NOT_NOW");
    expect(told(await become("no_show"))).toBe("NOT_STARTED");
    expect(await become("no_show", id, NOON)).toMatchObject({ ok: true, value: { status: "no_show" } });
    // What it is already is done already, also by a clock that is behind.
    expect(await become("no_show")).toMatchObject({ ok: true });
  });

  it("[H1] frees the time when it is over", async () => {
    await become("cancelled");
    expect(await desk.book()).toMatchObject({ ok: true });
    expect(told(await become("confirmed"))).toBe("NOT_NOW");
  });
});

describe("a lead's word that they will come", () => {
  const confirm = (atMs: number) => confirmByLead(db, desk.agency.id, id, atMs);

  it("[H10] stands from when it was first said, and goes when they ask for another time", async () => {
    expect(await confirm(NOW + 5)).toMatchObject({ ok: true, value: { leadConfirmedAtMs: NOW + 5, sequence: 0 } });
    expect(await confirm(NOW + 9)).toMatchObject({ ok: true, value: { leadConfirmedAtMs: NOW + 5 } });
    expect(await become("reschedule_requested")).toMatchObject({ ok: true, value: { leadConfirmedAtMs: null } });
    expect(await confirm(NOW + 20)).toMatchObject({
      ok: true,
      value: { status: "confirmed", leadConfirmedAtMs: NOW + 20, sequence: 2 },
    });
  });

  it("[H10] comes too late for what is over", async () => {
    await become("cancelled");
    expect(told(await confirm(NOW + 5))).toBe("NOT_NOW");
  });
});
