import { describe, expect, it } from "vitest";
import { pickOffer } from "./pick-offer.ts";
import { at } from "./sample-scenario.ts";
import type { Slot } from "./scenario.ts";

const NEW_YORK = { zone: "America/New_York", count: 3 };

function slot(start: string, ...agentIds: readonly string[]): Slot {
  const startMs = at(start);
  return { startMs, endMs: startMs + 1_800_000, agentIds: agentIds.length === 0 ? ["a1"] : agentIds };
}

/** Every half hour from 9 to 20 on the given days of March 2026 in New York (after the change: UTC−4). */
function days(...dates: readonly number[]): readonly Slot[] {
  return dates.flatMap((date) =>
    Array.from({ length: 22 }, (_, index) => {
      const startMs = Date.UTC(2026, 2, date, 13) + index * 1_800_000;
      return { startMs, endMs: startMs + 1_800_000, agentIds: ["a1"] };
    }),
  );
}

/** "10T21:00" for each. */
function texts(slots: readonly Slot[]): readonly string[] {
  return slots.map(({ startMs }) => new Date(startMs).toISOString().slice(8, 16));
}

describe("the times that are offered", () => {
  it("[S18] lie on different days at the hours at which people come", () => {
    // Tuesday to Thursday at 17:00.
    expect(texts(pickOffer(days(10, 11, 12, 13), NEW_YORK))).toEqual(["10T21:00", "11T21:00", "12T21:00"]);
    // Saturday at 10:00 and Sunday at 11:00.
    expect(texts(pickOffer(days(14, 15), { ...NEW_YORK, count: 2 }))).toEqual(["14T14:00", "15T15:00"]);
  });

  it("[S18] are good hours soon, rather than bad ones sooner or the best ones much later", () => {
    const tomorrowNoon = slot("2026-03-10T18:00Z");
    const friday = slot("2026-03-13T21:00Z");
    const nextMonth = slot("2026-04-10T21:00Z");
    const slots = [tomorrowNoon, friday, nextMonth];
    expect(texts(pickOffer(slots, { ...NEW_YORK, count: 2 }))).toEqual(["10T18:00", "13T21:00"]);
    const wish = { ...NEW_YORK, count: 2, showRates: [{ weekdays: [2], fromMinute: 0, toMinute: 1_440, weight: 100 }] };
    expect(texts(pickOffer([...days(10), ...days(11)], wish))).toEqual(["10T13:00", "11T13:00"]);
  });

  it("[S18] are spread over agents where the hours are as good", () => {
    const slots = [
      slot("2026-03-10T21:00Z", "a1", "a2"),
      slot("2026-03-11T21:00Z", "a1"),
      slot("2026-03-11T21:30Z", "a2"),
      slot("2026-03-12T14:00Z", "a3"),
      slot("2026-03-12T21:00Z", "a1"),
    ];
    expect(texts(pickOffer(slots, NEW_YORK))).toEqual(["10T21:00", "11T21:30", "12T21:00"]);
  });

  it("[S18] are two hours apart on the same day, unless nothing else is left", () => {
    expect(texts(pickOffer(days(10), NEW_YORK))).toEqual(["10T16:00", "10T21:00", "10T23:00"]);
    const close = [slot("2026-03-10T21:00Z"), slot("2026-03-10T21:30Z"), slot("2026-03-10T22:00Z")];
    expect(texts(pickOffer(close, NEW_YORK))).toEqual(["10T21:00", "10T21:30", "10T22:00"]);
    expect(texts(pickOffer([...close, slot("2026-03-20T14:00Z")], { ...NEW_YORK, count: 2 }))).toEqual([
      "10T21:00",
      "20T14:00",
    ]);
  });

  it("[S18] leave out what was offered before", () => {
    const slots = days(10, 11);
    const before = pickOffer(slots, NEW_YORK);
    const after = pickOffer(slots, { ...NEW_YORK, exclude: before.map(({ startMs }) => startMs) });
    expect(after.length).toBe(3);
    expect(after.filter(({ startMs }) => before.some((each) => each.startMs === startMs))).toEqual([]);
    const all = new Set(slots.map(({ startMs }) => startMs));
    expect(pickOffer(slots, { ...NEW_YORK, exclude: all })).toEqual([]);
  });

  it("[S18] are two to four, and the same however the slots are sorted", () => {
    const slots = days(10, 11, 12, 13, 14);
    expect([0, 1, 2, 3, 4, 9].map((count) => pickOffer(slots, { ...NEW_YORK, count }).length)).toEqual([
      2, 2, 2, 3, 4, 4,
    ]);
    expect(pickOffer(slots.toReversed(), NEW_YORK)).toEqual(pickOffer(slots, NEW_YORK));
    expect(pickOffer([], NEW_YORK)).toEqual([]);
  });

  it("[S18] go by the unit's days and hours", () => {
    // 17:00 in Honolulu is 03:00Z of the next day.
    const slots = Array.from({ length: 48 }, (_, index) => ({
      startMs: at("2026-03-10T10:00Z") + index * 1_800_000,
      endMs: at("2026-03-10T10:30Z") + index * 1_800_000,
      agentIds: ["a1"],
    }));
    expect(texts(pickOffer(slots, { zone: "Pacific/Honolulu", count: 2 }))).toEqual(["11T03:00", "11T05:00"]);
  });
});
