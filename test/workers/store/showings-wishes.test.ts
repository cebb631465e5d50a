// What a conversation's wish is answered in D1 (H18): once, whoever asks and in whatever order.
import { beforeEach, describe, expect, it } from "vitest";
import { reschedule } from "#workers/store/showings-move";
import { changeStatus, confirmByLead } from "#workers/store/showings-status";
import { refuseOnce } from "#workers/store/showings-wishes";
import { db } from "../api/agency.ts";
import { type Desk, MINUTE, makeDesk, NOON, NOW, told } from "./showings-desk.ts";

let desk: Desk;
const KEY = { idempotencyKey: "cv_1.7" } as const;

beforeEach(async () => {
  desk = await makeDesk();
});

const refuse = (reason: "TIME_TAKEN" | "GROUP_FULL", idempotencyKey: string = KEY.idempotencyKey) =>
  refuseOnce(db, desk.agency.id, { idempotencyKey, reason, nowMs: NOW });
const move = (showingId: string) =>
  reschedule(db, desk.agency.id, showingId, {
    ...KEY,
    ...{ startMs: NOON + 60 * MINUTE, endMs: NOON + 90 * MINUTE, agentIds: [desk.maria], nowMs: NOW },
  });

async function booked(change: Parameters<Desk["book"]>[0] = {}) {
  const answer = await desk.book(change);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe("a wish for a time", () => {
  it("[H18] that was refused is refused for the first reason ever after, and takes no time that is free by then", async () => {
    expect(told(await refuse("GROUP_FULL"))).toBe("GROUP_FULL");
    expect(told(await refuse("TIME_TAKEN"))).toBe("GROUP_FULL");
    expect(told(await desk.book(KEY))).toBe("TIME_TAKEN");
    expect(await desk.table()).toEqual([]);
    expect(await desk.book()).toMatchObject({ ok: true });
  });

  it("[H18] that was carried out is not refused, and the showing as it stands is the answer", async () => {
    const { id } = await booked(KEY);
    await changeStatus(db, desk.agency.id, id, "cancelled", NOW);
    expect(await refuse("TIME_TAKEN")).toMatchObject({ ok: true, value: { id, status: "cancelled" } });
  });

  it("[H18] to move is refused or made, and never both", async () => {
    const [moved, kept] = [await booked(), await booked({ startMs: NOON + 180 * MINUTE })];
    expect(await move(moved.id)).toMatchObject({ ok: true });
    expect(await refuse("TIME_TAKEN")).toMatchObject({ ok: true, value: { id: moved.id, sequence: 1 } });
    const other = await makeDesk();
    await refuseOnce(db, other.agency.id, { ...KEY, reason: "TIME_TAKEN", nowMs: NOW });
    expect(await refuse("TIME_TAKEN")).toMatchObject({ ok: true });

    desk = other;
    const { id } = await booked();
    expect(told(await move(id))).toBe("TIME_TAKEN");
    expect(await desk.table()).toEqual(["unit maria 0 confirmed"]);
    expect(kept.sequence).toBe(0);
  });

  it("[H18] is answered alike, however many ask at the same time", async () => {
    const answers = await Promise.all([refuse("TIME_TAKEN"), desk.book(KEY), refuse("GROUP_FULL"), desk.book(KEY)]);
    const isBooked = (await desk.table()).length === 1;
    expect(await refuse("TIME_TAKEN")).toMatchObject({ ok: isBooked });
    expect(new Set(answers.map(({ ok }) => ok)).size).toBe(1);
  });
});

describe("a wish for a step", () => {
  it("[H18] makes it once: what a person did since stands", async () => {
    const { id } = await booked();
    const ask = () => changeStatus(db, desk.agency.id, id, "reschedule_requested", NOW, "cv_1.8");
    expect(await ask()).toMatchObject({ ok: true, value: { status: "reschedule_requested", sequence: 1 } });
    await changeStatus(db, desk.agency.id, id, "confirmed", NOW);
    expect(await ask()).toMatchObject({ ok: true, value: { status: "confirmed", sequence: 2 } });

    const confirm = () => confirmByLead(db, desk.agency.id, id, NOW, "cv_1.9");
    expect(await confirm()).toMatchObject({ ok: true, value: { status: "confirmed" } });
    await changeStatus(db, desk.agency.id, id, "reschedule_requested", NOW);
    expect(await confirm()).toMatchObject({ ok: true, value: { status: "reschedule_requested", sequence: 3 } });
  });

  it("[H18] that was refused may be asked for again", async () => {
    const { id } = await booked();
    const complete = (nowMs: number) => changeStatus(db, desk.agency.id, id, "completed", nowMs, "cv_1.8");
    expect(told(await complete(NOW))).toBe("NOT_STARTED");
    expect(await complete(NOON)).toMatchObject({ ok: true, value: { status: "completed" } });
  });
});
