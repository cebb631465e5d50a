import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { showings } from "#migrations/schema";
import { releaseHolds, sweepHolds } from "#workers/store/showings-holds";
import { db } from "../api/agency.ts";
import { type Desk, MINUTE, makeDesk, NOON, NOW, timeAt } from "./showings-desk.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await makeDesk();
});

const heldUntil = async (id: string) =>
  (await db.select({ at: showings.heldUntilMs }).from(showings).where(eq(showings.id, id)).get())?.at;

describe("times held for a lead", () => {
  it("[H2] are those that can be had; what collides is left out", async () => {
    await desk.book({ unitId: desk.otherUnitId, startMs: NOON + 60 * MINUTE });
    const times = [0, 60, 120].map((minutes) => timeAt(NOON + minutes * MINUTE, desk.maria));
    const held = await desk.hold("cv_1", { times: [...times, timeAt(NOON, "us_nobody")] });
    expect(held).toHaveLength(2);
    expect(await desk.table()).toEqual([
      "unit maria 0 held for cv_1",
      "other maria 60 confirmed",
      "unit maria 120 held for cv_1",
    ]);
  });

  it("[H2] are held once, however often it is asked, and as long as the longest", async () => {
    const [first = ""] = await desk.hold("cv_1");
    expect(await desk.hold("cv_1", { times: [timeAt(NOON, desk.noah)] })).toEqual([first]);
    expect(await desk.hold("cv_1", { heldUntilMs: NOW + 90 * MINUTE })).toEqual([first]);
    expect(await heldUntil(first)).toBe(NOW + 90 * MINUTE);
    await desk.hold("cv_1", { heldUntilMs: NOW + 30 * MINUTE });
    expect(await heldUntil(first)).toBe(NOW + 90 * MINUTE);
    expect(await desk.table()).toEqual(["unit maria 0 held for cv_1"]);
  });

  it("[H2] can be held again once they ran out, if nobody else came", async () => {
    await desk.hold("cv_1");
    const later = { nowMs: NOW + 60 * MINUTE, heldUntilMs: NOW + 120 * MINUTE };
    expect(await desk.hold("cv_1", later)).toHaveLength(1);
    expect(await desk.hold("cv_2", later)).toEqual([]);
    const latest = { nowMs: NOW + 120 * MINUTE, heldUntilMs: NOW + 180 * MINUTE };
    expect(await desk.hold("cv_2", latest)).toHaveLength(1);
    expect(await desk.hold("cv_1", latest)).toEqual([]);
  });

  it("[H2] told at once by many are held once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.hold("cv_1")));
    expect(answers.every((ids) => ids.length === 1)).toBe(true);
    expect(await desk.table()).toEqual(["unit maria 0 held for cv_1"]);
  });

  it("[H11] are never of another organisation's unit", async () => {
    const other = await makeDesk();
    expect(await desk.hold("cv_1", { unitId: other.unitId })).toEqual(["NOT_FOUND"]);
    expect(await desk.hold("cv_1", { times: [timeAt(NOON, other.maria)] })).toEqual([]);
  });
});

describe("holds", () => {
  const two = () => [timeAt(NOON, desk.maria), timeAt(NOON + 60 * MINUTE, desk.maria)];

  it("[H2] are let go by their conversation alone, all or all but one, and showings stay", async () => {
    const other = await makeDesk();
    await other.hold("cv_1");
    await desk.book({ conversationId: "cv_1", startMs: NOON + 180 * MINUTE });
    const [kept = ""] = await desk.hold("cv_1", { times: two() });
    await desk.hold("cv_2", { times: [timeAt(NOON, desk.noah)] });
    await releaseHolds(db, desk.agency.id, "cv_1", kept);
    expect((await desk.table()).toSorted()).toEqual([
      "unit maria 0 held for cv_1",
      "unit maria 180 confirmed",
      "unit noah 0 held for cv_2",
    ]);
    await releaseHolds(db, desk.agency.id, "cv_1");
    expect((await desk.table()).toSorted()).toEqual(["unit maria 180 confirmed", "unit noah 0 held for cv_2"]);
    expect(await other.table()).toEqual(["unit maria 0 held for cv_1"]);
  });

  it("[H2] that ran out are swept, and nothing else is", async () => {
    await sweepHolds(db, NOW + 24 * 60 * MINUTE);
    await desk.book({ startMs: NOON + 180 * MINUTE });
    await desk.hold("cv_1", { times: two() });
    await desk.hold("cv_2", { times: [timeAt(NOON, desk.noah)], heldUntilMs: NOW + 61 * MINUTE });
    expect(await sweepHolds(db, NOW + 60 * MINUTE - 1)).toBe(0);
    expect(await sweepHolds(db, NOW + 60 * MINUTE)).toBe(2);
    expect(await desk.table()).toEqual(["unit noah 0 held for cv_2", "unit maria 180 confirmed"]);
  });
});
