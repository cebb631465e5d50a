import { describe, expect, it } from "vitest";
import { instantText } from "./instant-text.ts";
import { findSlots } from "./offer.ts";
import { agent, at, booking, open, scenario, span } from "./sample-scenario.ts";
import { BOOKING_STATUSES, type SlotScenario } from "./scenario.ts";

/** "09T13:00" for every slot: day and time of its start in UTC. */
function starts(of: SlotScenario): readonly string[] {
  return findSlots(of).map(({ startMs }) => instantText(startMs).slice(8, 16));
}

const MONDAY = ["09T13:00", "09T13:30", "09T14:00", "09T14:30", "09T15:00", "09T15:30"];

describe("the free times of a scenario", () => {
  it("[S1, S2] come from the weekly rules, sorted, each as long as a slot", () => {
    const slots = findSlots(scenario());
    expect(starts(scenario())).toEqual(MONDAY);
    expect(slots.every(({ startMs, endMs }) => endMs - startMs === 30 * 60_000)).toBe(true);
    expect(slots[0]?.agentIds).toEqual(["a1"]);
  });

  it("[S1, S2] hold a start once that two intervals give, and do not join intervals", () => {
    const twice = agent({
      weekly: [
        [1, 600, 660],
        [1, 570, 645],
        [1, 660, 675],
      ],
    });
    expect(starts(scenario({ agents: [twice] }))).toEqual(["09T13:30", "09T14:00", "09T14:30"]);
    const touching = agent({
      weekly: [
        [1, 540, 555],
        [1, 555, 570],
      ],
    });
    expect(starts(scenario({ agents: [touching] }))).toEqual([]);
  });

  it("[S3] follow an override instead of the day's rules; several add up; a day off stays empty", () => {
    const withOverrides = (...overrides: ReturnType<typeof agent>["overrides"]) =>
      starts(scenario({ agents: [agent({ overrides })] }));
    expect(withOverrides(open("2026-03-09", 600, 630), open("2026-03-09", 900, 930))).toEqual(["09T14:00", "09T19:00"]);
    expect(withOverrides({ date: "2026-03-09", isAvailable: false })).toEqual([]);
    expect(withOverrides({ date: "2026-03-09", isAvailable: false }, open("2026-03-09", 600, 630))).toEqual([
      "09T14:00",
    ]);
    expect(withOverrides({ date: "2026-03-10", isAvailable: false })).toEqual(MONDAY);
  });

  it("[S3] know an agent's local day, whatever day it is in UTC", () => {
    const late = agent({ zone: "America/Los_Angeles", weekly: [[1, 1_380, 1_440]] });
    expect(starts(scenario({ agents: [late] }))).toEqual(["10T06:00", "10T06:30"]);
    const closed = { ...late, overrides: [{ date: "2026-03-09", isAvailable: false as const }] };
    expect(starts(scenario({ agents: [closed] }))).toEqual([]);
  });

  it("[S5] begin exactly at now and the notice, and end before the horizon", () => {
    const ninety = { nowMs: at("2026-03-09T12:30Z"), minNoticeMinutes: 90 };
    expect(starts(scenario(ninety))).toEqual(MONDAY.slice(2));
    expect(starts(scenario({ ...ninety, nowMs: ninety.nowMs + 1 }))).toEqual(MONDAY.slice(3));
    expect(starts(scenario({ nowMs: at("2026-03-08T14:00Z"), horizonDays: 1 }))).toEqual(MONDAY.slice(0, 2));
    expect(starts(scenario({ nowMs: at("2026-03-08T14:00Z") + 1, horizonDays: 1 }))).toEqual(MONDAY.slice(0, 3));
    expect(starts(scenario({ minNoticeMinutes: 8 * 1_440 }))).toEqual([]);
  });

  it("[S6] step from the interval's first instant and end within it", () => {
    expect(starts(scenario({ slotMinutes: 60, stepMinutes: 45 }))).toEqual(["09T13:00", "09T13:45", "09T14:30"]);
    const middle = { nowMs: at("2026-03-09T13:10Z"), horizonDays: 1, stepMinutes: 45 };
    expect(starts(scenario(middle))).toEqual(["09T13:45", "09T14:30", "09T15:15"]);
    expect(starts(scenario({ slotMinutes: 180 }))).toEqual(["09T13:00"]);
    expect(starts(scenario({ slotMinutes: 181 }))).toEqual([]);
  });

  it("[S7] lie within the unit's windows: null is always, none is never, touching ones are one", () => {
    const within = (...windows: ReturnType<typeof span>[]) => starts(scenario({ unit: { windows } }));
    expect(within()).toEqual([]);
    expect(within(span("2026-03-09T13:15Z", 60))).toEqual(["09T13:30"]);
    expect(within(span("2026-03-09T14:15Z", 15), span("2026-03-09T13:00Z", 75))).toEqual(MONDAY.slice(0, 3));
    expect(within(span("2026-03-09T13:00Z", 75), span("2026-03-09T14:16Z", 60))).toEqual([
      ...MONDAY.slice(0, 2),
      "09T14:30",
    ]);
  });
});

