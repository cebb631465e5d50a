import { describe, expect, it } from "vitest";
import { dateText, dayNumber, readDate, weekdayOf } from "./civil-day.ts";

const DAY_MS = 86_400_000;

describe("civil dates", () => {
  it("are numbered, written, read and named as the calendar has them, over 230 years", () => {
    for (let day = 0; day < 230 * 366; day++) {
      const date = new Date(day * DAY_MS);
      const text = date.toISOString().slice(0, 10);
      expect([dateText(day), readDate(text), weekdayOf(day)]).toEqual([text, day, date.getUTCDay()]);
    }
    expect(dayNumber(1969, 12, 31)).toBe(-1);
  });

  it("are read only when the calendar has them", () => {
    const bad = [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-1-1",
      "2026/01/01",
      "2026-01-01T",
      "",
      "20x6-01-01",
    ];
    expect(bad.map(readDate)).toEqual(bad.map(() => null));
    expect(readDate("2024-02-29")).toBe(dayNumber(2024, 2, 29));
  });
});
