// The rig's judgement of showings: given what D1 holds, what conversations know and what leads were told, does it see what is
// wrong? No process is started here.
import { describe, expect, it } from "vitest";
import { LINES } from "#domain/triage/templates";
import type { Held } from "./compare.ts";
import {
  areShowingsClean,
  bookingWindowsOf,
  compareShowings,
  type RowOnDisk,
  type ShowingsSeen,
  type TalkOnDisk,
} from "./compare-showings.ts";
import { toldIn } from "./told.ts";

const HOUR = 3_600_000;
const row = (part: Partial<RowOnDisk> = {}): RowOnDisk => ({
  ...{ id: "sh_1", conversationId: "cv_1", unitId: "un_1", agentId: "us_1", startMs: 0, endMs: HOUR / 2 },
  ...{ status: "confirmed", heldUntilMs: null, groupSize: 1, key: "cv_1.7", sequence: 0, label: "Friday, 10:00 AM" },
  ...part,
});
const talk = (part: Partial<TalkOnDisk> = {}): TalkOnDisk => ({
  ...{ conversationId: "cv_1", platform: "roomies", threadId: "t1", isHandedOff: false, overtaken: [] },
  showing: { id: "sh_1", status: "confirmed", startMs: 0, sequence: 0 },
  wishes: [{ id: "cv_1.7", kind: "book", came: "done" }],
  ...part,
});
const held = (text: string, turn = 2): Held => ({ platform: "roomies", threadId: "t1", text, turn });
const booked = (label = "Friday, 10:00 AM") => held(`Hi Qb,\n\n${LINES.booked[0]}\n${label}\n\nHarbour`);
const OFFER = held(`${LINES.offer[0]}\n1. Friday, 10:00 AM\n${LINES.chooseSlot[0]}`, 1);
const TAKEN = held(`${LINES.taken[0]}\n1. Friday, 11:00 AM`);
const CANCELLED = held(LINES.cancelled[0], 3);
const NO_WISH = { showing: null, wishes: [] };

const judged = (part: Partial<ShowingsSeen> = {}) =>
  compareShowings({
    ...{ rows: [row()], moves: new Set<string>(), talks: [talk()], held: [OFFER, booked()], touched: [] },
    ...{ sweptAtMs: 10_000, holdMsMax: 6_000 },
    ...part,
  });
const faultsIn = (part: Partial<ShowingsSeen>) => {
  const {
    findings,
    wished: _,
    booked: __,
    taken: ___,
    handedToHuman: ____,
    leftToPeople: _____,
    ...faults
  } = judged(part);
  expect(findings.length).toBe(Object.values(faults).reduce((sum, count) => sum + count, 0));
  return Object.fromEntries(Object.entries(faults).filter(([, count]) => count > 0));
};