describe("bookings", () => {
  const free = (...bookings: ReturnType<typeof booking>[]) => starts(scenario({ bookings }));

  it.each(
    BOOKING_STATUSES.map((status) => [status, ["pending", "confirmed", "reschedule_requested"].includes(status)]),
  )("[S8] that are %s block: %s", (status, blocks) => {
    const taken = booking("2026-03-09T13:00Z", { status, minutes: 180 });
    expect(free(taken)).toEqual(blocks ? [] : MONDAY);
  });

  it("[S9] for another unit block with the buffer before and after, whose ends may be touched", () => {
    expect(free(booking("2026-03-09T14:15Z"))).toEqual(["09T13:00", "09T13:30", "09T15:00", "09T15:30"]);
    expect(free(booking("2026-03-09T14:14Z", { minutes: 31 }))).toEqual(["09T13:00", "09T15:00", "09T15:30"]);
    expect(free(booking("2026-03-09T14:15Z", { agentId: "a2" }))).toEqual(MONDAY);
  });

  it("[S10] for the same unit at another time block without the buffer", () => {
    const here = { unitId: "u1" };
    expect(free(booking("2026-03-09T14:00Z", { ...here, minutes: 60 }))).toEqual([
      ...MONDAY.slice(0, 2),
      ...MONDAY.slice(4),
    ]);
    expect(free(booking("2026-03-09T14:00Z", { ...here, minutes: 15 }))).toEqual([
      ...MONDAY.slice(0, 2),
      ...MONDAY.slice(3),
    ]);
  });

  it("[S11] for the same unit and exact time leave room up to the group's size", () => {
    const shared = (count: number, groupSize: number) =>
      starts(
        scenario({
          unit: { groupSize },
          bookings: Array.from({ length: count }, () => booking("2026-03-09T14:00Z", { unitId: "u1" })),
        }),
      ).includes("09T14:00");
    expect([shared(1, 1), shared(1, 2), shared(2, 2), shared(2, 3), shared(3, 3)]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it("[S11] of a shared time do not help when another showing overlaps it", () => {
    const bookings = [booking("2026-03-09T14:00Z", { unitId: "u1" }), booking("2026-03-09T14:15Z", { unitId: "u1" })];
    expect(starts(scenario({ unit: { groupSize: 5 }, bookings }))).toEqual([...MONDAY.slice(0, 2), ...MONDAY.slice(4)]);
  });

  it("[S12] fill an agent's local day, past ones too, a shared time once; joining stays possible", () => {
    const morning = agent({
      maxPerDay: 2,
      weekly: [
        [1, 540, 720],
        [2, 540, 570],
      ],
    });
    const day = (...bookings: ReturnType<typeof booking>[]) =>
      starts(scenario({ nowMs: at("2026-03-09T12:30Z"), unit: { groupSize: 3 }, agents: [morning], bookings }));
    const shared = booking("2026-03-09T13:00Z", { unitId: "u1" });
    const past = booking("2026-03-09T05:00Z");
    const dayBefore = booking("2026-03-09T03:30Z");
    expect(day(shared, shared)).toEqual([...MONDAY, "10T13:00"]);
    expect(day(shared, dayBefore)).toEqual([...MONDAY, "10T13:00"]);
    expect(day(shared, past)).toEqual(["09T13:00", "10T13:00"]);
    expect(starts(scenario({ agents: [{ ...morning, maxPerDay: 0 }] }))).toEqual([]);
  });

  it("[S13] leave the agents in the order of priority, then of id", () => {
    const ids = [
      ["b", 5],
      ["a", 5],
      ["Z", 5],
      ["late", 6],
      ["first", 1],
    ] as const;
    const agents = ids.map(([id, priority]) => agent({ id, priority }));
    const bookings = [booking("2026-03-09T13:00Z", { agentId: "a" })];
    const slots = findSlots(scenario({ agents, bookings }));
    expect(slots[0]?.agentIds).toEqual(["first", "Z", "b", "late"]);
    expect(slots.at(-1)?.agentIds).toEqual(["first", "Z", "a", "b", "late"]);
  });
});

describe("change days", () => {
  const night = (zone: string, date: string, from: number, to: number, now: string) =>
    starts(
      scenario({
        nowMs: at(now),
        horizonDays: 3,
        agents: [agent({ zone, weekly: [], overrides: [open(date, from, to)] })],
      }),
    );

  it("[S4] move a bound inside the gap forward by the gap", () => {
    // 02:30 is skipped and means 03:30 (07:30Z); 04:00 is 08:00Z.
    expect(night("America/New_York", "2026-03-08", 150, 240, "2026-03-07T12:00Z")).toEqual(["08T07:30"]);
    // 01:30 to 02:30 means 01:30 to 03:30, an hour in real time.
    expect(night("America/New_York", "2026-03-08", 90, 150, "2026-03-07T12:00Z")).toEqual(["08T06:30", "08T07:00"]);
    // From 02:30, which means 03:30, to 03:15: nothing is left.
    expect(night("America/New_York", "2026-03-08", 150, 195, "2026-03-07T12:00Z")).toEqual([]);
  });

  it("[S4, S6] take the first of two and pass through both hours", () => {
    expect(night("America/New_York", "2026-11-01", 60, 120, "2026-10-31T12:00Z")).toEqual([
      "01T05:00",
      "01T05:30",
      "01T06:00",
      "01T06:30",
    ]);
    expect(night("America/New_York", "2026-11-01", 75, 105, "2026-10-31T12:00Z")).toEqual(["01T05:15"]);
  });

  it("[S4] follow a change of half an hour", () => {
    // Lord Howe skips 02:00 to 02:30: 02:15 means 02:45 (15:45Z). In autumn 01:30 to 02:00 comes twice.
    expect(night("Australia/Lord_Howe", "2026-10-04", 135, 210, "2026-10-03T00:00Z")).toEqual(["03T15:45"]);
    expect(night("Australia/Lord_Howe", "2026-04-05", 90, 120, "2026-04-04T00:00Z")).toEqual(["04T14:30", "04T15:00"]);
  });

  it("[S4] end a day at the next one's first minute, also where that is skipped", () => {
    // Midnight of 4 November 2018 did not exist in São Paulo: the day ended at 03:00Z.
    expect(night("America/Sao_Paulo", "2018-11-03", 1_380, 1_440, "2018-11-03T12:00Z")).toEqual([
      "04T02:00",
      "04T02:30",
    ]);
    expect(night("America/Sao_Paulo", "2018-11-04", 0, 90, "2018-11-03T12:00Z")).toEqual(["04T03:00"]);
  });

  it("[S4] move a day that was skipped as a whole onto the next", () => {
    expect(night("Pacific/Apia", "2011-12-30", 540, 600, "2011-12-29T12:00Z")).toEqual(["30T19:00", "30T19:30"]);
  });
});
