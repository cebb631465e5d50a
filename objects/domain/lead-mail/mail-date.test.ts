import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMailDay } from "./mail-date.ts";

describe("a day in a mail", () => {
  it.each([
    ["Jun 13, 2026", "2026-06-13"],
    ["June 3 2026", "2026-06-03"],
    ["Sept. 1st, 2026", "2026-09-01"],
    ["Saturday, Feb 29, 2028", "2028-02-29"],
    ["8/1/26", "2026-08-01"],
    ["08/01/2026", "2026-08-01"],
    ["2026-12-31", "2026-12-31"],
  ])("[L10] %s is %s", (raw, date) => {
    expect(readMailDay(raw)).toEqual({ date, raw });
  });

  it.each([
    "ASAP",
    "Flexible",
    "Jun 13",
    "Feb 29, 2026",
    "13/06/2026",
    "0/1/26",
    "Juno 13, 2026",
    "March of 2026",
    "Jan 1, 1965",
    "2026-13-01",
    "between Jun 1, 2026 and Jun 5, 2026",
    "",
  ])("[L10] %j names no certain day and stays as written", (raw) => {
    expect(readMailDay(raw)).toEqual({ date: null, raw });
  });

  it("[L10] agrees with the calendar on every day of a century", () => {
    const days = fc.integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 });
    fc.assert(
      fc.property(days, (day) => {
        const at = new Date(day * 86_400_000);
        const iso = at.toISOString().slice(0, 10);
        expect(readMailDay(at.toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" })).date).toBe(iso);
        expect(readMailDay(at.toLocaleDateString("en-US", { dateStyle: "full", timeZone: "UTC" })).date).toBe(iso);
        expect(readMailDay(iso).date).toBe(iso);
      }),
    );
  });
});