describe("the comparison of showings", () => {
  it("finds nothing wrong with a showing that its lead was told of, nor with a choice that came too late", () => {
    expect(judged()).toMatchObject({ wished: 1, booked: 1, taken: 0, findings: [] });
    const taken = talk({ showing: null, wishes: [{ id: "cv_1.7", kind: "book", came: "taken" }] });
    const verdict = judged({ rows: [], talks: [taken], held: [OFFER, TAKEN] });
    expect(verdict).toMatchObject({ wished: 1, booked: 0, taken: 1, findings: [] });
    expect(areShowingsClean(verdict)).toBe(true);
  });

  it("finds a second living showing of a lead, and one that nobody wished for", () => {
    const again = row({ id: "sh_2", agentId: "us_2", key: "cv_1.7/8" });
    expect(faultsIn({ rows: [row(), again] })).toEqual({ twice: 1, unwished: 1 });
    expect(faultsIn({ rows: [row({ key: "by/us_1/k" })], talks: [talk({ wishes: [] })] })).toEqual({});
  });

  it("finds a wish that was answered with taken although it stands", () => {
    const told = talk({ wishes: [{ id: "cv_1.7", kind: "book", came: "taken" }] });
    expect(faultsIn({ talks: [told], held: [OFFER, TAKEN] })).toEqual({ twice: 1, untold: 1 });
  });

  it("finds a lead who was told of a showing that is not there, and one who was not told of theirs", () => {
    expect(faultsIn({ rows: [], talks: [talk(NO_WISH)] })).toEqual({ toldWithoutShowing: 1 });
    expect(faultsIn({ held: [OFFER] })).toEqual({ untold: 1 });
    expect(faultsIn({ held: [OFFER, booked("Friday, 11:00 AM")] })).toEqual({ toldWithoutShowing: 1, untold: 1 });
    expect(faultsIn({ held: [OFFER, booked(), CANCELLED] })).toEqual({ untold: 1 });
  });

  it("follows a showing that its lead cancels or moves", () => {
    const over = talk({ showing: { id: "sh_1", status: "cancelled", startMs: 0, sequence: 1 } });
    const cancelled = { rows: [row({ status: "cancelled" })], talks: [over] };
    expect(faultsIn({ ...cancelled, held: [OFFER, booked(), CANCELLED] })).toEqual({});
    expect(faultsIn(cancelled)).toEqual({ toldWithoutShowing: 1 });
    const moved = talk({ wishes: [...talk().wishes, { id: "cv_1.12", kind: "move", came: "done" }] });
    expect(faultsIn({ talks: [moved], moves: new Set(["cv_1.12"]) })).toEqual({});
    expect(faultsIn({ talks: [moved] })).toEqual({ lost: 1 });
  });

  it("lets a person have what the lead does not know, and counts that apart", () => {
    const touched = [{ platform: "roomies", threadId: "t1" }] as const;
    expect(judged({ held: [OFFER], touched })).toMatchObject({ leftToPeople: 1, findings: [] });
    expect(judged({ held: [OFFER], talks: [talk({ isHandedOff: true })] })).toMatchObject({
      ...{ handedToHuman: 1, findings: [] },
    });
  });

  it("finds a wish that D1 never answered, and a conversation that knows something else than D1", () => {
    const open = talk({ wishes: [{ id: "cv_1.7", kind: "book", came: null }] });
    expect(faultsIn({ talks: [open] })).toEqual({ unsettled: 1 });
    expect(faultsIn({ talks: [talk({ showing: null })] })).toEqual({ apart: 1 });
    const old = talk({ showing: { id: "sh_1", status: "confirmed", startMs: HOUR, sequence: 0 } });
    expect(faultsIn({ talks: [old] })).toEqual({ apart: 1 });
  });

  it("finds a text that left although it was known to be wrong", () => {
    expect(faultsIn({ talks: [talk({ overtaken: ["cv_1.8"] })] })).toEqual({ overtaken: 1 });
  });

  it("finds an agent in two places, and a group beyond its size", () => {
    const other = (part: Partial<RowOnDisk>) => row({ id: "sh_2", conversationId: null, key: "by/us_1/k", ...part });
    expect(faultsIn({ rows: [row(), other({ unitId: "un_2" })] })).toEqual({ doubleBooked: 1 });
    expect(faultsIn({ rows: [row(), other({ startMs: 600_000, endMs: HOUR })] })).toEqual({ doubleBooked: 1 });
    expect(faultsIn({ rows: [row(), other({})] })).toEqual({ doubleBooked: 1 });
    expect(faultsIn({ rows: [row({ groupSize: 2 }), other({ groupSize: 2 })] })).toEqual({});
    for (const part of [{ agentId: "us_2" }, { status: "cancelled" }, { startMs: HOUR / 2, endMs: HOUR }] as const) {
      expect(faultsIn({ rows: [row(), other(part)] })).toEqual({});
    }
  });

  it("finds holds that outlive their end, and those that have none in sight", () => {
    const hold = (heldUntilMs: number) =>
      row({ id: "sh_2", conversationId: "cv_9", status: "pending", startMs: 9 * HOUR, heldUntilMs });
    expect(faultsIn({ rows: [row(), hold(9_999)] })).toEqual({ orphanHolds: 1 });
    expect(faultsIn({ rows: [row(), hold(12_000)] })).toEqual({});
    expect(faultsIn({ rows: [row(), hold(16_001)] })).toEqual({ orphanHolds: 1 });
  });
});

describe("what a death found of bookings", () => {
  it("is whether D1 had carried out what the conversation still waits for", () => {
    const open = talk({ wishes: [{ id: "cv_1.7", kind: "book", came: null }] });
    const moving = talk({ wishes: [{ id: "cv_2.9", kind: "move", came: null }] });
    const found = (rows: readonly RowOnDisk[], moves: readonly string[], talks: readonly TalkOnDisk[]) =>
      Object.fromEntries(bookingWindowsOf({ rows, moves: new Set(moves), talks }));
    expect(found([], [], [talk()])).toEqual({});
    expect(found([row()], ["cv_2.9"], [open, moving])).toEqual({ "in D1, conversation not told": 2 });
    expect(found([], [], [open, moving])).toEqual({ "wished, not in D1": 2 });
  });
});

describe("what a lead was told", () => {
  it("is read from the assistant's own lines", () => {
    expect(toldIn(booked().text)).toEqual({ says: "booked", label: "Friday, 10:00 AM" });
    expect([toldIn(OFFER.text), toldIn(TAKEN.text), toldIn(CANCELLED.text)]).toMatchObject([
      { says: "offers" },
      { says: "offers" },
      { says: "cancelled" },
    ]);
    expect(toldIn("Yes, it is still available.")).toBeNull();
  });
});
